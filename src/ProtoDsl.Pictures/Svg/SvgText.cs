using System.Globalization;
using System.Text;

namespace ProtoDsl.Pictures.Svg;

/// <summary>Writes elements of SVG, with everything escaped that must be.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>An element without content.</summary>
    public void Element(string name, params (string Name, string Value)[] attributes) => Tag(name, attributes, "/>\n");

    /// <summary>An element with text.</summary>
    public void Text(string name, string content, params (string Name, string Value)[] attributes) =>
        Tag(name, attributes, ">" + Escape(content) + "</" + name + ">\n");

    /// <summary>An element whose content is markup.</summary>
    public void Raw(string name, string content, params (string Name, string Value)[] attributes) => Tag(name, attributes, ">" + content + "</" + name + ">\n");

    public void Open(string name, params (string Name, string Value)[] attributes)
    {
        Tag(name, attributes, ">\n");
        _depth++;
    }

    public void Close(string name)
    {
        _depth--;
        Indent().Append("</").Append(name).Append(">\n");
    }

    /// <summary>Pixels with at most one place behind the point.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' => " ", // not allowed in XML, escaped or not
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    public override string ToString() => _text.ToString();

    private void Tag(string name, (string Name, string Value)[] attributes, string end)
    {
        Indent().Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"").Append(Escape(value)).Append('"');
        }

        _text.Append(end);
    }

    private StringBuilder Indent() => _text.Append(' ', 2 * _depth);
}
