using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>How long it takes until the analysis of a method that takes all the steps it may is left, once the host has lost interest.</summary>
[IterationCount(15)]
[WarmupCount(3)]
[InvocationCount(1)]
public class CancellationBenchmarks
{
    private readonly Compilation _compilation = WorstMethodBenchmarks.ProjectOf(WorstMethodBenchmarks.Shape.Flags).Compile();
    private WorkUnderWay? _work;

    /// <summary>Lets the analysis begin: the body is bound before, which is the compiler's work.</summary>
    [IterationSetup]
    public void Begin()
    {
        var model = new UsageModel(new MachineCatalog(_compilation));
        var tree = _compilation.SyntaxTrees.First();
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var method = _compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration) ?? throw new InvalidOperationException("No method.");
        _ = model.Program.Bodies.Of(method, CancellationToken.None)?.Graph(CancellationToken.None);
        _work = WorkUnderWay.Begin(token => model.Summaries.Of(method, token));
    }

    /// <summary>From the request to the end of the thread.</summary>
    [Benchmark]
    public bool Cancel() => _work?.Cancel() ?? false;
}
