using BenchmarkDotNet.Attributes;

namespace ProtoDsl.Benchmarks.Editor;

/// <summary>What a keystroke in the shipped TCP table costs, from the bytes of the client to the bytes of the server.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 9)]
[MinColumn]
public class EditorBenchmarks
{
    private const string Target = "-> FIN_WAIT_2";

    private EditorConnection _editor = null!;
    private int _line;
    private int _character;
    private bool _isWrong;

    [GlobalSetup(Targets = [nameof(Keystroke), nameof(Completion), nameof(Hover)])]
    public void Setup() => Open(Table());

    /// <summary>A table with a mistake that only its sessions show: a message arrives where no row lists it.</summary>
    [GlobalSetup(Target = nameof(KeystrokeWithSessions))]
    public void SetupWithMistake()
    {
        const string Row = "    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSING       // simultaneous close";
        Open(Table().Replace(Row, "", StringComparison.Ordinal));
        _editor.Findings();
    }

    [GlobalCleanup]
    public void Cleanup() => _editor.Dispose();

    /// <summary>The findings of the table; every other text has a misspelt name. Target: under 10 ms.</summary>
    [Benchmark]
    public int Keystroke()
    {
        Misspell();
        return _editor.Findings();
    }

    /// <summary>In a comment, with the sessions checked anew: the findings of the table come first, then those of its two sessions with them.</summary>
    [Benchmark]
    public int KeystrokeWithSessions()
    {
        _isWrong = !_isWrong;
        _editor.Type(0, 4, _isWrong ? 0 : 1, _isWrong ? "x" : "");
        _editor.Findings();
        return _editor.Findings();
    }

    /// <summary>A keystroke, and what may follow there.</summary>
    [Benchmark]
    public string Completion()
    {
        Misspell();
        return _editor.Ask("textDocument/completion", _line, _character);
    }

    /// <summary>A keystroke, and what is known of the state there; its sessions are checked first, since their findings have help too.</summary>
    [Benchmark]
    public string Hover()
    {
        Misspell();
        return _editor.Ask("textDocument/hover", _line, _character);
    }

    private void Misspell()
    {
        _isWrong = !_isWrong;
        _editor.Type(_line, _character, _isWrong ? 0 : 1, _isWrong ? "x" : "");
    }

    private void Open(string text)
    {
        _editor = new EditorConnection(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        _line = Array.FindIndex(lines, line => line.Contains(Target, StringComparison.Ordinal));
        _character = lines[_line].IndexOf(Target, StringComparison.Ordinal) + Target.Length;
    }

    private static string Table()
    {
        using var stream = typeof(EditorBenchmarks).Assembly.GetManifestResourceStream("Tcp.transitions") ?? throw new InvalidOperationException("Tcp.transitions is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
