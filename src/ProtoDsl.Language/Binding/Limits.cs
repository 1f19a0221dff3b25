namespace ProtoDsl.Language.Binding;

/// <summary>What a table may have at most. Tables come from untrusted hands too: each bound is checked before the work that it bounds.
/// Written down in <c>docs/language.md</c>.</summary>
internal static class Limits
{
    public const int States = 1024;
    public const int Events = 1024;
    public const int Rows = 65_536;
    public const int Candidates = 262_144;
    public const int Groups = 1024;
    public const int Machines = 256;
    public const int Parameters = 64;
    public const int TagValues = 256;
    public const int Messages = 4096;
    public const int Roles = 64;
    public const int ChannelCapacity = 64;

    /// <summary>Pairs of rows that speak of one event in one state.</summary>
    public const int Comparisons = 4_000_000;

    /// <summary>Pairs of names in guards that are held against each other before hints are given up.</summary>
    public const int GuardComparisons = 5_000_000;

    /// <summary>Findings of one severity that are reported.</summary>
    public const int Findings = 500;

    /// <summary>Names that a better spelling is looked for.</summary>
    public const int Suggestions = 100;
}
