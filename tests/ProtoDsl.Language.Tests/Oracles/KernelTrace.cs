using System.Text.Json;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>One socket of a recorded scenario: the states that Linux put it through, and all segments on the wire.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Socket"><c>A.active</c>, <c>B.listener</c>, <c>B.passive-child</c>; <c>#2</c> for the second of a kind.</param>
/// <param name="Path">The states in order, the first one included.</param>
/// <param name="Segments">In the order in which they were sent.</param>
/// <param name="IsShared">True where several connections share the wire, so that a segment need not be this socket's.</param>
internal sealed record KernelTrace(string Scenario, string Socket, IReadOnlyList<string> Path, IReadOnlyList<Segment> Segments, bool IsShared)
{
    internal char Side => Socket[0];

    internal static IReadOnlyList<KernelTrace> All()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(RepositoryPaths.Combine("tests", "Oracles", "kernel-traces.json")));
        return [.. file.RootElement.EnumerateObject().SelectMany(scenario => Sockets(scenario.Name, scenario.Value))];
    }

    private static IEnumerable<KernelTrace> Sockets(string scenario, JsonElement recording)
    {
        var segments = recording.GetProperty("segments").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Segment.Parse).ToList();
        var sockets = recording.GetProperty("sockets").EnumerateObject().ToList();
        var isShared = sockets.Any(socket => socket.Name.Contains('#', StringComparison.Ordinal));
        foreach (var socket in sockets)
        {
            var steps = socket.Value.EnumerateArray().Select(step => step.GetString()!.Split('>')).ToList();
            for (var i = 1; i < steps.Count; i++)
            {
                Assert.Equal(steps[i - 1][1], steps[i][0]);
            }

            // A listening socket exchanges no segment: its children do.
            var wire = socket.Name.Contains("listener", StringComparison.Ordinal) ? [] : segments;
            yield return new KernelTrace(scenario, socket.Name, [steps[0][0], .. steps.Select(step => step[1])], wire, isShared);
        }
    }
}

/// <summary><c>A>FIN+ACK!</c>: who sent which flags, with how many bytes of data, and whether the network dropped it.</summary>
internal sealed record Segment(char Sender, string Flags, int Length, bool IsDropped)
{
    internal static Segment Parse(string text)
    {
        var isDropped = text.EndsWith('!');
        var parts = text.TrimEnd('!')[2..].Split('(', ')');
        return new Segment(text[0], parts[0], parts.Length > 1 ? int.Parse(parts[1]) : 0, isDropped);
    }

    /// <summary>What it may say in the words of the table. An acknowledgement of data is below the table: nothing.</summary>
    internal IReadOnlyList<string[]> Meanings() => Flags switch
    {
        "SYN" => [["?SYN"]],
        "SYN+ACK" => [["?SYN_ACK"]],
        "ACK" => [[], ["?ACK(SYN)"], ["?ACK(FIN)"]],
        "PSH+ACK" => [["?DATA"], ["?ACK(SYN)", "?DATA"], ["?ACK(FIN)", "?DATA"]],
        "FIN+ACK" => [["?FIN"], ["?ACK(SYN)", "?FIN"], ["?ACK(FIN)", "?FIN"]],
        "RST" or "RST+ACK" => [["?RST"]],
        _ => throw new InvalidOperationException($"Unknown flags {Flags}"),
    };

    /// <summary>The message of the table whose sending it shows; an <c>ACK</c> before it may travel in the same segment.</summary>
    internal string Message => Flags switch
    {
        "SYN+ACK" => "SYN_ACK",
        "PSH+ACK" => "DATA",
        "FIN+ACK" => "FIN",
        "RST+ACK" => "RST",
        _ => Flags,
    };

    public override string ToString() => $"{Sender}>{Flags}";
}
