using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Tests.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>The corpus made of one assembly: compiled anew, and its enumerators made machines.</summary>
internal sealed class CorpusProject
{
    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<bool, CSharpCompilation> _rewritten = [];
    private readonly EnumeratorVariables _variables;

    public CorpusProject(string assembly)
    {
        var trees = FrameworkSource.Of(assembly);
        Assembly = assembly;
        Lines = trees.Sum(tree => tree.GetText().Lines.Count);
        var references = TargetReferences.Of(TargetFramework.Running).Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != assembly);
        _compilation = CSharpCompilation.Create("Corpus." + assembly, trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        _variables = EnumeratorVariables.In(_compilation);
    }

    /// <summary>Its name.</summary>
    public string Assembly { get; }

    /// <summary>Its size.</summary>
    public int Lines { get; }

    /// <summary>How many variables have become machines.</summary>
    public int Variables => _variables.Count;

    /// <summary>The code, its enumerators being the machine that a relation describes.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="tellsResult">What <c>MoveNext</c> returns tells whether the machine has moved.</param>
    public CSharpCompilation With(string relation, bool tellsResult)
    {
        if (!_rewritten.TryGetValue(tellsResult, out var rewritten))
        {
            rewritten = _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(_compilation.SyntaxTrees.Select(tree => Rewrite(tree, tellsResult)));
            _rewritten.Add(tellsResult, rewritten);
        }

        var options = new CSharpParseOptions(LanguageVersion.Latest);
        return rewritten.AddSyntaxTrees(CSharpSyntaxTree.ParseText(EnumeratorProtocol.Source(relation), options, "Probe" + TestCompilation.GeneratedSuffix));
    }

    /// <summary>How many events there are to judge. Where the code of a method does not compile again (names that C# cannot write, friends of the
    /// assembly) nothing is counted.</summary>
    public static CorpusSites SitesOf(CSharpCompilation compilation)
    {
        var sites = new CorpusSites(0, 0);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(TestCompilation.GeneratedSuffix, StringComparison.Ordinal)))
        {
            var model = compilation.GetSemanticModel(tree);
            var methods = tree.GetRoot().DescendantNodes()
                .Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
                .Select(method => (method.Span, Events: method.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(call => IsEvent(call, model))))
                .Where(method => method.Events > 0)
                .ToArray();
            var errors = methods.Length == 0 ? [] : model.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
            foreach (var (span, events) in methods.Where(method => !errors.Any(error => error.Location.SourceSpan.IntersectsWith(method.Span))))
            {
                sites = new CorpusSites(sites.Events + events, sites.Methods + 1);
            }
        }

        return sites;
    }

    private SyntaxTree Rewrite(SyntaxTree tree, bool tellsResult)
    {
        var rewriter = new EnumeratorRewriter(_compilation.GetSemanticModel(tree), _variables, tellsResult);
        return tree.WithRootAndOptions(rewriter.Visit(tree.GetRoot()), tree.Options);
    }

    private static bool IsEvent(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MoveNext" or "TryMoveNext" or "Current" or "Reset" or "Dispose" }
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Probe", ContainingNamespace.Name: "Acme" } };
}

/// <summary>What there is to judge.</summary>
/// <param name="Events">Calls of the machine's events.</param>
/// <param name="Methods">The methods that they stand in.</param>
internal sealed record CorpusSites(int Events, int Methods);
