using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Documentation;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>Whatever is offered, wherever: when it is taken the file still compiles, and the finding is gone.</summary>
public sealed class EveryOfferTests
{
    private const int Seeds = 44;

    public static TheoryData<string> Pages => [.. RulePage.All.Keys.Where(id => id.StartsWith("PDSL3", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task On_the_examples_of_the_rule_pages(string id)
    {
        var offers = 0;
        foreach (var example in RulePage.All[id].Fires)
        {
            offers += await TakeEach(example.Table!, example.CSharp!);
        }

        // The example of PDSL3006 is no asynchronous method, which is why nobody awaits there.
        Assert.Equal(id != "PDSL3006" && Providers.All.Any(provider => provider.FixableDiagnosticIds.Contains(id)), offers > 0);
    }

    [Fact]
    public async Task On_the_mistakes_of_the_example()
    {
        var lines = TcpMistakes.Sources.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value.Split('\n')).ToLookup(IsUsing);

        // A project has these without writing them.
        string[] usings = ["using System;", "using System.Threading.Tasks;", .. lines[true]];
        Assert.NotEqual(0, await TakeEach(SampleTables.Text("Tcp"), string.Join("\n", usings.Distinct().Concat(lines[false]))));
    }

    [Fact]
    public async Task On_random_methods()
    {
        var offers = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            offers += await TakeEach(Tables.Door, new RandomMethod(seed).Text);
        }

        Assert.True(offers > Seeds, $"Only {offers} offers.");
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    private static async Task<int> TakeEach(string table, string source, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        using var project = new UsageProject(table, source, output: output);
        Assert.True((await project.ErrorsAsync()).Count == 0, string.Join("\n", await project.ErrorsAsync()) + "\n" + source);
        var findings = await project.FindAsync();
        var taken = 0;
        for (var number = 0; number < findings.Length; number++)
        {
            var count = (await project.OffersAsync(findings[number])).Count;
            for (var offer = 0; offer < count; offer++)
            {
                using var copy = new UsageProject(table, source, output: output);
                await Take(copy, number, offer);
                taken++;
            }
        }

        return taken;
    }

    private static async Task Take(UsageProject project, int number, int index)
    {
        var findings = await project.FindAsync();
        var offer = (await project.OffersAsync(findings[number]))[index];
        await project.ApplyAsync(offer);
        var errors = await project.ErrorsAsync();
        Assert.True(errors.Count == 0, $"{offer.Title}:\n{string.Join("\n", errors)}\n{project.Text}");
        var left = (await project.FindAsync()).Count(found => found.Id == findings[number].Id);
        Assert.True(left < findings.Count(found => found.Id == findings[number].Id), $"{offer.Title}:\n{project.Text}");
    }
}
