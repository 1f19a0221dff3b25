using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Reference;

/// <summary>Takes the steps of a violation one by one.</summary>
internal static class TraceReplay
{
    /// <summary>Fails where a step is not possible, or where the trace does not lead to the configuration of the violation.</summary>
    public static void Check(SessionSystem system, Violation violation)
    {
        var semantics = new ReferenceSemantics(system);

        // One step may have several outcomes: a message that may be deferred can stand in a queue twice.
        var at = new HashSet<ReferenceConfiguration> { semantics.Start };
        foreach (var step in violation.Trace)
        {
            at = [.. at.SelectMany(one => semantics.Steps(one).Where(next => next.Step == step).Select(next => next.Next))];
            Assert.True(at.Count > 0, $"{violation.Kind}: {step} is not possible.");
        }

        var end = new ReferenceConfiguration(violation.At.LocalStates, violation.At.Queues);
        Assert.True(at.Contains(end), $"{violation.Kind}: the trace leads to {string.Join(" or ", at)}, not to {end}.");
    }
}
