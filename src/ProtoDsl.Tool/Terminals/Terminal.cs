using System.Text;
using Spectre.Console;

namespace ProtoDsl.Tool.Terminals;

/// <summary>Everything outside that a command talks to: streams, folder, environment, Ctrl-C. The tests make one of memory.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private const int WidestText = 100;

    private readonly Lazy<TextReader> _in;
    private readonly Lazy<TextWriter> _out;
    private readonly Lazy<TextWriter> _error;
    private bool _isAbandoned;

    /// <param name="input">Standard input, as bytes.</param>
    /// <param name="output">Standard output, as bytes.</param>
    /// <param name="error">Standard error, as bytes.</param>
    public Terminal(Stream input, Stream output, Stream error)
    {
        Input = input;
        Output = output;
        ErrorOutput = error;
        _in = new(() => new StreamReader(input, s_utf8));
        _out = new(() => new StreamWriter(output, s_utf8) { AutoFlush = IsOutputTerminal, NewLine = "\n" });
        _error = new(() => new StreamWriter(error, s_utf8) { AutoFlush = true, NewLine = "\n" });
    }

    /// <summary>Standard input, as bytes. Use this or <see cref="In"/>, not both.</summary>
    public Stream Input { get; }

    /// <summary>Standard output, as bytes. Use this or <see cref="Out"/>, not both.</summary>
    public Stream Output { get; }

    private Stream ErrorOutput { get; }

    /// <summary>Standard input, as lines.</summary>
    public TextReader In => _in.Value;

    /// <summary>Standard output: what was asked for, and nothing else.</summary>
    public TextWriter Out => _out.Value;

    /// <summary>Standard error: what goes wrong, and progress.</summary>
    public TextWriter Error => _error.Value;

    /// <summary>True when a person types.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>True when a person reads.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>True when a person reads errors and progress.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns of the terminal; of no meaning where there is none.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    /// <summary>An environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Cancelled { get; init; }

    /// <summary>What <c>--color</c> says.</summary>
    public ColourChoice Colour { get; set; }

    /// <summary>Standard output for coloured text. Lines are not wrapped: whoever pipes or copies them wants them whole.</summary>
    public IAnsiConsole Paint => Painter(Out, IsOutputTerminal, int.MaxValue);

    /// <summary>Standard error for coloured text.</summary>
    public IAnsiConsole PaintError => Painter(Error, IsErrorTerminal, int.MaxValue);

    /// <summary>Standard output for running text, wrapped at the width of the terminal, and where that is wider than anyone reads, before.</summary>
    public IAnsiConsole Page => Painter(Out, IsOutputTerminal, Math.Min(Width, WidestText));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_out.IsValueCreated && !_isAbandoned)
        {
            Out.Flush();
        }
    }

    /// <summary>Nobody reads standard output any more: what is not written yet never will be.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>The full path of a path that the user gave.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);

    private IAnsiConsole Painter(TextWriter writer, bool isTerminal, int width)
    {
        var isColoured = Colour switch
        {
            ColourChoice.Always => true,
            ColourChoice.Never => false,
            _ => isTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb",
        };
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new PlainOutput(writer, isTerminal, width),
        });
    }
}
