namespace ProtoDsl.Verification.Exploration;

/// <summary>Arithmetic of bit fields.</summary>
internal static class Bits
{
    /// <summary>The width of a field that tells <paramref name="values"/> values apart.</summary>
    public static int Width(int values)
    {
        var width = 0;
        while (1L << width < values) width++;
        return width;
    }

    /// <summary>The <paramref name="width"/> lowest bits.</summary>
    public static ulong Mask(int width) => width >= 64 ? ulong.MaxValue : (1UL << width) - 1;
}
