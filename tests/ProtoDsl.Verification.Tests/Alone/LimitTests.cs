using System.Diagnostics;
using ProtoDsl.Language;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.Verification.Tests.Alone;

/// <summary>Tables that are made to be slow are checked, or left alone, in time.</summary>
public sealed class LimitTests
{
    public static TheoryData<string> Tables => ["full", "islands", "guards", "tags", "timers", "keeps", "hidden rows"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Is_checked_in_time(string name)
    {
        var text = Make(name);
        Assert.True(text.Length <= 1 << 20, $"{text.Length} characters");
        var file = new TableFile("Large", TransitionFile.Read(text, "Large"));
        Assert.True(file.Bound.IsSound, string.Join("\n", file.Bound.Diagnostics.Select(found => found.Message).Take(5)));
        var watch = Stopwatch.StartNew();

        var found = TableChecks.Check(file);

        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
        Assert.True(found.Count <= 3000, $"{found.Count} findings");
    }

    [Fact]
    public void Checking_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => TableChecks.Check(
            new TableFile("M", TransitionFile.Read("machine M\ncall Go\ninitial final state A\n    Go / x", "M")), new CancellationToken(true)));

    private static string Make(string name) => name switch
    {
        "full" => Calls(250) + States(1000) + "in any\n" + Lines(250, i => $"    C{i} -> S{i}"),
        "islands" => Calls(250) + "initial state A\n    C0 / x\n" + States(1000).Replace("initial ", "") + "in any except A\n" + Lines(250, i => $"    C{i} / x"),
        "guards" => Calls(200) + States(100) + Lines(100, i => $"in S{i}\n" + Lines(40, j => $"    C{j} [{Guard(i + j, 9)}] / x -> S{j}\n    C{j} [{Guard(i + j + 1, 9)}] / y")),
        "tags" => $"tag T = {string.Join(" | ", Range(200, i => "V" + i))}\nmessage M({string.Join(", ", Range(20, i => "T p" + i))})\nmachine L\n" + States(200)
            + "in any\n" + Lines(200, i => $"    ?M({string.Concat(Enumerable.Repeat("_, ", i % 20))}V{i}) -> S{i}"),
        "timers" => Lines(400, i => $"timer T{i} = {i + 1}s") + Calls(1) + States(400) + "in any\n    C0 / " + string.Join(", ", Range(400, i => "start T" + i)) + "\n"
            + Lines(400, i => $"in S{i}\n    timeout T{i} [g] -> S{(i + 1) % 400}"),
        "keeps" => Calls(100) + Lines(10_000, i => $"keep C{i % 100} until C{(i + 1) % 100}") + States(500) + "in any\n" + Lines(100, i => $"    C{i} -> S{i}"),
        _ => Calls(200) + States(300) + Lines(300, i => $"in S{i}\n    C0 / x") + Lines(300, i => $"in S{i}\n    C1 [g] / x\n    C1 [!g] / y\n    C1 [else] / z"),
    };

    private static string Calls(int count) => $"call {string.Join(", ", Range(count, i => "C" + i))}\nmachine L\n";

    private static string States(int count) => Lines(count, i => (i == 0 ? "initial " : "") + $"state S{i}");

    private static string Guard(int seed, int names) => string.Join(" && ", Range(names, i => (i + seed) % 3 == 0 ? $"!g{i}" : $"(g{i} || h)"));

    private static string Lines(int count, Func<int, string> line) => string.Join("\n", Range(count, line)) + "\n";

    private static IEnumerable<string> Range(int count, Func<int, string> item) => Enumerable.Range(0, count).Select(item);
}
