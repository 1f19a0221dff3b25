using System.Threading;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>A whole text to its lines.</summary>
internal static class FileParser
{
    public static TransitionFileSyntax Parse(string text, CancellationToken cancellationToken)
    {
        if (FileGate.Check(text) is { } refusal)
        {
            return new TransitionFileSyntax(default, default, EquatableArray.Create(refusal));
        }

        var file = Lexer.Lex(text, cancellationToken);
        var partners = BracketPairs.Find(file);
        var lines = LineSplitter.Split(file, partners);
        var diagnostics = new SyntaxDiagnostics();
        var parser = new LineParser(file, new LineCursor(file, partners, diagnostics));
        var documentation = new DocumentationReader(file);
        var section = SectionKind.Machine;
        var parsed = new LineSyntax[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = parser.Parse(lines[i], i + 1 < lines.Length ? lines[i + 1] : null, section);
            section = SectionAfter(line, section);
            parsed[i] = documentation.ReadUpTo(lines[i].FirstLine) is { } comment ? line with { Documentation = comment } : line;
        }

        var suppressions = SuppressionParser.Parse(file, diagnostics);
        return new TransitionFileSyntax(new EquatableArray<LineSyntax>(parsed), suppressions, diagnostics.ToArray());
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
