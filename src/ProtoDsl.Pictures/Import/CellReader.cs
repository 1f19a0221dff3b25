using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Matrix;

namespace ProtoDsl.Pictures.Import;

/// <summary>Reads a cell of a matrix as <see cref="MatrixWriter"/> writes it, and in the short forms that people write: the next state alone, or next state
/// and what is done.</summary>
/// <param name="states">The states as the matrix names them, and as the table will.</param>
internal sealed class CellReader(IReadOnlyDictionary<string, string> states)
{
    private static readonly string[] s_holes = ["", MatrixWords.Hole, "-", "–", "—", "n/a", "N/A"];

    /// <summary>The rows of a cell; none for a hole.</summary>
    /// <exception cref="FormatException">It means nothing; the message says why.</exception>
    public IReadOnlyList<MatrixEntry> Read(string cell) =>
        s_holes.Contains(cell.Trim()) ? [] : [.. Split(cell, ';').Select(entry => ReadEntry(entry.Trim())).ToArray()];

    private MatrixEntry ReadEntry(string text)
    {
        var rest = text;
        var written = "";
        if (rest.StartsWith("(", StringComparison.Ordinal))
        {
            written = TakeBracket(ref rest, '(', ')');
        }

        if (TakeWord(ref rest, "from"))
        {
            written = $"{written} from {TakeName(ref rest)}".Trim();
        }

        var guard = rest.StartsWith("[", StringComparison.Ordinal) ? TakeBracket(ref rest, '[', ']') : null;
        var kind = KindOf(ref rest);
        var isStay = kind == RowKind.Transition && TakeWord(ref rest, "stay");
        var target = kind == RowKind.Transition ? TakeState(ref rest) : null;
        var effects = TakeEffects(ref rest);
        var reason = rest.StartsWith("\"", StringComparison.Ordinal) ? TakeReason(ref rest) : null;
        if (TakeMark(ref rest, "->"))
        {
            target = rest == "same" ? rest : StateOf(rest);
            rest = "";
        }

        if (rest.Length > 0)
        {
            throw new FormatException($"'{rest}' is no state{Near(rest)}, and no 'ignore', 'defer' or 'forbid'; write '-> STATE', or '/ effect'");
        }

        if (kind == RowKind.Transition && target is null && effects.Count == 0)
        {
            throw new FormatException(isStay ? "'stay' says that something is done, and not what; write '/ effect', or 'ignore'" : "it says neither what is done nor where it leads");
        }

        return new MatrixEntry(kind, -1)
        {
            Case = written, Guard = guard?.Substring(1, guard.Length - 2).Trim(), Effects = effects, Target = target, Reason = reason,
        };
    }

    private static RowKind KindOf(ref string rest) =>
        TakeWord(ref rest, "ignore") ? RowKind.Ignore : TakeWord(ref rest, "defer") ? RowKind.Defer : TakeWord(ref rest, "forbid") ? RowKind.Forbid : RowKind.Transition;

    /// <summary>A state that stands first, as people write it: <c>OPEN</c>, <c>OPEN / ring</c>.</summary>
    private string? TakeState(ref string rest)
    {
        var end = rest.IndexOf(" /", StringComparison.Ordinal);
        var first = (end < 0 ? rest : rest.Substring(0, end)).Trim();
        if (first.Length == 0 || !states.TryGetValue(first, out var state))
        {
            return null;
        }

        rest = end < 0 ? "" : rest.Substring(end).Trim();
        return state;
    }

    private string StateOf(string name) =>
        states.TryGetValue(name, out var state) ? state : throw new FormatException($"'{name}' is no state of this matrix{Near(name)}; each state has a line of its own");

    private string Near(string name) => NameSuggestion.Find(name.Split(' ')[0], states.Keys) is { } near ? $" (did you mean '{near}'?)" : "";

    private static IReadOnlyList<string> TakeEffects(ref string rest)
    {
        if (!TakeMark(ref rest, "/"))
        {
            return [];
        }

        var end = IndexOutside(rest, "->");
        var quote = IndexOutside(rest, "\"");
        end = end < 0 ? rest.Length : end;
        end = quote >= 0 && quote < end ? quote : end;
        var effects = Split(rest.Substring(0, end), ',').Select(effect => effect.Trim()).ToArray();
        rest = rest.Substring(end).Trim();
        return effects;
    }

    private static string TakeReason(ref string rest)
    {
        var reason = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\' && i + 1 < rest.Length)
            {
                reason.Append(rest[++i]);
            }
            else if (rest[i] == '"')
            {
                rest = rest.Substring(i + 1).Trim();
                return reason.ToString();
            }
            else
            {
                reason.Append(rest[i]);
            }
        }

        throw new FormatException("the quotes of its reason are not closed");
    }

    private static string TakeBracket(ref string rest, char open, char close)
    {
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            depth += rest[i] == open ? 1 : rest[i] == close ? -1 : 0;
            if (depth == 0)
            {
                var taken = rest.Substring(0, i + 1);
                rest = rest.Substring(i + 1).Trim();
                return taken;
            }
        }

        throw new FormatException($"the '{open}' is not closed");
    }

    private static bool TakeWord(ref string rest, string word) =>
        (rest.Length == word.Length || (rest.Length > word.Length && !char.IsLetterOrDigit(rest[word.Length]) && rest[word.Length] != '_')) && TakeMark(ref rest, word);

    private static bool TakeMark(ref string rest, string mark)
    {
        if (!rest.StartsWith(mark, StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest.Substring(mark.Length).Trim();
        return true;
    }

    private static string TakeName(ref string rest)
    {
        var name = new string(rest.TakeWhile(c => char.IsLetterOrDigit(c) || c == '_').ToArray());
        rest = rest.Substring(name.Length).Trim();
        return name;
    }

    private static int IndexOutside(string text, string mark)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0 && string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>At separators that stand in no bracket and no quotes.</summary>
    private static IEnumerable<string> Split(string text, char separator)
    {
        int start = 0, depth = 0;
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted)
            {
                depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
                if (text[i] == separator && depth == 0)
                {
                    yield return text.Substring(start, i - start);
                    start = i + 1;
                }
            }
        }

        yield return text.Substring(start);
    }
}
