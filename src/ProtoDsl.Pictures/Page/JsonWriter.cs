using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ProtoDsl.Pictures.Page;

/// <summary>Writes JSON that may stand inside a script element. Commas come by themselves.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();

    public JsonWriter Open(char bracket)
    {
        Separate().Append(bracket);
        return this;
    }

    public JsonWriter Close(char bracket)
    {
        _text.Append(bracket);
        return this;
    }

    /// <summary>The name of what follows.</summary>
    public JsonWriter Name(string name)
    {
        Text(name);
        _text.Append(':');
        return this;
    }

    public JsonWriter Value(string? value)
    {
        if (value is null)
        {
            Separate().Append("null");
            return this;
        }

        Text(value);
        return this;
    }

    public JsonWriter Value(long value)
    {
        Separate().Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public JsonWriter Value(bool value)
    {
        Separate().Append(value ? "true" : "false");
        return this;
    }

    public JsonWriter Values(IEnumerable<string> values)
    {
        Open('[');
        foreach (var value in values)
        {
            Value(value);
        }

        return Close(']');
    }

    public JsonWriter Values(IEnumerable<int> values)
    {
        Open('[');
        foreach (var value in values)
        {
            Value(value);
        }

        return Close(']');
    }

    public override string ToString() => _text.ToString();

    private StringBuilder Separate() =>
        _text.Length > 0 && _text[_text.Length - 1] is not ('[' or '{' or ':') ? _text.Append(',') : _text;

    private void Text(string text)
    {
        Separate().Append('"');
        foreach (var c in text)
        {
            // What could end the script, or a line of it.
            if (c is < ' ' or '"' or '\\' or '<' or '>' or '&' or '\u2028' or '\u2029' || char.IsSurrogate(c))
            {
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                _text.Append(c);
            }
        }

        _text.Append('"');
    }
}
