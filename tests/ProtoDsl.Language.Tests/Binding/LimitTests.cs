using System.Diagnostics;
using System.Text;
using ProtoDsl.Language.Model;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>Tables that are made to be slow are refused quickly.</summary>
public sealed class LimitTests
{
    public static TheoryData<string, string?> Tables => new()
    {
        { "states", "PDSL1004" },
        { "events", "PDSL1004" },
        { "any times many", "PDSL1004" },
        { "any messages times many", "PDSL1004" },
        { "one cell", "PDSL1004" },
        { "long guards", null },
        { "deep groups", null },
        { "wide sets", null },
        { "unknown names", "PDSL1004" },
        { "alike names", "PDSL1010" },
        { "machines", "PDSL1004" },
        { "parameters", "PDSL1004" },
        { "tag values", "PDSL1004" },
        { "ring of groups", "PDSL1024" },
        { "roles", "PDSL1004" },
        { "scenarios", null },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Is_read_in_time(string name, string? id)
    {
        var text = Make(name);
        Assert.True(text.Length <= 1 << 20, $"{text.Length} characters");
        var watch = Stopwatch.StartNew();

        var bound = TransitionFile.Read(text, "Large");

        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
        var ids = bound.Diagnostics.Select(diagnostic => diagnostic.Rule.Id).ToList();
        Assert.True(id is null || ids.Contains(id), string.Join(" ", ids.Distinct()));
        Assert.True(ids.Count <= 1100, $"{ids.Count} findings");
        ModelInvariants.Check(bound, text);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => TransitionFile.Read("machine M\ninitial state A\n    Go / x", "M", source.Token));
    }

    private static string Make(string name) => name switch
    {
        "states" => "machine M\ncall Go\ninitial state A\n    Go / x\n" + Repeat(30_000, i => $"state S{i}\n    Go -> S{i}\n"),
        "events" => "call " + string.Join(", ", Range(60_000, i => "C" + i)) + "\nmachine M\ninitial state A\n" + Repeat(30_000, i => $"    C{i} -> A\n"),
        "any times many" => "machine M\ncall Go\ninitial state A\n" + Repeat(1000, i => $"state S{i}\n") + Repeat(50_000, i => $"in any\n Go -> A\n"),
        "any messages times many" =>
            "message " + string.Join(", ", Range(900, i => "M" + i)) + "\nmachine M\ninitial state A\n" + Repeat(1000, i => $"state S{i}\n") + Repeat(100, i => "in any\n    ?* -> A\n"),
        "one cell" => "call Go\nmachine M\ninitial state A\n" + Repeat(50_000, i => $" Go [g{i}] / x\n"),
        "long guards" => "call Go\nmachine M\ninitial state A\n" + Repeat(1700, i => $"  Go [{string.Join("||", Range(60, j => $"g{i}a{j}"))}] / x\n"),
        "deep groups" => "call Go\nmachine M\n" + Repeat(1020, i => $"group G{i} = G{i + 1}\n") + "initial state G1020\n    Go / x\n",
        "wide sets" => "call Go\nmachine M\ngroup G = A\ninitial state A\n    Go / x\n" + Repeat(1000, i => $"state S{i}\n") + "in " + string.Join(",", Range(400_000, i => "G")) + "\n    Go / y\n",
        "unknown names" => "call " + string.Join(", ", Range(4000, i => "Name" + i)) + "\nmachine M\ninitial state A\n" + Repeat(40_000, i => $"    Nome{i} -> A\n"),
        "alike names" => Repeat(60_000, i => "message M\n") + "machine M\n",
        "machines" => Repeat(30_000, i => $"machine M{i}\ninitial state A\n"),
        "parameters" => "message M(" + string.Join(", ", Range(60_000, i => "int p" + i)) + ")\n",
        "tag values" => "tag T = " + string.Join(" | ", Range(60_000, i => "V" + i)) + "\n",
        "ring of groups" => "machine M\n" + Repeat(1020, i => $"group G{i} = G{(i + 1) % 1020}, G{(i * 7) % 1020}\n") + "initial state A\n",
        "roles" => "machine M\ninitial state A\nsession S\n" + Repeat(30_000, i => $"    r{i} : M\n"),
        "scenarios" => "call Go\nmachine M\ninitial state A\n    Go / x\nsession S\n    a : M\n    b : M\n    over fifo(1)\n"
            + Repeat(20_000, i => $"scenario \"s{i}\" in S\n    a Go\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static IEnumerable<string> Range(int count, Func<int, string> make) => Enumerable.Range(0, count).Select(make);

    private static string Repeat(int count, Func<int, string> make)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(make(i));
        }

        return text.ToString();
    }
}
