using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Turns of phrase that the messages share.</summary>
public static class Wording
{
    private const int LongestName = 60;
    private const int MostNames = 3;

    /// <summary>A name in quotes, cut where it is absurdly long.</summary>
    public static string Quote(string name) => "'" + Clip(name) + "'";

    /// <summary>A name, cut where it is absurdly long.</summary>
    public static string Clip(string name) => name.Length <= LongestName ? name : name.Substring(0, LongestName) + "…";

    /// <summary>Names in quotes, at most three.</summary>
    public static string QuoteAll(IEnumerable<string> names)
    {
        var all = names.Take(MostNames + 1).ToList();
        var text = string.Join(", ", all.Take(MostNames).Select(Quote));
        return all.Count > MostNames ? text + ", …" : text;
    }

    /// <summary>Names without quotes, at most three and how many more.</summary>
    public static string Few(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(Clip))
        + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    /// <summary>A finding about a name that is not known, with the name that may have been meant.</summary>
    public static TableDiagnostic Unknown(TableRule rule, NameSyntax name, string what, string? suggestion, string otherwise) =>
        suggestion is null
            ? new TableDiagnostic(rule, name.Span, $"{what}; {otherwise}")
            : new TableDiagnostic(rule, name.Span, $"{what}; did you mean {Quote(suggestion)}?") { Fix = Change(name.Span, name.Text, suggestion) };

    /// <summary>The repair that writes another word.</summary>
    public static TableFix Change(TextSpan span, string from, string to) =>
        new($"Change {Quote(from)} to {Quote(to)}", EquatableArray.Create(new TextEdit(span, to)));

    /// <summary>The repair that writes something before a word.</summary>
    public static TableFix Insert(TextSpan span, string text, string title) =>
        new(title, EquatableArray.Create(new TextEdit(new TextSpan(span.Start, 0), text)));

    /// <summary>The span of a name, or of what is around it where the name is missing.</summary>
    public static TextSpan SpanOf(NameSyntax name, SyntaxNode around) => name.IsMissing ? around.Span : name.Span;
}
