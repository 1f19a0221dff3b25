using System.Globalization;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Shrinking;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>Figures against <see cref="Limits"/>; programs that break them are shown, as small as they can be.</summary>
internal static class Agreement
{
    public static void Verify(Campaign campaign)
    {
        var total = campaign.Tally.Total;
        Assert.True(total.Illegal * 20 > total.Lines, $"The programs make too few mistakes to tell anything:\n{campaign.Tally}");
        Assert.True(total.Skipped * 10 <= total.Programs, $"Too many programs have too many executions:\n{campaign.Tally}");
        var broken = new List<string>();
        if (total.Crashes > 0)
        {
            broken.Add(Examples(campaign, Difference.Crash, campaign.Differing));
        }

        foreach (var (feature, figures) in campaign.Tally.Features)
        {
            Check(feature, Difference.False, figures.FalseRate, figures.FalseRate <= Limits.False(feature));
            Check(feature, Difference.Severity, figures.SeverityRate, figures.SeverityRate >= Limits.Severity(feature));
            Check(feature, Difference.Missed, figures.MissedRate, figures.MissedRate <= Limits.Missed(feature));
        }

        void Check(Feature feature, Difference difference, double rate, bool isKept)
        {
            if (!isKept)
            {
                broken.Add(string.Create(CultureInfo.InvariantCulture, $"{feature}, {difference}: {rate:0.00} %\n")
                    + Examples(campaign, difference, campaign.Differing.Where(verdict => verdict.Program.Feature == feature)));
            }
        }

        Assert.True(broken.Count == 0, $"{campaign.Tally}\n{string.Join("\n", broken)}");
    }

    /// <summary>The smallest programs that show a difference, made smaller.</summary>
    public static string Examples(Campaign campaign, Difference difference, IEnumerable<Verdict> differing, int count = 1) => string.Join("\n", differing
        .Where(verdict => verdict.Has(difference))
        .OrderBy(verdict => verdict.Program.Length)
        .Take(count)
        .Select(verdict => Description.Of(Shrinker.Shrink(campaign.Pool, verdict, difference), difference)));
}
