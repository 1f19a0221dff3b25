using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>The corpus: made once, for all tables.</summary>
public sealed class Corpus
{
    /// <summary>Which assemblies: names joined by commas; <c>all</c>: every one of the framework that has a name in <c>System</c>.</summary>
    public const string Variable = "PROTODSL_CORPUS";

    /// <summary>Those with many enumerators in little code.</summary>
    private static readonly string[] s_few = ["System.Linq", "System.Collections", "System.Collections.Immutable", "System.Linq.Parallel"];

    private readonly Lazy<IReadOnlyList<CorpusProject>> _projects = new(() => [.. Assemblies.Select(assembly => new CorpusProject(assembly))]);

    internal static IReadOnlyList<string> Assemblies { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => s_few,
        "all" => FrameworkSource.All(),
        var names => names.Split(','),
    };

    internal IReadOnlyList<CorpusProject> Projects => _projects.Value;

    /// <summary>What is found with a table, in the order of assemblies and of their text.</summary>
    internal IReadOnlyList<Diagnostic> Find(string relation, bool tellsResult) =>
        [.. Projects.SelectMany(project => UsageTest.AnalyzeAsIs(project.With(relation, tellsResult)))];
}
