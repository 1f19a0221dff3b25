using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ProtoDsl.Verification.Export;

/// <summary>Gives each thing of a model a name that the other language can read: ASCII letters, digits and underscores, no word of that
/// language, none twice.</summary>
internal sealed class NameTable(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>A free name that looks like the wanted one.</summary>
    public string Take(string wanted)
    {
        var plain = Plain(wanted);
        var name = plain;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = plain + "_" + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>The letters and digits of a text, what stands between them as one underscore: <c>ACK(FIN)</c> is <c>ACK_FIN</c>.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        var isGap = false;
        foreach (var c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
            {
                plain.Append(isGap && plain.Length > 0 ? "_" : "").Append(c);
                isGap = false;
            }
            else
            {
                isGap = true;
            }
        }

        if (plain.Length == 0)
        {
            return "x";
        }

        return char.IsDigit(plain[0]) || plain[0] == '_' ? "x" + plain : plain.ToString();
    }
}
