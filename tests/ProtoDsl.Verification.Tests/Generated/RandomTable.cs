using System.Text;

namespace ProtoDsl.Verification.Tests.Generated;

/// <summary>A table with a session, made from a seed: a conversation, projected on its roles, and then spoilt in a few places.</summary>
internal sealed class RandomTable
{
    private static readonly string[] Guards = ["g", "!g", "h", "g && !h", "g || h", "else"];

    private readonly Random _random;
    private readonly List<MachineSketch> _machines = [];
    private readonly int _roles;
    private readonly bool _hasTimers;
    private readonly bool _hasTags;

    private RandomTable(int seed)
    {
        _random = new Random(seed);
        _roles = Chance(15) ? 3 : 2;
        _hasTimers = Chance(40);
        _hasTags = Chance(50);
    }

    /// <summary>The text of the table of a seed; always the same, and without errors.</summary>
    public static string Of(int seed) => new RandomTable(seed).Make();

    private string Make()
    {
        Converse();
        if (Chance(15))
        {
            Rattle();
        }

        for (var i = Pick(5); i > 0; i--)
        {
            Spoil(_machines[Pick(_machines.Count)]);
        }

        var text = new StringBuilder();
        text.Append("protocol Made\n\ntag T = X | Y\nmessage M0, M1, M2(T of)\ncall c0, c1, c2(T of), c3\ntimer A = 1s\ntimer D = 2s\ntimer R = 3s\n\n");
        _machines.ForEach(machine => text.Append(machine.Text()).Append('\n'));
        return text.Append(Session()).ToString();
    }

    // Each exchange belongs to one role that sends and one that receives; every role steps through its own part of them.
    private void Converse()
    {
        var exchanges = Enumerable.Range(0, 1 + Pick(5)).Select(_ => (From: Pick(_roles), Shift: 1 + Pick(_roles - 1), Message: Message(), Back: Chance(20))).ToList();
        var states = Enumerable.Range(0, _roles).Select(role => 1 + exchanges.Count(one => one.From == role || (one.From + one.Shift) % _roles == role)).ToList();
        for (var role = 0; role < _roles; role++)
        {
            var machine = new MachineSketch("P" + role, states[role] + Pick(2));
            machine.Final.Add(states[role] - 1);
            var at = 0;
            foreach (var (from, shift, message, back) in exchanges)
            {
                var to = (from + shift) % _roles;
                if (from != role && to != role)
                {
                    continue;
                }

                // Some go back to an earlier state; the conversation then goes on from the next one all the same.
                var target = back ? at : at + 1;
                var row = from == role
                    ? new RowSketch(at, Starter(machine, at), null, [Sent(message, to)], target)
                    : new RowSketch(at, Received(message, from), null, [], target);
                machine.Rows.Add(row);
                if (back)
                {
                    machine.Rows.Add(row with { Trigger = from == role ? "c3" : Received("M0", from), Effects = from == role ? [Sent("M0", to)] : [], Target = at + 1 });
                }

                at++;
            }

            _machines.Add(machine);
        }
    }

    // Two roles leave the conversation for an exchange without end.
    private void Rattle()
    {
        var (first, second) = (_machines[0], _machines[1]);
        var (talker, hearer) = (first.AddState(), second.AddState());
        var at = Pick(talker);
        first.Rows.Add(new RowSketch(at, "c3", null, [Sent("M1", 1)], talker));
        first.Rows.Add(new RowSketch(talker, "c0", null, [Sent("M0", 1)], talker));
        for (var state = 0; state < hearer; state++)
        {
            second.Rows.Add(new RowSketch(state, Received("M1", 0), null, [], hearer));
        }

        second.Rows.Add(new RowSketch(hearer, Received("M0", 0), null, [], hearer));
    }

    private void Spoil(MachineSketch machine)
    {
        var rows = machine.Rows;
        var row = rows.Count == 0 ? null : rows[Pick(rows.Count)];
        switch (Pick(14))
        {
            case 0 when row is not null:
                rows.Remove(row);
                break;
            case 1 or 2 when row is not null:
                Replace(row with { Target = Chance(30) && !row.Trigger.StartsWith("after", StringComparison.Ordinal) ? null : Pick(machine.States) });
                break;
            case 3 when row is not null:
                Replace(row with { Effects = [.. row.Effects, Effect(machine)] });
                break;
            case 4 when row is not null:
                Replace(row with { Guard = Guards[Pick(2)] });
                rows.Add(row with { Guard = Guards[Pick(Guards.Length)], Target = Pick(machine.States) });
                break;
            case 5:
                machine.Entries[Pick(machine.States)] = Effect(machine);
                break;
            case 6:
                machine.Exits[Pick(machine.States)] = Effect(machine);
                break;
            case 7:
                machine.Final.Add(Chance(40) ? 0 : Pick(machine.States));
                break;
            case 8:
                var keyword = Chance(50) ? "ignore" : Chance(70) ? "defer" : "forbid";
                rows.Add(new RowSketch(Pick(machine.States), Receiver(machine), null, [], null, keyword));
                break;
            case 9 when _hasTimers:
                rows.Add(new RowSketch(Pick(machine.States), "timeout R", null, Chance(50) ? [Effect(machine)] : [], Pick(machine.States)));
                machine.Entries[Pick(machine.States)] = "start R";
                break;
            case 10 or 11:
                rows.Add(new RowSketch(Pick(machine.States), Receiver(machine), null, [], Pick(machine.States)));
                break;
            default:
                var state = Pick(machine.States);
                rows.Add(new RowSketch(state, Starter(machine, state), null, Chance(80) ? [Effect(machine)] : [], Pick(machine.States)));
                break;
        }

        void Replace(RowSketch changed) => rows[rows.IndexOf(row)] = changed;
    }

    private string Session()
    {
        var text = new StringBuilder("session Talk\n");
        var twice = _roles == 2 && Chance(5);
        for (var role = 0; role < _roles; role++)
        {
            var machine = _machines[twice ? 0 : role];
            var calls = Enumerable.Range(0, 4).Select(call => "c" + call).Where(call => machine.Rows.Exists(row => row.Trigger.StartsWith(call, StringComparison.Ordinal))).ToList();
            var limited = calls.Count > 1 && Chance(15) ? $" calls {calls[0]}" : "";
            text.Append($"    r{role} : {machine.Name}{limited}{(Chance(5) ? " from S" + Pick(machine.States) : "")}\n");
        }

        // As many messages as any row can send: exit, row and entry effects together.
        var capacity = 4 + Pick(2);
        var room = _machines.TrueForAll(machine => machine.Entries.Count + machine.Exits.Count == 0 && machine.Rows.TrueForAll(row => row.Effects.Count < 2)) ? 1 + Pick(2) : capacity;
        text.Append("    over ").Append(Pick(10) switch { 0 or 1 => $"lossy fifo({room})", 2 => $"bag({room})", 3 => $"lossy bag({room})", 4 or 5 => "rendezvous", _ => $"fifo({room})" });
        return text.Append($"\n    never \"made up\" r0 S{Pick(_machines[0].States)}, r1 S{Pick(_machines[twice ? 0 : 1].States)}\n").ToString();
    }

    private string Starter(MachineSketch machine, int state) => Pick(_hasTimers ? 6 : 4) switch
    {
        4 => "after A",
        5 => machine.Final.Contains(state) ? "after A" : "after D drained",
        2 => _hasTags && Chance(50) ? "c2(X)" : "c2",
        var call => "c" + call,
    };

    private string Receiver(MachineSketch machine)
    {
        var from = (RoleOf(machine) + 1 + Pick(_roles - 1)) % _roles;
        return Chance(10) ? "?*" : _roles > 2 && Chance(40) ? "?" + Message() : Received(Message(), from);
    }

    private string Effect(MachineSketch machine)
    {
        var to = (RoleOf(machine) + 1 + Pick(_roles - 1)) % _roles;
        return Pick(6) switch
        {
            0 when _hasTimers => "start R",
            1 when _hasTimers => "stop R",
            2 => "note",
            _ => Sent(Message(), to),
        };
    }

    private int RoleOf(MachineSketch machine) => _machines.IndexOf(machine);

    private string Message() => Pick(3) switch { 2 => _hasTags ? Chance(50) ? "M2(X)" : Chance(50) ? "M2(Y)" : "M2" : "M2", var message => "M" + message };

    private string Received(string message, int from) => "?" + message + (_roles > 2 ? " from r" + from : "");

    private string Sent(string message, int to) => "!" + message + (_roles > 2 ? " to r" + to : "");

    private int Pick(int count) => count <= 0 ? 0 : _random.Next(count);

    private bool Chance(int percent) => _random.Next(100) < percent;
}
