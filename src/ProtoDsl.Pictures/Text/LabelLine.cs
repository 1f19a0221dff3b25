using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Text;

/// <summary>What a piece of a label is, which gives its colour.</summary>
internal enum PieceKind
{
    Call,
    Receive,
    Timer,
    Plain,
    Guard,
    Effect,
    Target,
    Heading,
}

/// <summary>A piece of a line in one colour.</summary>
internal readonly record struct LabelPiece(PieceKind Kind, string Text);

/// <summary>One line of a label.</summary>
/// <param name="Pieces">From left to right, blanks included.</param>
/// <param name="Row">Index of the row in its machine; -1 for none.</param>
/// <param name="Indent">Pixels.</param>
internal sealed record LabelLine(IReadOnlyList<LabelPiece> Pieces, int Row, double Indent)
{
    public double Width(double size) => Indent + Pieces.Sum(piece => TextWidths.Of(piece.Text, size, piece.Kind == PieceKind.Heading));

    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));
}
