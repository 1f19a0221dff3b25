using System.Text.Json;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Tests.Systems;

namespace ProtoDsl.Verification.Tests.Oracles;

/// <summary>100 pairs with mixed states, made from a seed, and what SPIN said of them at capacity 1 and 2
/// (<c>tests/Oracles/random-mixed-spin.json</c>): whether some configuration is stuck that is not the end.</summary>
public sealed class RandomMixedTests
{
    internal static IReadOnlyList<RecordedSystem> Systems { get; } = ReadAll();

    [Fact]
    public void The_reference_checker_agrees_with_what_was_recorded()
    {
        var compared = 0;
        foreach (var recorded in Systems)
        {
            foreach (var at in recorded.Record.GetProperty("verdict").EnumerateObject())
            {
                var system = Tables.System(recorded.Table(int.Parse(at.Name, null)));
                Compare($"{recorded.Name} at {at.Name}", ReferenceChecker.Check(system, 200_000), at.Value);
                compared++;
            }
        }

        Assert.Equal(200, compared);
    }

    private static void Compare(string name, ReferenceVerdict verdict, JsonElement record)
    {
        Assert.True(verdict.IsComplete);
        Assert.True(verdict.IsStuckSomewhere == record.GetProperty("spin_stuck").GetBoolean(), $"{name}: {verdict.Summary}");
        Assert.True(verdict.Configurations == record.GetProperty("configs").GetInt32(), $"{name}: {verdict.Configurations} configurations");
        Assert.True(verdict.WasRefused != record.GetProperty("saturated").GetBoolean(), $"{name}: saturation");
        RecordedTraces.Compare(name, kind => verdict.Shortest(kind), record.GetProperty("reference"));
    }

    private static List<RecordedSystem> ReadAll()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(RepositoryPaths.Combine("tests", "Oracles", "random-mixed-spin.json")));
        return [.. json.RootElement.GetProperty("systems").EnumerateArray().Select(system => RecordedSystem.Read(system.Clone()))];
    }
}
