using System.Text;
using Spectre.Console;

namespace ProtoDsl.Tool.Terminals;

/// <summary>A writer as the painter wants it: it must not ask the process's own console, which may not be the one at hand.</summary>
internal sealed class PlainOutput(TextWriter writer, bool isTerminal, int width) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => isTerminal;

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => 25;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // The writer has one already.
    }
}
