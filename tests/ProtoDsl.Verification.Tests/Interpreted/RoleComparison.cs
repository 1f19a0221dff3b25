using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Systems;

namespace ProtoDsl.Verification.Tests.Interpreted;

/// <summary>One role of a system against the interpreter, local state by local state.</summary>
internal sealed class RoleComparison(Protocol protocol, Session session, SessionSystem system, int role)
{
    private readonly RoleAutomaton _automaton = system.Roles[role];
    private readonly Role _role = session.Roles[role];
    private int _answers;

    private Machine Machine => _automaton.Machine;

    /// <summary>Fails at the first difference.</summary>
    /// <returns>How many answers were compared.</returns>
    public int Run()
    {
        var start = _role.StartState is { } name ? Machine.States.Single(state => state.Name == name) : Machine.States[Machine.InitialState];
        var first = _automaton.States[_automaton.Start];
        Assert.Equal((start.Name, 0, false), (Machine.States[first.TableState].Name, first.ArmedTimers.Count, first.HasEnded));
        for (var state = 0; state < _automaton.States.Count; state++)
        {
            Compare(state);
        }

        return _answers;
    }

    private void Compare(int state)
    {
        var local = _automaton.States[state];
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        var hears = new SortedSet<int>();
        var deferred = new SortedSet<(int Channel, int Letter)>();
        Assert.Equal(Machine.States[local.TableState].IsFinal, local.IsFinal);
        if (local.HasEnded)
        {
            Assert.All(local.Moves, move => Assert.Equal((MoveKind.Receive, -1, state, 0), (move.Kind, move.Row, move.Target, move.Sends.Count)));
            return;
        }

        for (var index = 0; index < Machine.Events.Count; index++)
        {
            foreach (var (kind, channel, letter, sender, values) in Occasions(local, index))
            {
                Answer(local, index, (kind, channel, letter), sender, values, expected, deferred);
            }

            foreach (var channel in Channels().Where(channel => Listens(local.TableState, index, channel)))
            {
                hears.Add(channel);
            }
        }

        var actual = new SortedSet<string>(local.Moves.Select(move => Text(move.Kind, move.Channel, move.Letter, Called(move), move.Row, move.Sends.Select(Of), Memory(move.Target))), StringComparer.Ordinal);
        Assert.True(expected.SetEquals(actual), $"{SystemText.NameOf(_automaton, state)} of {_role.Name}:\nthe table means\n{string.Join("\n", expected.Except(actual))}\nthe automaton has\n{string.Join("\n", actual.Except(expected))}");
        Assert.Equal(hears, Channels().Where(channel => local.Listening[channel].IsListening));
        Assert.Equal(deferred, Channels().SelectMany(channel => local.Listening[channel].Deferred.Select(letter => (channel, letter))));
        Assert.Equal(
            local.Moves.Where(move => move.Letter >= 0).Select(move => (move.Channel, move.Letter)).Distinct().Order(),
            Channels().SelectMany(channel => local.Listening[channel].Taken.Select(letter => (channel, letter))));
        Assert.Equal(local.Moves.Any(move => move.Kind == MoveKind.Timer), local.HasLiveTimer);
    }

    // Guards answer in every combination; a message whose rows all refuse it is the guards' affair, and so is such an expiry.
    private void Answer(
        LocalState local, int index, (MoveKind Kind, int Channel, int Letter) what, string? sender, IReadOnlyList<string> values,
        SortedSet<string> expected, SortedSet<(int Channel, int Letter)> deferred)
    {
        var interpreter = new TableInterpreter(protocol, Machine);
        var memory = new RoleMemory(local.TableState, local.ArmedTimers.ToEquatableArray(), false);
        var guards = Machine.Actions.Where(action => action.IsGuard).Select(action => action.Name).ToList();
        for (var answers = 0; answers < 1 << guards.Count; answers++)
        {
            _answers++;
            var reaction = interpreter.Raise(memory, index, values, sender, guard => (answers >> guards.IndexOf(guard) & 1) == 1);
            if (reaction.Answer == Interpreted.Answer.Deferred)
            {
                deferred.Add((what.Channel, what.Letter));
            }

            var isDropped = reaction.Answer == Interpreted.Answer.Illegal && Machine.Events[index].Kind == EventKind.Timeout;
            if (reaction.Answer == Interpreted.Answer.Taken || isDropped)
            {
                var called = what.Kind == MoveKind.Call ? Machine.Events[index].Name + string.Concat(values.Select(value => " " + value)) : Machine.Events[index].Name;
                foreach (var sends in Completions(reaction.Sends))
                {
                    expected.Add(Text(what.Kind, what.Channel, what.Letter, called, isDropped ? -1 : reaction.Row, sends, reaction.After));
                }
            }
        }
    }

    /// <summary>Every way in which an event can come about in a local state.</summary>
    private IEnumerable<(MoveKind Kind, int Channel, int Letter, string? Sender, IReadOnlyList<string> Values)> Occasions(LocalState local, int index)
    {
        var @event = Machine.Events[index];
        switch (@event.Kind)
        {
            case EventKind.Call when _role.Calls is not { } calls || calls.Contains(Machine.Calls[@event.Subject].Name):
                return ValuesOf(Machine.Calls[@event.Subject].Parameters, local, Machine.Calls[@event.Subject].Name).Select(values => (MoveKind.Call, -1, -1, (string?)null, values));
            case EventKind.Receive:
                return from channel in Channels()
                       from letter in Sent(channel)
                       where system.Letters[letter].Message == protocol.Messages[@event.Subject].Name
                       select (MoveKind.Receive, channel, letter, (string?)system.Roles[system.Channels[channel].Sender].Name, system.Letters[letter].Arguments);
            case EventKind.After when Machine.States[local.TableState].AfterTimers.Contains(@event.Subject):
                return [(@event.IsDrained ? MoveKind.DrainedTimer : MoveKind.Timer, -1, -1, null, [])];
            case EventKind.Timeout when local.ArmedTimers.Contains(@event.Subject):
                return [(MoveKind.Timer, -1, -1, null, [])];
            default:
                return [];
        }
    }

    // The values that the automaton tells apart: those that its moves name, or one that stands for all.
    private IEnumerable<IReadOnlyList<string>> ValuesOf(EquatableArray<Parameter> parameters, LocalState local, string call)
    {
        var told = _automaton.States.SelectMany(state => state.Moves).Where(move => move.Kind == MoveKind.Call && move.Subject == call).ToList();
        return Product([.. parameters.Select((parameter, index) => told.Exists(move => move.Arguments[index] != "_")
            ? protocol.Tags[parameter.Tag].Values.Select(value => value.Name).ToList()
            : (IReadOnlyList<string>)["_"])]);
    }

    private IEnumerable<int> Channels() => Enumerable.Range(0, system.Channels.Count).Where(channel => system.Channels[channel].Receiver == role);

    private IEnumerable<int> Sent(int channel) => system.Roles[system.Channels[channel].Sender].States.SelectMany(state => state.Moves)
        .SelectMany(move => move.Sends).Where(send => send.Channel == channel).Select(send => send.Letter).Distinct().Order();

    private bool Listens(int state, int index, int channel)
    {
        var sender = system.Roles[system.Channels[channel].Sender].Name;
        return Machine.Events[index].Kind == EventKind.Receive && Machine.Rows.Any(row => row.States.Contains(state) && row.Kind != RowKind.Forbid
            && row.Triggers.Any(trigger => (trigger.Event == index || trigger.Event < 0) && (trigger.From is null || trigger.From == sender)));
    }

    private IEnumerable<IReadOnlyList<string>> Completions(IReadOnlyList<(string? To, string Message, IReadOnlyList<string?> Values)> sends) =>
        Product([.. sends.Select(send => (IReadOnlyList<string>)[.. Letters(send)])]);

    // A message as the system knows it: values that the system does not tell apart are "_" there.
    private IEnumerable<string> Letters((string? To, string Message, IReadOnlyList<string?> Values) send)
    {
        var to = send.To ?? system.Roles[1 - role].Name;
        return system.Letters.Where(letter => letter.Message == send.Message
                && letter.Arguments.Select((value, index) => value == "_" || send.Values[index] is null || send.Values[index] == value).All(fits => fits))
            .Select(letter => $"{to} {letter.Text}");
    }

    private string Of(Send send) => $"{system.Roles[system.Channels[send.Channel].Receiver].Name} {system.Letters[send.Letter].Text}";

    private RoleMemory Memory(int index)
    {
        var state = _automaton.States[index];
        return new RoleMemory(state.TableState, state.ArmedTimers.ToEquatableArray(), state.HasEnded);
    }

    private static string Called(Move move) => move.Kind == MoveKind.Call ? move.Subject + string.Concat(move.Arguments.Select(value => " " + value)) : move.Kind == MoveKind.Receive ? "?" + move.Subject : move.Event;

    private static string Text(MoveKind kind, int channel, int letter, string called, int row, IEnumerable<string> sends, RoleMemory after) =>
        $"{kind} {called} {channel}/{letter} by row {row} sends [{string.Join("; ", sends)}] to {after.State} +{string.Join("+", after.Armed)}{(after.HasEnded ? " ended" : "")}";

    private static IEnumerable<IReadOnlyList<T>> Product<T>(IReadOnlyList<IReadOnlyList<T>> choices) =>
        choices.Aggregate((IEnumerable<IReadOnlyList<T>>)[[]], (ways, next) => ways.SelectMany(way => next.Select(item => (IReadOnlyList<T>)[.. way, item])));
}
