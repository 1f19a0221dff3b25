using System;
using System.Text;
using ProtoDsl.Analyzers.Generation.Input;

namespace ProtoDsl.Analyzers.Generation.Planning;

/// <summary>Names a generated source after its table: <c>Tables/Door.transitions</c> gives <c>Tables.Door</c>.</summary>
internal static class HintName
{
    /// <summary>Leaves room for a suffix and <c>.g.cs</c> within the 255 bytes of a file name, and for the folders above it.</summary>
    private const int MostCharacters = 80;

    /// <summary>A safe stem. Not always unique: <see cref="SourcePlan"/> tells equal ones apart.</summary>
    public static string StemOf(string relativePath)
    {
        var path = relativePath.EndsWith(TableText.Extension, StringComparison.OrdinalIgnoreCase)
            ? relativePath.Substring(0, relativePath.Length - TableText.Extension.Length)
            : relativePath;
        var stem = new StringBuilder(path.Length);
        var isExact = true;
        foreach (var part in path.Split('/'))
        {
            if (part is "..")
            {
                continue;
            }

            if (stem.Length > 0)
            {
                stem.Append('.');
            }

            foreach (var character in part)
            {
                var isSafe = IsSafe(character);
                isExact &= isSafe;
                stem.Append(isSafe ? character : '_');
            }
        }

        if (stem.Length > MostCharacters)
        {
            stem.Remove(0, stem.Length - MostCharacters);
            isExact = false;
        }

        return isExact ? stem.ToString() : $"{stem}.{StableHash.Of(relativePath)}";
    }

    private static bool IsSafe(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
