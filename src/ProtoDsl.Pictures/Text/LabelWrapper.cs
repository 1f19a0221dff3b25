using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Pictures.Graphs;

namespace ProtoDsl.Pictures.Text;

/// <summary>Breaks what a row says into lines, between its parts only; a part that is wider than a line has one to itself.</summary>
internal sealed class LabelWrapper(double fontSize, double width)
{
    private const double Indent = 10;

    /// <summary>The lines of a row; those after the first are indented.</summary>
    public IReadOnlyList<LabelLine> Wrap(RowLabel label)
    {
        var head = Head(label).ToList();
        var tail = Tail(label).ToList();
        var together = head.Concat(tail).ToList();
        return Width(together) <= width || tail.Count == 0 || head.Count == 0
            ? Fill(together, label.Row, 0)
            : [.. Fill(head, label.Row, 0), .. Fill(tail, label.Row, Indent)];
    }

    /// <summary>Words with commas between them, such as the states of a section.</summary>
    public IReadOnlyList<LabelLine> WrapHeading(string text) =>
        Fill([.. text.Split(' ').Select((word, index) => (LabelPiece[])[new(PieceKind.Heading, (index == 0 ? "" : " ") + word)])], -1, 0);

    private static IEnumerable<LabelPiece[]> Head(RowLabel label)
    {
        var kind = label.Kind switch
        {
            LabelKind.Call => PieceKind.Call,
            LabelKind.Receive => PieceKind.Receive,
            LabelKind.Timer => PieceKind.Timer,
            _ => PieceKind.Plain,
        };
        for (var index = 0; index < label.Events.Count; index++)
        {
            yield return index == 0 ? [new(kind, label.Events[0])] : [new(PieceKind.Plain, " | "), new(kind, label.Events[index])];
        }

        if (label.Guard is not null)
        {
            yield return [new(PieceKind.Guard, $" [{label.Guard}]")];
        }
    }

    private static IEnumerable<LabelPiece[]> Tail(RowLabel label)
    {
        for (var index = 0; index < label.Effects.Count; index++)
        {
            yield return [new(PieceKind.Effect, (index == 0 ? " / " : " ") + label.Effects[index] + (index == label.Effects.Count - 1 ? "" : ","))];
        }

        if (label.Target is not null)
        {
            yield return [new(PieceKind.Plain, " → "), new(PieceKind.Target, label.Target)];
        }
    }

    private List<LabelLine> Fill(IReadOnlyList<LabelPiece[]> parts, int row, double indent)
    {
        var lines = new List<LabelLine>();
        var line = new List<LabelPiece>();
        foreach (var part in parts)
        {
            if (line.Count > 0 && indent + Width([line.ToArray(), part]) > width)
            {
                lines.Add(new LabelLine([.. line], row, indent));
                line.Clear();
                indent = Indent;
            }

            line.AddRange(line.Count > 0 ? part : Trimmed(part));
        }

        return [.. lines, new LabelLine([.. line], row, indent)];
    }

    private static IEnumerable<LabelPiece> Trimmed(LabelPiece[] part) => part.Select((piece, index) => index == 0 ? piece with { Text = piece.Text.TrimStart() } : piece);

    private double Width(IEnumerable<LabelPiece[]> parts) =>
        parts.Sum(part => part.Sum(piece => TextWidths.Of(piece.Text, fontSize, piece.Kind == PieceKind.Heading)));
}
