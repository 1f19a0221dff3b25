namespace ProtoDsl.Language.Text;

/// <summary>A stretch of a transition file, in UTF-16 code units from its start.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of characters; may be 0 for a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that covers both.</summary>
    public static TextSpan Cover(TextSpan a, TextSpan b) =>
        FromBounds(a.Start < b.Start ? a.Start : b.Start, a.End > b.End ? a.End : b.End);
}
