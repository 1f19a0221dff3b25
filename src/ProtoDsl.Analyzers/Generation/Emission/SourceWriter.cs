using System;
using System.Text;
using System.Threading;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>Writes indented lines, ended by <c>\n</c>. Past <see cref="MaximumLength"/> it gives up: a table may be small and still
/// ask for more C# than a compiler can take.</summary>
internal sealed class SourceWriter
{
    /// <summary>The most characters that one protocol may become.</summary>
    public const int MaximumLength = 32 * 1024 * 1024;

    private const int Indentation = 4;

    private readonly StringBuilder _text = new();
    private readonly CancellationToken _cancellationToken;
    private int _depth;
    private int _lines;
    private bool _isBlankWanted;
    private bool _isBlockOpened;

    public SourceWriter(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>Writes one line. An empty one stands between two others only: not twice, not beside a brace.</summary>
    /// <exception cref="EmissionLimitException">The text has become too long.</exception>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public void Line(string text = "")
    {
        if ((++_lines & 0xFF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        if (text.Length == 0)
        {
            _isBlankWanted = true;
            return;
        }

        if (_isBlankWanted && !_isBlockOpened && text != "}")
        {
            _text.Append('\n');
        }

        _isBlankWanted = false;
        _isBlockOpened = text == "{";
        _text.Append(' ', _depth * Indentation).Append(text).Append('\n');
        if (_text.Length > MaximumLength)
        {
            throw new EmissionLimitException();
        }
    }

    /// <summary>Several lines.</summary>
    public void Lines(params string[] lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    /// <summary>Writes a head and an opening brace; disposing the result closes it.</summary>
    public Scope Block(string head)
    {
        Line(head);
        Line("{");
        _depth++;
        return new Scope(this, isBraced: true);
    }

    /// <summary>Writes a head and indents what follows, for <c>case</c> labels and continued lines.</summary>
    public Scope Indented(string head)
    {
        Line(head);
        _depth++;
        return new Scope(this, isBraced: false);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>What is open until it is disposed.</summary>
    internal readonly struct Scope : IDisposable
    {
        private readonly SourceWriter? _writer;
        private readonly bool _isBraced;

        public Scope(SourceWriter writer, bool isBraced)
        {
            _writer = writer;
            _isBraced = isBraced;
        }

        public void Dispose()
        {
            if (_writer is null)
            {
                return; // nothing was opened
            }

            _writer._depth--;
            if (_isBraced)
            {
                _writer.Line("}");
            }
        }
    }
}

/// <summary>A table that would become too much C#.</summary>
internal sealed class EmissionLimitException : Exception
{
}
