using System.Text;

namespace ProtoDsl.Tool.Inputs;

/// <summary>The text of a table, and where it came from.</summary>
/// <param name="Path">As the user named it, or as it was found; what findings cite.</param>
/// <param name="Text">All of it; cut where it is longer than any table may be.</param>
/// <param name="Encoding">What its bytes are in.</param>
internal sealed record TableText(string Path, string Text, Encoding Encoding)
{
    /// <summary>What a transition file's name ends with.</summary>
    public const string Extension = ".transitions";

    /// <summary>True for standard input, which has no file.</summary>
    public bool IsStandardInput { get; init; }

    /// <summary>True when writing the text back gives the bytes that were read: not where it was cut, or some were in no encoding.</summary>
    public bool IsFaithful { get; init; } = true;

    /// <summary>The file's name without folder and extension: the protocol's, where the table does not name it.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
