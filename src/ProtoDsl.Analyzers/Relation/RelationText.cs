using System.Text;

namespace ProtoDsl.Analyzers.Relation;

/// <summary>The words that the writer and the reader of a relation share.</summary>
internal static class RelationText
{
    /// <summary>The number after <c>protodsl</c>: raised when an old reader would misunderstand.</summary>
    public const int Version = 1;

    /// <summary>Stands for a field that is not given.</summary>
    public const string Nothing = "-";

    /// <summary>Stands for any value of a tag.</summary>
    public const string AnyValue = "_";

    /// <summary>Before a tag whose value cannot be seen where the message is made.</summary>
    public const char HiddenMark = '*';

    public static readonly string[] EventKinds = ["call", "receive", "after", "timeout"];

    public static readonly string[] Outcomes = ["go", "same", "stay", "ignore", "defer", "forbid"];

    /// <summary>Keeps a reason on its line.</summary>
    public static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");

    /// <summary>Undoes <see cref="Escape"/>; a lone backslash stands for itself.</summary>
    public static string Unescape(string text)
    {
        if (text.IndexOf('\\') < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i] == '\\' && i + 1 < text.Length ? text[i + 1] : '\0';
            var meant = next switch { '\\' => '\\', 'n' => '\n', 'r' => '\r', _ => '\0' };
            result.Append(meant == '\0' ? text[i] : meant);
            i += meant == '\0' ? 0 : 1;
        }

        return result.ToString();
    }

    /// <summary>A name as one field: what would end it becomes an underscore.</summary>
    public static string Field(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            result.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c);
        }

        return result.Length == 0 ? AnyValue : result.ToString();
    }
}
