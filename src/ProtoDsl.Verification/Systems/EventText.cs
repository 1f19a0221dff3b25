using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Verification.Systems;

/// <summary>Calls and messages as a scenario writes them.</summary>
internal static class EventText
{
    /// <summary>What stands for any value.</summary>
    public const string Any = "_";

    /// <summary><c>ACK(FIN)</c>, <c>DATA(_, ES)</c>; without the values at the end that may be any.</summary>
    public static string Of(string name, IReadOnlyList<string> arguments)
    {
        var written = Written(arguments);
        return written.Count == 0 ? name : $"{name}({string.Join(", ", written)})";
    }

    /// <summary>The values up to the last one that may not be any.</summary>
    public static IReadOnlyList<string> Written(IReadOnlyList<string> arguments)
    {
        var count = arguments.Count;
        while (count > 0 && arguments[count - 1] == Any)
        {
            count--;
        }

        return [.. arguments.Take(count)];
    }
}
