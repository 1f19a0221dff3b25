using System.Text.Json;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Oracles;

/// <summary>Lengths of shortest traces, by the names under which they were recorded. What was recorded besides (eventual reception,
/// progress, exhaustivity) is no violation of ours; <c>stuck_nonempty</c> is one of several, as the order of classification has it.</summary>
internal static class RecordedTraces
{
    private static readonly IReadOnlyDictionary<string, ViolationKind> Kinds = new Dictionary<string, ViolationKind>
    {
        ["deadlock"] = ViolationKind.Deadlock, ["unspecified_reception"] = ViolationKind.UnspecifiedReception,
        ["orphan_message"] = ViolationKind.Orphan, ["capacity_deadlock"] = ViolationKind.CapacityDeadlock,
    };

    /// <summary>Fails where a violation was recorded and is missing, or has a longer trace.</summary>
    public static void Compare(string name, Func<ViolationKind, int?> shortest, JsonElement record)
    {
        foreach (var (recorded, kind) in Kinds)
        {
            if (record.TryGetProperty(recorded, out var length))
            {
                Assert.True(shortest(kind) <= length.GetInt32(), $"{name}: {kind} after {shortest(kind)} steps, recorded after {length}");
            }
        }

        if (record.TryGetProperty("stuck_nonempty", out var stuck))
        {
            var ours = new[] { ViolationKind.UnspecifiedReception, ViolationKind.CapacityDeadlock, ViolationKind.Orphan, ViolationKind.Deadlock }.Min(shortest);
            Assert.True(ours <= stuck.GetInt32(), $"{name}: stuck after {ours} steps, recorded after {stuck}");
        }
    }

    /// <summary>The kinds whose absence makes a system safe there: all but what a larger capacity cures, and the ends.</summary>
    public static IReadOnlyList<ViolationKind> Unsafe { get; } = [ViolationKind.Deadlock, ViolationKind.UnspecifiedReception, ViolationKind.Orphan];
}
