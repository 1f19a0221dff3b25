using System.Linq;

namespace ProtoDsl.Pictures.Text;

/// <summary>How wide a text is, without a font at hand: the widths of Helvetica, which Arial, Liberation Sans and Nimbus Sans share, in
/// thousandths of the font's size. Other characters count as much as the widest that are likely.</summary>
internal static class TextWidths
{
    private const int Narrow = 600, Wide = 1000, FirstWide = 0x1100;

    // From the blank to the tilde.
    private static readonly int[] Ascii = (
        "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
        + "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
        + "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584")
        .Split(' ').Select(int.Parse).ToArray();

    /// <summary>The width in pixels.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">The font's size in pixels.</param>
    /// <param name="isBold">Bold letters are up to a tenth wider.</param>
    public static double Of(string text, double size, bool isBold = false) =>
        text.Sum(Of) * size / 1000 * (isBold ? 1.09 : 1.02);

    private static int Of(char c) => c is >= ' ' and <= '~' ? Ascii[c - ' '] : c < FirstWide && c is not ('Ж' or 'Ш' or 'Щ' or 'Ю') ? Narrow + (char.IsUpper(c) ? 150 : 0) : Wide;
}
