using System;
using System.Collections.Generic;

namespace ProtoDsl.Language.Syntax;

/// <summary>What the first word of a line makes of the line.</summary>
public enum LineKeyword : byte
{
    /// <summary>No keyword: a row that begins with a name.</summary>
    None,

    /// <summary><c>protocol</c>, <c>message</c>, …: a line that stands alone.</summary>
    Declaration,

    /// <summary><c>machine</c>, <c>state</c>, <c>in</c>, …: opens a section.</summary>
    Section,

    /// <summary><c>ignore</c>, <c>entry</c>, <c>keep</c>, …: a row without effects after a slash and without an arrow.</summary>
    Row,
}

/// <summary>The words of the language. All are contextual: they are keywords where they stand first in a line or after the words
/// that they belong to, and names everywhere else.</summary>
public static class Keywords
{
    private static readonly Dictionary<string, LineKeyword> FirstWords = new(StringComparer.Ordinal)
    {
        ["protocol"] = LineKeyword.Declaration,
        ["namespace"] = LineKeyword.Declaration,
        ["using"] = LineKeyword.Declaration,
        ["import"] = LineKeyword.Declaration,
        ["message"] = LineKeyword.Declaration,
        ["call"] = LineKeyword.Declaration,
        ["timer"] = LineKeyword.Declaration,
        ["tag"] = LineKeyword.Declaration,
        ["group"] = LineKeyword.Declaration,
        ["public"] = LineKeyword.Section,
        ["internal"] = LineKeyword.Section,
        ["async"] = LineKeyword.Section,
        ["synchronized"] = LineKeyword.Section,
        ["generic"] = LineKeyword.Section,
        ["machine"] = LineKeyword.Section,
        ["initial"] = LineKeyword.Section,
        ["final"] = LineKeyword.Section,
        ["state"] = LineKeyword.Section,
        ["in"] = LineKeyword.Section,
        ["session"] = LineKeyword.Section,
        ["scenario"] = LineKeyword.Section,
        ["ignore"] = LineKeyword.Row,
        ["defer"] = LineKeyword.Row,
        ["forbid"] = LineKeyword.Row,
        ["entry"] = LineKeyword.Row,
        ["exit"] = LineKeyword.Row,
        ["keep"] = LineKeyword.Row,
    };

    /// <summary>The words that a line without indentation may begin with.</summary>
    public static readonly string[] OfLines = Where(kind => kind != LineKeyword.Row);

    /// <summary>The words that a row of a state may begin with.</summary>
    public static readonly string[] OfRows = [.. Where(kind => kind == LineKeyword.Row), "after", "timeout"];

    /// <summary>The words that a row of a session may begin with.</summary>
    public static readonly string[] OfSessions = ["over", "never"];

    /// <summary>The words that a row of a scenario may begin with.</summary>
    public static readonly string[] OfScenarios = ["from", "expect", "drop"];

    /// <summary>What a line's first word makes of it. A keyword before an arrow or a colon is a name.</summary>
    public static LineKeyword Classify(string text, Token first, TokenKind second) =>
        first.Kind == TokenKind.Identifier && second is not (TokenKind.Arrow or TokenKind.Colon) && first.Length <= 12
        && FirstWords.TryGetValue(text.Substring(first.Start, first.Length), out var kind) ? kind : LineKeyword.None;

    /// <summary>What a keyword makes of its line.</summary>
    public static LineKeyword Classify(string word) => FirstWords.TryGetValue(word, out var kind) ? kind : LineKeyword.None;

    /// <summary>True for a name that must be written with <c>@</c> somewhere.</summary>
    public static bool IsReserved(string name) =>
        FirstWords.ContainsKey(name) || name is "after" or "timeout" or "start" or "stop" or "restart" or "until" or "except" or "any"
            or "else" or "drained" or "from" or "to" or "calls" or "over" or "lossy" or "never" or "expect" or "drop" or "same";

    private static string[] Where(Func<LineKeyword, bool> wanted)
    {
        var words = new List<string>();
        foreach (var pair in FirstWords)
        {
            if (wanted(pair.Value))
            {
                words.Add(pair.Key);
            }
        }

        return words.ToArray();
    }
}
