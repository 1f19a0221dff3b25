using System.Threading;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>A text in all stages up to syntax; the last three run parallel.</summary>
/// <param name="Lexed">Tokens and physical lines.</param>
/// <param name="Lines">Logical lines.</param>
/// <param name="Syntax">What each says.</param>
/// <param name="IsSound">False for a line that was not understood to its end.</param>
internal sealed record ParsedFile(LexedFile Lexed, LogicalLine[] Lines, LineSyntax[] Syntax, bool[] IsSound);

/// <summary>A whole text to its lines.</summary>
internal static class FileParser
{
    public static TransitionFileSyntax Parse(string text, CancellationToken cancellationToken)
    {
        if (FileGate.Check(text) is { } refusal)
        {
            return new TransitionFileSyntax(default, default, EquatableArray.Create(refusal));
        }

        var diagnostics = new SyntaxDiagnostics();
        var file = ParseLines(text, diagnostics, cancellationToken);
        var suppressions = SuppressionParser.Parse(file.Lexed, diagnostics);
        return new TransitionFileSyntax(new EquatableArray<LineSyntax>(file.Syntax), suppressions, diagnostics.ToArray());
    }

    /// <summary>The lines, with what the formatter needs beside their meaning.</summary>
    public static ParsedFile ParseLines(string text, SyntaxDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        var file = Lexer.Lex(text, cancellationToken);
        var partners = BracketPairs.Find(file);
        var lines = LineSplitter.Split(file, partners);
        var cursor = new LineCursor(file, partners, diagnostics);
        var parser = new LineParser(file, cursor);
        var documentation = new DocumentationReader(file);
        var section = SectionKind.Machine;
        var parsed = new LineSyntax[lines.Length];
        var isSound = new bool[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = parser.Parse(lines[i], i + 1 < lines.Length ? lines[i + 1] : null, section);
            section = SectionAfter(line, section);
            isSound[i] = !cursor.Failed;
            parsed[i] = documentation.ReadUpTo(lines[i].FirstLine) is var comment && (comment is not null || cursor.Failed)
                ? line with { Documentation = comment, IsIncomplete = cursor.Failed }
                : line;
        }

        return new ParsedFile(file, lines, parsed, isSound);
    }

    private static SectionKind SectionAfter(LineSyntax line, SectionKind before) => line switch
    {
        SessionLine => SectionKind.Session,
        ScenarioLine => SectionKind.Scenario,
        MachineLine or StateLine or InLine => SectionKind.Machine,
        MessageLine or CallLine or TagLine or TimerLine or GroupLine => SectionKind.Machine,
        BrokenLine { ClosesSection: true } => SectionKind.Lost,
        _ => before,
    };
}
