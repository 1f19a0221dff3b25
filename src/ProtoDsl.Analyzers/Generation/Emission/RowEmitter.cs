using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What happens when a row is taken, in the order that the language fixes: exit effects, the row's own; then in one step the
/// timers of the source stop, the state changes, those of the target start; then the observer is told, then entry effects.</summary>
internal sealed class RowEmitter
{
    private const int MostTimersInline = 2;

    private readonly SourceWriter _writer;
    private readonly MachineForm _form;
    private readonly EffectEmitter _effects;

    public RowEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
        _effects = new EffectEmitter(writer, form);
    }

    /// <summary>Writes the statements of a transition row.</summary>
    /// <param name="event">The event at hand.</param>
    /// <param name="row">The row.</param>
    /// <param name="trigger">Which of its triggers fits.</param>
    /// <param name="sources">The states in which it can be taken here.</param>
    /// <param name="from">A variable that holds the one it is taken in.</param>
    public void Write(EventShape @event, Row row, RowTrigger trigger, IReadOnlyList<int> sources, string from)
    {
        var moves = RowFacts.Moves(row);
        if (sources.Count == 1)
        {
            from = _form.Shape.State(sources[0]);
        }

        var isReentry = row.TargetKind == TargetKind.Same;
        var to = !moves || isReentry ? from : _form.Shape.State(row.Target);
        var targets = isReentry ? sources : new[] { row.Target };
        if (moves)
        {
            Boundary("Exit", @event.TokenLocal, sources, from, _form.Shape.Members.ExitOf);
        }

        _effects.Write(@event, row.Effects);
        if (moves)
        {
            Step(@event, sources, targets, from, to);
        }

        Observe(@event, trigger, from, to, moves);
        if (moves)
        {
            Boundary("Enter", @event.TokenLocal, targets, to, _form.Shape.Members.EntryOf);
        }
    }

    private void Step(EventShape @event, IReadOnlyList<int> sources, IReadOnlyList<int> targets, string from, string to)
    {
        var states = _form.Shape.Machine.States;
        Timers(sources, from, "StopTimersOf", timer => $"{_form.Helper("StopTimer")}({_form.Shape.Timer(timer)});");
        if (@event.Timer is not null)
        {
            _writer.Line("_expiring = 0;");
        }

        if (to != from)
        {
            _writer.Line(@event.IsHeavy ? $"_state = {to};" : $"_state = _ready = {to};");
        }

        Timers(targets, to, "StartTimersOf", timer => $"{_form.Helper("StartTimer")}({_form.Shape.Timer(timer)}, {_form.Shape.Members.Due(timer)});");
    }

    private void Observe(EventShape @event, RowTrigger trigger, string from, string to, bool moves)
    {
        var text = RowText.EventText(_form.Shape.Protocol, @event, trigger);
        var bare = text == @event.Event.Name ? "" : ", " + CSharpText.Literal(@event.Event.Name);
        var arguments = $"{from}, {to}, {CSharpText.Literal(text)}{bare}{(moves ? "" : ", isInternal: true")}";
        _writer.Line($"{_form.Use("Observed")}(new {_form.Nested("Transition")}({arguments}))?.OnTransition(default);");
    }

    /// <summary>Exit or entry effects; of a state found out at run time where there are several that differ.</summary>
    private void Boundary(string helper, string tokenLocal, IReadOnlyList<int> states, string state, System.Func<int, string> methodOf)
    {
        var token = _form.Flavor.WithToken("", tokenLocal);
        if (states.Count == 1)
        {
            if (methodOf(states[0]).Length > 0)
            {
                _writer.Line(_form.Flavor.Await($"{methodOf(states[0])}({token})") + ";");
            }
        }
        else if (states.Any(index => methodOf(index).Length > 0))
        {
            _writer.Line(_form.Flavor.Await($"{_form.Use(helper)}({_form.Flavor.WithToken(state, tokenLocal)})") + ";");
        }
    }

    private void Timers(IReadOnlyList<int> states, string state, string helper, System.Func<int, string> statement)
    {
        var timers = TimersOf(states[0]);
        if (states.Count == 1 || states.All(index => TimersOf(index) == timers))
        {
            if (timers.Count <= MostTimersInline)
            {
                foreach (var timer in timers)
                {
                    _writer.Line(statement(timer));
                }

                return;
            }
        }

        _writer.Line($"{_form.Use(helper)}({state});");
    }

    private EquatableArray<int> TimersOf(int state) =>
        state >= 0 && state < _form.Shape.Machine.States.Count ? _form.Shape.Machine.States[state].AfterTimers : default;
}
