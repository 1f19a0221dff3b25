using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>What the analysis must reach, in per cent. The one place to tighten as it learns.</summary>
internal static class Limits
{
    /// <summary>Reports of correct lines, of all executed lines.</summary>
    public const double False = 0;

    /// <summary>Reports with the right severity, of all.</summary>
    public const double Severity = 99.5;

    /// <summary>Features that programs are made of.</summary>
    public static readonly IReadOnlyList<Feature> Features = Enum.GetValues<Feature>();

    /// <summary>Illegal lines without a report, of all illegal lines; 0 is the aim everywhere.</summary>
    public static double Missed(Feature feature) => feature switch
    {
        Feature.Straight or Feature.Questions or Feature.Switches => 30,
        Feature.Branches or Feature.Flags or Feature.Aliases or Feature.Async => 40,
        Feature.Loops or Feature.Exceptions => 50,
        _ => 100,
    };
}
