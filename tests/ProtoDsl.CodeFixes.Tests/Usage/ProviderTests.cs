using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>How editors find the repairs.</summary>
public sealed class ProviderTests
{
    [Fact]
    public void Each_is_exported_for_CSharp_under_a_name_of_its_own()
    {
        var exports = Providers.All.Select(provider => (ExportCodeFixProviderAttribute)Attribute.GetCustomAttribute(provider.GetType(), typeof(ExportCodeFixProviderAttribute))!).ToArray();

        Assert.Equal(7, exports.Length);
        Assert.All(exports, export => Assert.Equal([LanguageNames.CSharp], export.Languages));
        Assert.Equal(exports.Length, exports.Select(export => export.Name).Distinct().Count());
        Assert.All(Providers.All, provider => Assert.True(provider.GetType().IsPublic));
    }

    [Fact]
    public void Every_usage_rule_that_can_be_repaired_is() => Assert.Equal(
        ["PDSL3001", "PDSL3002", "PDSL3005", "PDSL3006", "PDSL3007", "PDSL3010", "PDSL3012"],
        Providers.All.SelectMany(provider => provider.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("conn.Sned()")]
    [InlineData("Door.State")]
    public async Task A_finding_that_does_not_point_at_an_event_gets_nothing(string expression)
    {
        using var project = new UsageProject(Tables.Door, Snippet.Statements($"Console.WriteLine({expression});"));
        var root = (await project.Document.GetSyntaxRootAsync())!;
        var rule = new DiagnosticDescriptor("PDSL3001", "title", "message", "ProtoDsl.Usage", DiagnosticSeverity.Error, true);

        foreach (var token in root.DescendantTokens())
        {
            Assert.Empty(await project.OffersAsync(Diagnostic.Create(rule, token.GetLocation())));
        }
    }

    [Fact]
    public async Task Nothing_is_offered_for_the_generated_file()
    {
        using var project = new UsageProject(Tables.Door, Snippet.Statements("visited.TryLock();"));
        var generated = (await project.Document.Project.GetSourceGeneratedDocumentsAsync()).First();
        var actions = new List<string>();
        var rule = new DiagnosticDescriptor("PDSL3007", "title", "message", "ProtoDsl.Usage", DiagnosticSeverity.Warning, true);
        var tree = (await generated.GetSyntaxTreeAsync())!;

        foreach (var token in (await tree.GetRootAsync()).DescendantTokens().Where(token => token.ValueText.StartsWith("Try", StringComparison.Ordinal)))
        {
            foreach (var provider in Providers.All)
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(generated, Diagnostic.Create(rule, token.GetLocation()), (action, _) => actions.Add(action.Title), CancellationToken.None));
            }
        }

        Assert.Empty(actions);
    }
}
