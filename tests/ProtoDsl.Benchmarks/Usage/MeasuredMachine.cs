using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>The machine that the measured code uses, as the generator writes it.</summary>
internal static class MeasuredMachine
{
    /// <summary>What the compiler would have of it: the generated sources.</summary>
    public static IReadOnlyList<SyntaxTree> Trees { get; } = Generate();

    private static SyntaxTree[] Generate()
    {
        using var stream = typeof(MeasuredMachine).Assembly.GetManifestResourceStream("Link.transitions")
            ?? throw new InvalidOperationException("Link.transitions is not embedded.");
        using var reader = new StreamReader(stream);
        var run = CSharpGeneratorDriver
            .Create([new TransitionGenerator().AsSourceGenerator()], [new Table(reader.ReadToEnd())])
            .RunGenerators(CSharpCompilation.Create("tables"))
            .GetRunResult();
        return run.Diagnostics.IsEmpty && !run.GeneratedTrees.IsEmpty
            ? [.. run.GeneratedTrees]
            : throw new InvalidOperationException(string.Join('\n', run.Diagnostics));
    }

    private sealed class Table(string text) : AdditionalText
    {
        public override string Path => "Link.transitions";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
