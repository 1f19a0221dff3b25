using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Short ways to parse in tests.</summary>
internal static class Parsing
{
    /// <summary>The one line of a text that has no finding, printed.</summary>
    public static string Line(string text) => SyntaxDump.Of(Assert.Single(Sound(text).Lines));

    /// <summary>The last line of a text that has no finding, printed: what stands above it gives the section.</summary>
    public static string LastLine(string text) => SyntaxDump.Of(Sound(text).Lines[^1]);

    /// <summary>The one finding of a text.</summary>
    public static ProtoDsl.Language.Diagnostics.TableDiagnostic Finding(string text) => Assert.Single(TransitionFile.Parse(text).Diagnostics);

    /// <summary>The text after the fix of its one finding.</summary>
    public static string Fixed(string text)
    {
        var fix = Finding(text).Fix;
        Assert.NotNull(fix);
        foreach (var edit in fix.Edits.OrderByDescending(edit => edit.Span.Start))
        {
            text = text[..edit.Span.Start] + edit.NewText + text[edit.Span.End..];
        }

        return text;
    }

    private static TransitionFileSyntax Sound(string text)
    {
        var file = TransitionFile.Parse(text);
        Assert.Empty(file.Diagnostics.Select(diagnostic => diagnostic.Message));
        return file;
    }
}
