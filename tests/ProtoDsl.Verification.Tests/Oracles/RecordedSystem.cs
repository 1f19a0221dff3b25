using System.Text;
using System.Text.Json;

namespace ProtoDsl.Verification.Tests.Oracles;

/// <summary>A pair of communicating machines as other tools wrote it down, and the table that means the same.</summary>
/// <param name="Name">Theirs.</param>
/// <param name="Machines">Initial state, and transitions: from, <c>!</c> or <c>?</c>, message, to.</param>
/// <param name="Record">Everything that was recorded of it.</param>
internal sealed record RecordedSystem(
    string Name, IReadOnlyList<(string Initial, IReadOnlyList<(string From, char Action, string Message, string To)> Transitions)> Machines, JsonElement Record)
{
    public static RecordedSystem Read(JsonElement json)
    {
        var machines = json.GetProperty("roles").EnumerateArray().Select(role => json.GetProperty("machines").GetProperty(role.GetString() ?? ""));
        return new RecordedSystem(json.GetProperty("name").GetString() ?? "", [.. machines.Select(ReadMachine)], json);
    }

    private static (string, IReadOnlyList<(string, char, string, string)>) ReadMachine(JsonElement json) =>
        (json.GetProperty("initial").GetString() ?? "",
        [.. json.GetProperty("transitions").EnumerateArray().Select(one => (Text(one[0]), Text(one[1])[0], Text(one[3]), Text(one[4])))]);

    private static string Text(JsonElement json) => json.GetString() ?? "";

    /// <summary>The table: a spontaneous send is a call that sends, a choice between equal events is a guard of its own, and a state without rows is final.</summary>
    public string Table(int capacity)
    {
        var messages = Machines.SelectMany(machine => machine.Transitions).Select(one => one.Message).Distinct().ToList();
        var calls = Machines.Max(machine => machine.Transitions.GroupBy(one => one.From).Max(group => group.Count()));
        var text = new StringBuilder("protocol Recorded\n\nmessage ").AppendJoin(", ", messages.Select((_, index) => "M" + index));
        text.Append("\ncall ").AppendJoin(", ", Enumerable.Range(0, calls).Select(call => "c" + call)).Append('\n');
        for (var i = 0; i < Machines.Count; i++)
        {
            AppendMachine(text.Append($"\nmachine P{i}\n"), Machines[i], messages);
        }

        return text.Append($"\nsession Pair\n    a : P0\n    b : P1\n    over fifo({capacity})\n").ToString();
    }

    private static void AppendMachine(
        StringBuilder text, (string Initial, IReadOnlyList<(string From, char Action, string Message, string To)> Transitions) machine, List<string> messages)
    {
        var states = machine.Transitions.SelectMany(one => new[] { one.From, one.To }).Prepend(machine.Initial).Distinct().ToList();
        foreach (var state in states)
        {
            var rows = machine.Transitions.Where(one => one.From == state).ToList();
            text.Append($"\n{(state == machine.Initial ? "initial " : "")}{(rows.Count == 0 ? "final " : "")}state S{states.IndexOf(state)}\n");
            for (var i = 0; i < rows.Count; i++)
            {
                var (_, action, message, to) = rows[i];
                var number = messages.IndexOf(message);
                var equal = rows.FindAll(other => other.Action == '?' && action == '?' && other.Message == message);
                var guard = equal.Count > 1 ? $" [g{rows.Take(i).Count(other => other.Action == '?' && other.Message == message)}]" : "";
                text.Append(action == '?' ? $"    ?M{number}{guard}" : $"    c{i} / !M{number}").Append($" -> S{states.IndexOf(to)}\n");
            }
        }
    }
}
