using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>How long it takes until the analysis of a method that takes all the steps it may is left, once the host has lost interest.</summary>
[IterationCount(15)]
[WarmupCount(3)]
[InvocationCount(1)]
public class CancellationBenchmarks
{
    private static readonly TimeSpan s_underWay = TimeSpan.FromMilliseconds(60);

    private readonly Compilation _compilation = WorstMethodBenchmarks.ProjectOf(WorstMethodBenchmarks.Shape.Flags).Compile();
    private CancellationTokenSource _source = new();
    private Thread? _thread;

    /// <summary>Lets the analysis begin: the body is bound before, which is the compiler's work.</summary>
    [IterationSetup]
    public void Begin()
    {
        _source = new CancellationTokenSource();
        var model = new UsageModel(new MachineCatalog(_compilation));
        var tree = _compilation.SyntaxTrees.First();
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var method = _compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration) ?? throw new InvalidOperationException("No method.");
        _ = model.Program.Bodies.Of(method, CancellationToken.None)?.Graph(CancellationToken.None);
        _thread = new Thread(() => Solve(model, method));
        _thread.Start();
        Thread.Sleep(s_underWay);
    }

    /// <summary>From the request to the end of the thread.</summary>
    [Benchmark]
    public bool Cancel()
    {
        _source.Cancel();
        return _thread?.Join(Timeout.InfiniteTimeSpan) ?? false;
    }

    private void Solve(UsageModel model, IMethodSymbol method)
    {
        try
        {
            _ = model.Summaries.Of(method, _source.Token);
            Console.WriteLine("// It was over before it could be cancelled.");
        }
        catch (OperationCanceledException)
        {
            // As it should be.
        }
    }
}
