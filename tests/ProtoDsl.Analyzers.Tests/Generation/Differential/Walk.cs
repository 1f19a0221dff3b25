using System.Reflection;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>One table on its way: its text, its model, and how it is compiled.</summary>
internal sealed record WalkedTable(int Seed, string Text, Protocol Protocol, bool IsGeneric, bool IsObserved)
{
    public Machine Machine => Protocol.Machines[0];
}

/// <summary>A generated machine and the interpreter, side by side through the same events; any difference fails.</summary>
internal sealed class Walk
{
    private const int Steps = 40;

    private readonly WalkedTable _table;
    private readonly Random _random;
    private readonly Answers _expected;
    private readonly Answers _actual;
    private readonly GeneratedMachine _generated;
    private readonly ModelMachine _model;
    private readonly List<string> _history = [];
    private readonly IDictionary<string, int> _seen;

    public Walk(Assembly assembly, WalkedTable table, int life, IDictionary<string, int> seen)
    {
        _table = table;
        _seen = seen;
        _random = new Random((table.Seed * 31) + life);
        _expected = new Answers(table.Seed + life);
        _actual = new Answers(table.Seed + life);
        assembly.GetType("Host")!.GetMethod("Enter")!.CreateDelegate<Action<Func<string, bool>>>()(_actual.Ask);
        _generated = GeneratedMachine.Create(assembly, table.Protocol.Namespace!);
        _model = new ModelMachine(table.Protocol, table.Machine, _expected.Ask, table.IsObserved);
        var first = table.Machine.Events.Select((e, i) => (e, i)).First(pair => pair.e.Kind is EventKind.Call or EventKind.Receive).i;
        _actual.Reenter = () => _generated.Fire("Raise", first, [0, 0]);
        _actual.MayThrow = _expected.MayThrow = true;
    }

    public void Go()
    {
        for (var step = 0; step < Steps; step++)
        {
            Step();
        }

        SaveAndRestore();
    }

    private void Step()
    {
        var e = _random.Next(_table.Machine.Events.Count);
        var @event = _table.Machine.Events[e];
        var isTimer = @event.Kind is EventKind.After or EventKind.Timeout;
        var values = Values(@event);
        var how = isTimer || _random.Next(3) > 0 ? "Raise" : "Try";
        if (@event.Kind == EventKind.Call)
        {
            Assert.Equal(_model.Can(e, values).ToString(), _generated.Fire("Can", e, values));
        }

        var before = _model.State;
        var deferred = _model.Deferred;
        var wanted = isTimer ? _model.Elapsed(values[0], values[1]) : how == "Raise" ? _model.Raise(e, values) : _model.Try(e, values);
        var got = _generated.Fire(how, e, values);
        _history.Add($"{how} {@event.Name}({string.Join(", ", values)})\n    expected {wanted}: {string.Join("; ", _expected.Log)}\n    actual   {got}: {string.Join("; ", _actual.Log)}");
        Assert.True(
            wanted == got && _expected.Log.SequenceEqual(_actual.Log) && _model.StateName == _generated.State && _model.Snapshot == _generated.Save(),
            $"{_table.Text}\n{string.Join("\n", _history.TakeLast(12))}\n    state {_model.StateName} {_generated.State}, saved {_model.Snapshot} {_generated.Save()}");
        Assert.True(_actual.Unrefused is null, $"an event inside an effect came to {_actual.Unrefused}\n{_table.Text}\n{string.Join("\n", _history.TakeLast(3))}");

        See(wanted.Split(':')[0] is "Illegal" or "Unexpected" or "Boom" or "False" ? wanted.Split(':')[0] : "taken");
        See(wanted == "Boom" && _model.State != before ? "thrown after the step" : "");
        See(_model.Deferred > deferred ? "deferred" : _model.Deferred < deferred ? "redelivered" : "");
        See(_model.State != before ? "moved" : "");
        See(wanted.Contains("deferred already", StringComparison.Ordinal) ? "overflow" : "");
        See(_actual.Reentered > 0 ? "reentered" : "");
        _expected.Log.Clear();
        _actual.Log.Clear();
    }

    private int[] Values(MachineEvent @event)
    {
        var machine = _table.Machine;
        var generation = @event.Kind is EventKind.After or EventKind.Timeout
            ? Math.Max(0, _expected.LastGeneration(machine.Timers[@event.Subject].Name) - (_random.Next(8) / 7)) // now and then a stale one
            : 0;
        int[] any = [_random.Next(3), _random.Next(100)];
        return @event.Kind switch
        {
            EventKind.Call => any[..machine.Calls[@event.Subject].Parameters.Count],
            EventKind.Receive => any[.._table.Protocol.Messages[@event.Subject].Parameters.Count],
            _ => [@event.Subject, generation],
        };
    }

    private void SaveAndRestore()
    {
        var saved = _generated.Save();
        if (saved == "SnapshotException")
        {
            See("unsaved");
            return;
        }

        _actual.MayThrow = false;
        _actual.Reenter = null;
        var restored = _generated.Restore(saved);

        Assert.Equal(saved, restored.Save());
        Assert.Equal(_model.StateName, restored.State);
        Assert.All(_actual.Log, line => Assert.StartsWith("Start(", line, StringComparison.Ordinal));
    }

    private void See(string what)
    {
        if (what.Length > 0)
        {
            _seen[what] = _seen.TryGetValue(what, out var count) ? count + 1 : 1;
        }
    }
}
