using System.Collections.Generic;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Syntax;

/// <summary>Did-you-mean for keywords.</summary>
internal static class Misspelling
{
    /// <summary>Reports the next word where it is near to one of <paramref name="keywords"/>.</summary>
    public static bool Report(LineCursor cursor, IEnumerable<string> keywords)
    {
        var meant = Find(cursor, keywords);
        if (meant is not null)
        {
            cursor.Fail(LineErrors.MisspeltKeyword(cursor.Here, cursor.TextOf(cursor.Current), meant));
        }

        return meant is not null;
    }

    /// <summary>Reports a word that was read already and turned out to be no name.</summary>
    public static void ReportAt(LineCursor cursor, NameSyntax word, IEnumerable<string> keywords)
    {
        if (NameSuggestion.Find(word.Text, keywords) is { } meant)
        {
            cursor.Fail(LineErrors.MisspeltKeyword(word.Span, word.Text, meant));
        }
    }

    /// <summary>The keyword that the next word was meant to be; null for none.</summary>
    public static string? Find(LineCursor cursor, IEnumerable<string> keywords) =>
        cursor.Is(TokenKind.Identifier) ? NameSuggestion.Find(cursor.TextOf(cursor.Current), keywords) : null;
}
