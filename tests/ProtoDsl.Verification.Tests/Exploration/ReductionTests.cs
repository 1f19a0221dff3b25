using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Exploration;

/// <summary>The reduction loses no configuration in which nothing can happen, and leaves out others.</summary>
public sealed class ReductionTests
{
    private static readonly ViolationKind[] s_stuck = [ViolationKind.CapacityDeadlock, ViolationKind.Orphan, ViolationKind.Deadlock];

    [Fact]
    public void Every_stuck_configuration_of_a_random_system_is_found()
    {
        var (compared, reduced, stuck) = (0, 0, 0);
        for (var seed = 0; compared < 1000; seed++)
        {
            var system = RandomSystem.Of(seed, roles: 3);
            if (system.Kind != ChannelKind.Fifo)
            {
                continue;
            }

            var full = Explorer.Run(system, new ExplorationOptions(system.Capacity, 20_000), default);
            if (!full.IsComplete)
            {
                continue;
            }

            var fewer = Explorer.Run(system, new ExplorationOptions(system.Capacity, 20_000) { Reduce = true }, default);
            Assert.True(fewer.IsComplete);
            Assert.Equal(StuckIn(full), StuckIn(fewer));
            Assert.Equal(Keys(full), Keys(fewer));
            compared++;
            reduced += fewer.Count < full.Count ? 1 : 0;
            stuck += StuckIn(full).Count;
        }

        Assert.True(reduced > 300, $"{reduced} reduced");
        Assert.True(stuck > 500, $"{stuck} stuck");
    }

    private static List<SiteKey> Keys(Verification.Exploration.Exploration exploration) =>
        [.. exploration.Sites.Where(site => s_stuck.Contains(site.Kind)).Select(exploration.KeyOf).OrderBy(key => key.ToString(), StringComparer.Ordinal)];

    // Every configuration in which nothing can happen, done or not.
    private static HashSet<string> StuckIn(Verification.Exploration.Exploration exploration)
    {
        var expander = new QueueExpander(exploration.Expander.Table, folds: false, reduce: false);
        var buffer = new SuccessorBuffer(exploration.Expander.Table.Layout.Words, expander.MaximalSuccessors);
        var stuck = new HashSet<string>();
        for (var i = 0; i < exploration.Count; i++)
        {
            buffer.Count = 0;
            expander.Expand(exploration.Store.Locate(i, out var offset), offset, i, buffer);
            if (buffer.Count == 0)
            {
                var at = exploration.Configuration(i);
                stuck.Add(string.Join(",", at.LocalStates) + "|" + string.Join("|", at.Queues.Select(queue => string.Join(",", queue))));
            }
        }

        return stuck;
    }
}
