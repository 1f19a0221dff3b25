using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What can be wrong with any line.</summary>
internal static class LineErrors
{
    public static readonly TableRule KeywordRule = new("PDSL0020", "Misspelt keyword", TableSeverity.Error);
    public static readonly TableRule UnknownRule = new("PDSL0021", "Line not understood", TableSeverity.Error);
    public static readonly TableRule NameRule = new("PDSL0022", "Name missing", TableSeverity.Error);
    public static readonly TableRule ExpectedRule = new("PDSL0023", "Something is missing", TableSeverity.Error);
    public static readonly TableRule SurplusRule = new("PDSL0024", "Line goes on where it should end", TableSeverity.Error);
    public static readonly TableRule NumberRule = new("PDSL0025", "Number missing or too large", TableSeverity.Error);
    public static readonly TableRule DepthRule = new("PDSL0026", "Nested too deeply", TableSeverity.Error);

    public static TableDiagnostic MisspeltKeyword(TextSpan span, string found, string meant) =>
        new(KeywordRule, span, $"{LineCursor.Quote(found)} is no keyword; did you mean '{meant}'?")
        {
            Fix = new TableFix($"Change {LineCursor.Quote(found)} to '{meant}'", EquatableArray.Create(new TextEdit(span, meant))),
        };

    public static TableDiagnostic MissingKeyword(TextSpan span, string name, string word) =>
        new(UnknownRule, span, $"A line cannot begin with {LineCursor.Quote(name)} alone; write '{word} {name}' if it is a {word}")
        {
            Fix = new TableFix($"Write '{word}' before it", EquatableArray.Create(new TextEdit(new TextSpan(span.Start, 0), word + " "))),
        };

    public static TableDiagnostic MissingScenario(LineCursor cursor) =>
        new(UnknownRule, cursor.Here, $"A line cannot begin with a text in quotes; write 'scenario' before it: 'scenario {cursor.TextOf(cursor.Current)} in SESSION'");

    public static TableDiagnostic UnknownLine(LineCursor cursor) =>
        new(UnknownRule, cursor.Here, $"A line cannot begin with {cursor.Found}; begin with a keyword such as 'state', or with a row's event: '?MESSAGE', a call, 'after TIMER' or 'timeout TIMER'");

    public static TableDiagnostic Name(LineCursor cursor, string what, string example) =>
        new(NameRule, cursor.Here, $"Expected {what}, found {cursor.Found}; write '{example}'");

    public static TableDiagnostic Reserved(LineCursor cursor, string what) =>
        new(NameRule, cursor.Here, $"Expected {what}, found the keyword {cursor.Found}; write '@{cursor.TextOf(cursor.Current)}' if that is the name");

    public static TableDiagnostic Expected(LineCursor cursor, string what, string example) =>
        new(ExpectedRule, cursor.Here, $"Expected {what}, found {cursor.Found}; write '{example}'");

    public static TableDiagnostic Surplus(LineCursor cursor, string after) =>
        new(SurplusRule, cursor.Here, $"Expected the end of the line after {after}, found {cursor.Found}; remove it, or write it on a line of its own");

    public static TableDiagnostic Replace(LineCursor cursor, string what, string with) =>
        new(ExpectedRule, cursor.Here, $"Expected {what}, found {cursor.Found}; write '{with}'")
        {
            Fix = new TableFix($"Write '{with}'", EquatableArray.Create(new TextEdit(cursor.Here, with))),
        };

    public static TableDiagnostic Number(LineCursor cursor, string what, string example) =>
        new(NumberRule, cursor.Here, $"Expected {what}, found {cursor.Found}; write '{example}'");

    public static TableDiagnostic NumberTooLarge(Token token, string text, long most) =>
        new(NumberRule, token.Span, $"{LineCursor.Quote(text)} is too large; write a number up to {most}");

    public static TableDiagnostic TooDeep(LineCursor cursor, int limit) =>
        new(DepthRule, cursor.Here, $"Nested more than {limit} deep; name a part of it and use the name");

    public static TableDiagnostic Twice(Token token, string text) =>
        new(SurplusRule, token.Span, $"'{text}' stands here twice; remove one")
        {
            Fix = new TableFix("Remove it", EquatableArray.Create(new TextEdit(token.Span, string.Empty))),
        };

    public static TableDiagnostic StateCalledSame(TextSpan span) =>
        new(NameRule, span, "'-> same' means the current state, so no state can be called 'same'; write another name");
}
