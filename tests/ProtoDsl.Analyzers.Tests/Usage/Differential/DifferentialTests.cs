using ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using Xunit.Abstractions;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>The analysis against all executions of random programs, from fixed seeds.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, "Straight,Branches,Loops,Switches,Aliases")]
    [InlineData(2, "Flags,Questions,Lambdas,Using,LocalFunctions")]
    [InlineData(3, "Helpers,Predicates,Factories,References,Recursion")]
    [InlineData(4, "Fields,Wrappers,Unknown,Exceptions,Async")]
    [InlineData(5, "Mixed")]
    public void Agrees_with_execution(int seed, string features)
    {
        var campaign = new Campaign(seed, randomTables: 10);
        campaign.Run([.. features.Split(',').Select(Enum.Parse<Feature>)], count: 100);

        output.WriteLine(campaign.Tally.ToString());
        Agreement.Verify(campaign);
    }
}
