using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Language.Text;
using LinePosition = ProtoDsl.Language.Text.LinePosition;
using TextSpan = ProtoDsl.Language.Text.TextSpan;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>A place in a table, equal by value (a <see cref="Location"/> would do, but this one prints).</summary>
/// <param name="Path">The compiler's path of the table.</param>
/// <param name="Span">In characters; never past the end of the text.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Just after it.</param>
internal sealed record TablePlace(string Path, TextSpan Span, LinePosition Start, LinePosition End)
{
    /// <summary>Finds the lines of a span.</summary>
    /// <param name="path">The compiler's path.</param>
    /// <param name="length">The length of the text.</param>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="span">Cut where it reaches past the end.</param>
    public static TablePlace Of(string path, int length, LineMap lines, TextSpan span)
    {
        var start = Math.Min(span.Start, length);
        var end = Math.Min(span.End, length);
        return new TablePlace(path, TextSpan.FromBounds(start, end), lines.PositionOf(start), lines.PositionOf(end));
    }

    /// <summary>As the compiler wants it: a place in an additional file, which no syntax tree knows.</summary>
    public Location ToLocation() => Location.Create(
        Path,
        new Microsoft.CodeAnalysis.Text.TextSpan(Span.Start, Span.Length),
        new LinePositionSpan(new(Start.Line, Start.Column), new(End.Line, End.Column)));
}
