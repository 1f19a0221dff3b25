using System;
using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary><c>// protodsl: disable PDSL1011, PDSL1012 reason</c>.</summary>
internal static class SuppressionParser
{
    private const string Mark = "protodsl:";
    private const string Verb = "disable";

    public static EquatableArray<SuppressionSyntax> Parse(LexedFile file, SyntaxDiagnostics diagnostics)
    {
        var suppressions = new List<SuppressionSyntax>();
        var waiting = 0;
        for (var number = 0; number < file.Lines.Length; number++)
        {
            var line = file.Lines[number];

            // Comments that stand alone speak of the next line that has something to say.
            for (; line.HasTokens && waiting < suppressions.Count; waiting++)
            {
                suppressions[waiting] = suppressions[waiting] with { Line = number };
            }

            if (!line.HasComment || !Begins(file.Text, line, out var at))
            {
                continue;
            }

            var span = TextSpan.FromBounds(line.Comment, line.End);
            if (Read(file.Text, at, line.End, span, number) is { } suppression)
            {
                suppressions.Add(suppression);
                waiting += line.HasTokens ? 1 : 0;
            }
            else
            {
                diagnostics.Add(FileErrors.Suppression(span));
            }
        }

        return suppressions.ToEquatableArray();
    }

    private static bool Begins(string text, PhysicalLine line, out int after)
    {
        after = SkipBlanks(text, line.Comment + 2, line.End);
        if (line.End - after < Mark.Length || string.Compare(text, after, Mark, 0, Mark.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        after += Mark.Length;
        return true;
    }

    private static SuppressionSyntax? Read(string text, int at, int end, TextSpan span, int line)
    {
        var verb = Word(text, ref at, end);
        var ids = new List<string>();
        var reason = SkipBlanks(text, at, end);
        while (verb == Verb && Word(text, ref at, end) is var word && IsId(word))
        {
            ids.Add(word);
            reason = SkipBlanks(text, at, end);
        }

        return ids.Count == 0
            ? null
            : new SuppressionSyntax(ids.ToEquatableArray(), text.Substring(reason, end - reason).TrimEnd(), line) { Span = span };
    }

    private static bool IsId(string word)
    {
        var isId = word.Length == 8 && word.StartsWith("PDSL", StringComparison.Ordinal);
        for (var i = 4; isId && i < 8; i++)
        {
            isId = CharacterClass.IsDigit(word[i]);
        }

        return isId;
    }

    // A word and the comma behind it.
    private static string Word(string text, ref int at, int end)
    {
        var start = SkipBlanks(text, at, end);
        for (at = start; at < end && !CharacterClass.IsBlank(text[at]) && text[at] != ','; at++)
        {
        }

        var word = text.Substring(start, at - start);
        at = SkipBlanks(text, at, end);
        at += at < end && text[at] == ',' ? 1 : 0;
        return word;
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && CharacterClass.IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }
}
