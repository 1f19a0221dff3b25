using System.Globalization;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using Xunit.Abstractions;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>The same at length, with fresh seeds: <c>PROTODSL_DIFFERENTIAL=3000 dotnet test tests/ProtoDsl.Analyzers.Tests --filter LargeDifferential</c>, where the
/// number is that of programs. <c>PROTODSL_DIFFERENTIAL_SEED</c> repeats a run, <c>PROTODSL_DIFFERENTIAL_FEATURES</c> (<c>Loops,Fields</c>) narrows it,
/// <c>PROTODSL_DIFFERENTIAL_SHOW</c> (<c>False</c>, <c>Missed</c>, <c>Severity</c>, <c>Crash</c>; or several) prints the smallest programs with such a difference, whether the limits
/// are kept or not, <c>PROTODSL_DIFFERENTIAL_SHOWN</c> of each.</summary>
public sealed class LargeDifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public void Large()
    {
        if (Setting("") is not { } count)
        {
            output.WriteLine("Not asked for: set PROTODSL_DIFFERENTIAL to a number of programs.");
            return;
        }

        var seed = int.Parse(Setting("_SEED") ?? Random.Shared.Next(5, 2_000).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var features = Setting("_FEATURES") is { } names ? [.. names.Split(',').Select(Enum.Parse<Feature>)] : Limits.Features;
        Tell($"seed {seed}: PROTODSL_DIFFERENTIAL_SEED={seed} repeats this run");
        var campaign = new Campaign(seed, randomTables: 40);
        campaign.Run(features, int.Parse(count, CultureInfo.InvariantCulture), Tell);
        Tell(campaign.Tally.ToString());
        var shown = int.Parse(Setting("_SHOWN") ?? "1", CultureInfo.InvariantCulture);
        foreach (var difference in (Setting("_SHOW") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Difference>))
        {
            Tell(Agreement.Examples(campaign, difference, campaign.Differing, shown));
        }

        Agreement.Verify(campaign);
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable("PROTODSL_DIFFERENTIAL" + name);

    /// <summary>To the console at once, and to the test's output.</summary>
    private void Tell(string line)
    {
        Console.WriteLine(line);
        output.WriteLine(line);
    }
}
