using System.Globalization;
using System.Text;

namespace ProtoDsl.LanguageServer.Transport;

/// <summary>Takes messages off a stream: headers, an empty line, and as many bytes as <c>Content-Length</c> says.</summary>
internal sealed class MessageReader(Stream input)
{
    /// <summary>More is no message of an editor: a table has at most 1 MiB, and in JSON at most six times that.</summary>
    private const int LongestMessage = 64 * 1024 * 1024;

    private const int LongestHeader = 8 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next message; null where the stream ends, in the middle of one too.</summary>
    /// <exception cref="InvalidDataException">What comes is no message and cannot be passed over.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = -1;
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
            {
                length = LengthIn(line) ?? length;
            }
            else if (length >= 0)
            {
                return await ReadBodyAsync(length, cancellationToken).ConfigureAwait(false);
            }

            // Headers without a length: the next ones may have one.
        }

        return null;
    }

    private static int? LengthIn(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !header.AsSpan(0, colon).Trim().Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return int.TryParse(header.AsSpan(colon + 1), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var length)
            && length <= LongestMessage
            ? length
            : throw new InvalidDataException($"A message cannot have the length '{header[(colon + 1)..].Trim()}'; it must be a number up to {LongestMessage}.");
    }

    private async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (_start < _end || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var c = (char)_buffer[_start++];
            if (c == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Append(c).Length > LongestHeader)
            {
                throw new InvalidDataException($"A header is longer than {LongestHeader} bytes: this is not the language server protocol.");
            }
        }

        return null;
    }

    private async ValueTask<byte[]?> ReadBodyAsync(int length, CancellationToken cancellationToken)
    {
        var body = new byte[length];
        var known = Math.Min(length, _end - _start);
        _buffer.AsSpan(_start, known).CopyTo(body);
        _start += known;
        return await input.ReadAtLeastAsync(body.AsMemory(known), length - known, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == length - known
            ? body
            : null;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await input.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }
}
