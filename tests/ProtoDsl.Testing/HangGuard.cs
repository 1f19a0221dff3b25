namespace ProtoDsl.Testing;

/// <summary>What "bounded" means to a test. No measure of speed (that is the benchmarks' affair): so far above what the work takes on
/// an idle machine that only a hang, or work that grows faster than its input, can reach it on a busy one.</summary>
public static class HangGuard
{
    /// <summary>The longest that any single input may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
}
