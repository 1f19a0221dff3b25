using System.Globalization;
using System.Text;

namespace ProtoDsl.Pictures.Mermaid;

/// <summary>Text inside a quoted label of Mermaid.</summary>
internal static class MermaidText
{
    /// <summary>Every character that could mean something to Mermaid, to Markdown inside its labels or to HTML, as <c>#code;</c>.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var c in text)
        {
            if (c is < ' ' or (> '~' and < '\u00a0'))
            {
                encoded.Append(' ');
            }
            else if (char.IsLetterOrDigit(c) || " ?!/,()[].=-→↻_".IndexOf(c) >= 0)
            {
                encoded.Append(c);
            }
            else
            {
                // A backslash before an n would become a new line, encoded or not, but for a blank of no width.
                encoded.Append("#").Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(c == (char)92 ? ";#8203;" : ";");
            }
        }

        return encoded.ToString();
    }
}
