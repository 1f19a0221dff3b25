using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation;

namespace ProtoDsl.Benchmarks.Generator;

/// <summary>What an edit costs in an editor: the generator's driver run again after it. The compilation has 200 other files.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class GeneratorBenchmarks
{
    private GeneratorDriver _driver = null!;
    private Compilation _compilation = null!;
    private Compilation[] _edited = [];
    private GeneratorDriver[] _changedTables = [];
    private int _turn;

    [GlobalSetup]
    public void Setup()
    {
        var trees = Enumerable.Range(0, 200).Select(i => CSharpSyntaxTree.ParseText($"class C{i} {{ int M() => {i}; }}", path: $"C{i}.cs")).ToArray();
        _compilation = CSharpCompilation.Create(
            "benchmark",
            trees,
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(typeof(ProtocolException).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var text = TableText();
        var table = new Table("Tcp.transitions", text);
        _driver = CSharpGeneratorDriver
            .Create([new TransitionGenerator().AsSourceGenerator()], [table])
            .RunGenerators(_compilation);
        _edited = Enumerable.Range(0, 2)
            .Select(i => (Compilation)_compilation.ReplaceSyntaxTree(trees[0], CSharpSyntaxTree.ParseText($"class C0 {{ int M() => {i + 1000}; }}", path: "C0.cs")))
            .ToArray();
        _changedTables = new[] { "connection closing", "closing down" }
            .Select(reason => _driver.ReplaceAdditionalText(table, new Table("Tcp.transitions", text.Replace("connection closing", reason, StringComparison.Ordinal))))
            .ToArray();
    }

    /// <summary>A C# file that has nothing to do with the table. Target: under 0.1 ms.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _driver = _driver.RunGenerators(_edited[_turn ^= 1]);

    /// <summary>A reason in the TCP table: everything from the text to the C# of the machine. Target: under 2 ms.</summary>
    [Benchmark]
    public GeneratorDriver TableEdit() => _changedTables[_turn ^= 1].RunGenerators(_compilation);

    private static string TableText()
    {
        using var stream = typeof(GeneratorBenchmarks).Assembly.GetManifestResourceStream("Tcp.transitions")
            ?? throw new InvalidOperationException("Tcp.transitions is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class Table(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
