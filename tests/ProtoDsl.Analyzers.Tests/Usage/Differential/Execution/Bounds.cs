namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>How far executions go.</summary>
/// <param name="Rounds">Rounds of a loop, depth of a recursion.</param>
/// <param name="Executions">Executions of one program.</param>
internal sealed record Bounds(int Rounds, int Executions)
{
    /// <summary>What is asked of every program.</summary>
    public static readonly Bounds Usual = new(3, 4_000);

    /// <summary>What is asked where analysis and executions disagree: the analysis knows no bound.</summary>
    public static readonly Bounds Wide = new(9, 60_000);

    /// <summary>What is asked of the many that are smaller.</summary>
    public static readonly Bounds ForShrinking = new(7, 4_000);
}
