using System.Globalization;

namespace ProtoDsl.Analyzers.Generation.Planning;

/// <summary>A hash that is the same on every run and computer, which <c>string.GetHashCode</c> is not.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over UTF-16, as eight hexadecimal digits.</summary>
    public static string Of(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
