using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What can be wrong with a declaration or a section line.</summary>
internal static class DeclarationErrors
{
    public static readonly TableRule ParameterRule = new("PDSL0040", "Parameter not understood", TableSeverity.Error);
    public static readonly TableRule DurationRule = new("PDSL0041", "Duration not understood", TableSeverity.Error);
    public static readonly TableRule TagRule = new("PDSL0042", "Tag values not understood", TableSeverity.Error);
    public static readonly TableRule ModifierRule = new("PDSL0043", "Words that exclude each other", TableSeverity.Error);

    public static TableDiagnostic ParameterName(LineCursor cursor, string type) =>
        new(ParameterRule, cursor.Here, $"Expected the name of the parameter after {LineCursor.Quote(type)}, found {cursor.Found}; write a type or tag and then a name, as in '{(type.Length <= 40 ? type : "int")} name'");

    public static TableDiagnostic Duration(LineCursor cursor) =>
        new(DurationRule, cursor.Here, $"Expected a duration, found {cursor.Found}; write a whole number and a unit (ms, s, min, h) without a blank: '240s'");

    public static TableDiagnostic DurationUnit(Token token, string text, string? meant) =>
        new(DurationRule, token.Span, $"{LineCursor.Quote(text)} is no duration; {(meant is null ? "the units are ms, s, min and h: write '240s'" : $"write '{meant}'")}")
        {
            Fix = Rewrite(token.Span, meant),
        };

    public static TableDiagnostic DurationBlank(TextSpan span, string meant) =>
        new(DurationRule, span, $"A duration is one word; write '{meant}'") { Fix = Rewrite(span, meant) };

    public static TableDiagnostic DurationTooLong(Token token) =>
        new(DurationRule, token.Span, "A timer runs for at most 49 days (1176h); write a shorter duration");

    public static TableDiagnostic TagValue(LineCursor cursor) =>
        new(TagRule, cursor.Here, $"Expected a value of the tag, found {cursor.Found}; write names or numbers with '|' between them: 'SYN | FIN'");

    public static TableDiagnostic OneTagValue(LineCursor cursor) =>
        new(TagRule, cursor.Here, $"A tag has at least two values, found {cursor.Found} after the first; write '|' and another value");

    public static TableDiagnostic Contradiction(Token token) =>
        new(ModifierRule, token.Span, "A machine is either 'public' or 'internal'; remove one of the two words");

    public static TableDiagnostic WrongModifier(LineCursor cursor, string modifier, string word) =>
        new(ModifierRule, cursor.Here, $"'{modifier}' belongs before '{word}', found {cursor.Found}; remove '{modifier}'");

    private static TableFix? Rewrite(TextSpan span, string? with) =>
        with is null ? null : new TableFix($"Write '{with}'", EquatableArray.Create(new TextEdit(span, with)));
}
