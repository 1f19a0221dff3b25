using System.Globalization;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using Xunit.Abstractions;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>The analysis against all executions of random programs, from fixed seeds.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, new[] { "Straight", "Branches", "Loops", "Switches" })]
    [InlineData(2, new[] { "Flags", "Questions", "Aliases", "Async" })]
    [InlineData(3, new[] { "Exceptions", "Helpers", "Predicates", "Unknown" })]
    [InlineData(4, new[] { "Mixed" })]
    public void Agrees_with_execution(int seed, string[] features)
    {
        var campaign = new Campaign(seed, randomTables: 10);
        campaign.Run([.. features.Select(Enum.Parse<Feature>)], count: 100);

        output.WriteLine(campaign.Tally.ToString());
        Agreement.Verify(campaign);
    }
}
