using System.Text.Json;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Tests.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Oracles;

/// <summary>110 pairs from the test suites of public tools, each with a verdict on which at least two sources agree, and the shortest
/// trace to each kind of violation at four capacities. They are other projects' data and lie beside the repository.</summary>
public sealed class PublicSystemTests
{
    /// <summary>In <c>shared/data</c> beside the repository, or beside a folder of working copies.</summary>
    public static string File { get; } = Find(RepositoryPaths.Root);

    [PublicSystemsFact]
    public void The_reference_checker_agrees_with_what_was_recorded()
    {
        var systems = Read();
        Assert.Equal(110, systems.Count);
        Assert.All(systems, recorded =>
        {
            var found = new HashSet<ViolationKind>();
            for (var capacity = 1; capacity <= 4; capacity++)
            {
                var verdict = ReferenceChecker.Check(Tables.System(recorded.Table(capacity)), 200_000);
                Assert.True(verdict.IsComplete, $"{recorded.Name} at {capacity} is too large.");
                found.UnionWith(verdict.Violations.Select(violation => violation.Kind).Where(RecordedTraces.Unsafe.Contains));
                RecordedTraces.Compare($"{recorded.Name} at {capacity}", kind => verdict.Shortest(kind), recorded.Record.GetProperty("shortest").GetProperty($"{capacity}"));
            }

            var isSafe = found.Count == 0;
            Assert.True(isSafe == (recorded.Record.GetProperty("verdict").GetString() == "safe"), $"{recorded.Name}: {string.Join(", ", found)}");
        });
    }

    private static string Find(string root)
    {
        var candidates = new[] { "..", Path.Combine("..", "..") }
            .Select(up => Path.GetFullPath(Path.Combine(root, up, "shared", "data", "sessions", "public-two-role-systems.json"))).ToList();
        return candidates.Find(System.IO.File.Exists) ?? candidates[0];
    }

    internal static IReadOnlyList<RecordedSystem> Read()
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        return [.. json.RootElement.EnumerateArray().Select(system => RecordedSystem.Read(system.Clone()))];
    }
}

/// <summary>A test over those systems. It is skipped, and says so, where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicSystemsFactAttribute : FactAttribute
{
    public PublicSystemsFactAttribute()
    {
        if (!System.IO.File.Exists(PublicSystemTests.File))
        {
            Skip = $"No public systems: there is no '{PublicSystemTests.File}'.";
        }
    }
}
