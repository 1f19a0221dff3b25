using System.Text;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Inputs;

/// <summary>Reads texts from files and from standard input.</summary>
/// <param name="terminal">Whose files and standard input.</param>
internal sealed class TableReader(Terminal terminal)
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>More bytes than any table that is read can have (1 MiB of characters, of at most 4 bytes each): no more of a huge file is held.</summary>
    private const int MostBytes = 4 * ((1 << 20) + 1);

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public TableText ReadFile(string path)
    {
        try
        {
            return Open(path);
        }
        catch (Exception wrong) when (IsUnreadable(wrong))
        {
            throw new UsageException($"cannot read '{path}': {wrong.Message}");
        }
    }

    /// <summary>Reads a file that the user named, which need not be a table.</summary>
    /// <exception cref="UsageException">It is not there, or cannot be read.</exception>
    public TableText ReadNamed(string path)
    {
        var full = terminal.FullPath(path);
        return File.Exists(full) ? ReadFile(path)
            : throw new UsageException(Directory.Exists(full) ? $"'{path}' is a folder; name a file" : $"there is no file '{path}'");
    }

    /// <summary>Reads a file that nobody named; null where it cannot be read.</summary>
    public TableText? TryReadFile(string path)
    {
        try
        {
            return Open(path);
        }
        catch (Exception wrong) when (IsUnreadable(wrong))
        {
            return null;
        }
    }

    /// <summary>Reads standard input to its end.</summary>
    /// <param name="path">What it is to be called.</param>
    public TableText ReadStandardInput(string path) => Read(terminal.Input, path) with { IsStandardInput = true };

    private TableText Open(string path)
    {
        using var stream = File.OpenRead(terminal.FullPath(path));
        return Read(stream, path);
    }

    private static bool IsUnreadable(Exception wrong) => wrong is IOException or UnauthorizedAccessException or NotSupportedException;

    private static TableText Read(Stream stream, string path)
    {
        var bytes = ReadUpTo(stream, MostBytes);
        using var reader = new StreamReader(new MemoryStream(bytes), s_utf8, detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        var encoding = reader.CurrentEncoding;
        var preamble = HasPreamble(bytes, Encoding.UTF8) ? Encoding.UTF8.GetPreamble() : encoding is UTF8Encoding ? [] : encoding.GetPreamble();
        return new TableText(path, text, preamble.Length > 0 && encoding is UTF8Encoding ? Encoding.UTF8 : encoding is UTF8Encoding ? s_utf8 : encoding)
        {
            IsFaithful = bytes.Length < MostBytes && bytes.AsSpan().SequenceEqual([.. preamble, .. encoding.GetBytes(text)]),
        };
    }

    private static bool HasPreamble(byte[] bytes, Encoding encoding) => bytes.AsSpan().StartsWith(encoding.Preamble);

    private static byte[] ReadUpTo(Stream stream, int most)
    {
        using var held = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while (held.Length < most && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, most - held.Length))) > 0)
        {
            held.Write(buffer, 0, read);
        }

        return held.ToArray();
    }
}
