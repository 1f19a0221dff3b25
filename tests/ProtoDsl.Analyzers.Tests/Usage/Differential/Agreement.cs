using System.Globalization;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>Figures against <see cref="Limits"/>; the programs that break them are shown.</summary>
internal static class Agreement
{
    private const int Shown = 3;

    public static void Verify(Campaign campaign)
    {
        var total = campaign.Tally.Total;
        Assert.True(total.Illegal * 20 > total.Lines, $"The programs make too few mistakes to tell anything:\n{campaign.Tally}");
        Assert.True(total.Skipped * 10 <= total.Programs, $"Too many programs have too many executions:\n{campaign.Tally}");
        Assert.True(total.FalseRate <= Limits.False, Text(campaign, Difference.False));
        Assert.True(total.SeverityRate >= Limits.Severity, Text(campaign, Difference.Severity));
        foreach (var (feature, figures) in campaign.Tally.Features)
        {
            Assert.True(
                figures.MissedRate <= Limits.Missed(feature),
                string.Create(CultureInfo.InvariantCulture, $"{feature}: {figures.MissedRate:0.0} % are missed.\n") + Text(campaign, Difference.Missed));
        }
    }

    private static string Text(Campaign campaign, Difference difference) =>
        $"{campaign.Tally}\n{difference}:\n" + string.Join("\n", campaign.Differing
            .Where(verdict => verdict.Has(difference))
            .OrderBy(verdict => verdict.Program.Render("P").Clean.Length)
            .Take(Shown)
            .Select(verdict => Description.Of(verdict, difference)));
}
