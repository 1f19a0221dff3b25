using System.Collections.Generic;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Text;

/// <summary>A place in a text, both numbers counted from 0 as editors' protocols and Roslyn do.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>Maps offsets of one text to lines and columns. <c>\r\n</c>, <c>\n</c> and <c>\r</c> each end a line.</summary>
public sealed record LineMap
{
    private readonly EquatableArray<int> _starts;

    /// <summary>Reads the line starts of <paramref name="text"/> once.</summary>
    public LineMap(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        _starts = starts.ToEquatableArray();
    }

    /// <summary>Number of lines; a text that ends with a line break has an empty last line.</summary>
    public int LineCount => _starts.Count;

    /// <summary>Offset of the first character of a line.</summary>
    public int StartOf(int line) => _starts[line];

    /// <summary>Line and column of an offset; an offset past the end belongs to the last line.</summary>
    public LinePosition PositionOf(int offset)
    {
        int low = 0, high = _starts.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _starts[middle] <= offset ? (middle, high) : (low, middle - 1);
        }

        return new LinePosition(low, offset - _starts[low]);
    }
}
