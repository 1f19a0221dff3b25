using System.Diagnostics;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Systems;

/// <summary>Tables that would take for ever, or overflow, if nothing were bounded: a system or a refusal, soon.</summary>
public sealed class HostileTableTests
{
    private static string Two(string declarations, string rows, string channel = "fifo(64)", string states = "") =>
        $"protocol P\nmessage M\n{declarations}\nmachine One\ninitial final state S0\n{rows}    ?M / note\n{states}session Two\n    x : One\n    y : One\n    over {channel}\n";

    private static string Many(int count, Func<int, string> part, string between = "") => string.Join(between, Enumerable.Range(0, count).Select(part));

    [Fact]
    public void Twenty_timers_in_all_combinations() => Refused(SystemProblemKind.TooLarge, Two(
        $"call {Many(20, n => "c" + n, ", ")}\n{Many(20, n => $"timer T{n} = 1s\n")}", Many(20, n => $"    c{n} / start T{n}\n    timeout T{n} / !M\n")));

    [Fact]
    public void More_timers_than_bits() => Refused(SystemProblemKind.TooLarge, Two(
        $"call {Many(70, n => "c" + n, ", ")}\n{Many(70, n => $"timer T{n} = 1s\n")}", Many(70, n => $"    c{n} / start T{n}\n    timeout T{n} / !M\n")));

    [Fact]
    public void Values_of_a_message_that_nothing_tells() => Refused(SystemProblemKind.TooLarge, Two(
        $"tag T = {Many(200, n => "V" + n, " | ")}\nmessage N(T a, T b)\ncall go", "    go / !N\n    ?N(V1, V2) / note\n    ?N / other\n"));

    [Fact]
    public void Values_of_a_call() => Refused(SystemProblemKind.TooLarge, Two(
        $"tag T = {Many(200, n => "V" + n, " | ")}\ncall go(T a, T b, T c, T d)", "    go(V1, V2, V3, V4) / !M\n    go / note\n"));

    [Fact]
    public void Values_of_ten_messages_in_one_row() => Refused(SystemProblemKind.TooLarge, Two(
        "tag T = A | B | C | D\nmessage N(T a)\ncall go", $"    go / {Many(10, _ => "!N", ", ")}\n    ?N(A) / note\n    ?N / other\n"));

    [Fact]
    public void A_row_of_many_messages_of_which_any_may_be_lost() =>
        Refused(SystemProblemKind.TooLarge, Two("call go", $"    go / {Many(30, _ => "!M", ", ")}\n", "lossy fifo(64)"));

    [Fact]
    public void A_row_of_very_many_messages()
    {
        Refused(SystemProblemKind.TooLarge, Two("call go", $"    go / {Many(20_000, _ => "!M", ", ")}\n"));
        Refused(SystemProblemKind.TooLarge, Two("call go", $"    go / {Many(20_000, _ => "!M", ", ")}\n", "rendezvous"));
        Assert.NotNull(Build(Two("call go", $"    go / {Many(1000, _ => "!M", ", ")}\n", "rendezvous")).System);
    }

    [Fact]
    public void Two_thousand_guards_for_one_event() =>
        Assert.NotNull(Build(Two("call go", Many(1500, n => $"    go [g{n}] / !M\n") + "    go [else] / note\n")).System);

    [Fact]
    public void Guards_that_are_hard_to_tell()
    {
        // Each row excludes one of two; the last can be taken only if all are excluded in a way that does not exist.
        var rows = Many(60, n => $"    go [(g{n} && g{n + 1}) || (g{n} && h{n}) || (h{n} && g{n + 2})] / !M\n");
        Assert.NotNull(Build(Two("call go", rows + "    go [(g0 || h1) && (g5 || h6) && (h2 || !g3)] / note\n")).System);
    }

    [Fact]
    public void A_chain_of_values_handed_on()
    {
        var rows = Many(300, n => $"    ?N{n}(of) / !N{n + 1}(of)\n".Replace($"?N{n}(of)", $"?N{n}", StringComparison.Ordinal));
        Assert.NotNull(Build(Two($"tag T = A | B\nmessage {Many(301, n => $"N{n}(T of)", ", ")}\ncall go", $"    go / !N0(A)\n{rows}    ?N300(A) / note\n    ?N300(B) / other\n")).System);
    }

    private static SystemBuild Build(string table)
    {
        var file = Tables.ReadSound(table);
        var watch = Stopwatch.StartNew();
        var build = Tables.Build(file);
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
        return build;
    }

    private static void Refused(SystemProblemKind kind, string table)
    {
        var build = Build(table);
        Assert.Null(build.System);
        Assert.Equal(kind, build.Problems[0].Kind);
    }
}
