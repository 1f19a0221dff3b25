using System.Collections.Generic;
using System.Text;

namespace ProtoDsl.Verification.Systems;

/// <summary>Calls and messages as a scenario writes them.</summary>
internal static class EventText
{
    /// <summary>What stands for any value.</summary>
    public const string Any = "_";

    /// <summary><c>ACK(FIN)</c>, <c>DATA(_, ES)</c>; without the values at the end that may be any.</summary>
    public static string Of(string name, IReadOnlyList<string> arguments)
    {
        var count = arguments.Count;
        while (count > 0 && arguments[count - 1] == Any)
        {
            count--;
        }

        var text = new StringBuilder(name);
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "(" : ", ").Append(arguments[i]);
        }

        return text.Append(count == 0 ? string.Empty : ")").ToString();
    }
}
