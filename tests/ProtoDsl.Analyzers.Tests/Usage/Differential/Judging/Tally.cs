using System.Globalization;
using System.Text;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>Figures of many programs, by feature.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<Feature, Figures> _features = [];

    /// <summary>Everything together.</summary>
    public Figures Total { get; } = new();

    /// <summary>By feature.</summary>
    public IEnumerable<KeyValuePair<Feature, Figures>> Features => _features;

    public Figures this[Feature feature] => _features.TryGetValue(feature, out var figures) ? figures : _features[feature] = new Figures();

    public void Add(Verdict verdict)
    {
        Total.Add(verdict);
        this[verdict.Program.Feature].Add(verdict);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine("feature          programs  skipped   lines illegal  missed    false severity  right crashes");
        foreach (var (feature, figures) in _features)
        {
            text.AppendLine(figures.Row(feature.ToString()));
        }

        return text.AppendLine(Total.Row("Total")).ToString();
    }
}

/// <summary>How programs were judged.</summary>
internal sealed class Figures
{
    public int Programs { get; private set; }

    /// <summary>Those with more executions than there was patience for; nothing else of them is counted.</summary>
    public int Skipped { get; private set; }

    public int Lines { get; private set; }

    public int Crashes { get; private set; }

    public int Illegal { get; private set; }

    public int Missed { get; private set; }

    public int False { get; private set; }

    public int Severity { get; private set; }

    /// <summary>Lines that are rightly reported, but for the severity.</summary>
    public int Reported { get; private set; }

    /// <summary>Per cent of the lines on which something is reported wrongly.</summary>
    public double FalseRate => 100.0 * False / Math.Max(Lines, 1);

    /// <summary>Per cent of the illegal lines that are missed.</summary>
    public double MissedRate => 100.0 * Missed / Math.Max(Illegal, 1);

    /// <summary>Per cent of the reports whose severity is right.</summary>
    public double SeverityRate => 100.0 - (100.0 * Severity / Math.Max(Reported, 1));

    public void Add(Verdict verdict)
    {
        Programs++;
        if (!verdict.Truth.IsExhausted)
        {
            Skipped++;
            return;
        }

        Lines += verdict.Lines.Count;
        Crashes += verdict.Lines.Count(line => line.Difference == Difference.Crash);
        Illegal += verdict.Lines.Count(line => line.IsIllegal);
        Missed += verdict.Lines.Count(line => line.Difference == Difference.Missed);
        False += verdict.Lines.Count(line => line.Difference == Difference.False);
        Severity += verdict.Lines.Count(line => line.Difference == Difference.Severity);
        Reported += verdict.Lines.Count(line => line.IsReported && line.Difference != Difference.False);
    }

    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-16} {Programs,8} {Skipped,8} {Lines,7} {Illegal,7} {Missed,7} {False,8} {Severity,8} {SeverityRate,5:0.0}% {Crashes,7}");
}
