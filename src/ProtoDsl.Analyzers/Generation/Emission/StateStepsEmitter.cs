using System;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>Exit effects, entry effects and <c>after</c> timers: a method for each state that has some, and one that finds it at run time
/// for rows that several states share.</summary>
internal sealed class StateStepsEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;
    private readonly EffectEmitter _effects;

    public StateStepsEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
        _effects = new EffectEmitter(writer, form);
    }

    private Machine Machine => _form.Shape.Machine;

    /// <summary>Writes what the machine's states need.</summary>
    public void Write()
    {
        Boundary("Exit", "exit", _form.Shape.Members.ExitOf, state => state.Exit);
        Boundary("Enter", "entry", _form.Shape.Members.EntryOf, state => state.Entry);
        Timers("StopTimersOf", timer => $"{_form.Helper("StopTimer")}({_form.Shape.Timer(timer)});");
        Timers("StartTimersOf", timer => $"{_form.Helper("StartTimer")}({_form.Shape.Timer(timer)}, {_form.Shape.Members.Due(timer)});");
    }

    private void Boundary(string helper, string word, Func<int, string> methodOf, Func<State, EquatableArray<EffectStep>> stepsOf)
    {
        var owners = Enumerable.Range(0, Machine.States.Count).Where(state => methodOf(state).Length > 0).ToArray();
        var flavor = _form.Flavor;
        var token = flavor.WithToken("", $"{Flavor.CancellationTokenType} cancellationToken");
        foreach (var owner in owners)
        {
            _writer.Line();
            _writer.Line($"// state {CSharpText.Comment(Machine.States[owner].Name)}: {word}");
            using (_writer.Block($"private {flavor.Method("void")} {methodOf(owner)}({token})"))
            {
                _effects.Write(null, stepsOf(Machine.States[owner]));
            }
        }

        if (owners.Length == 0 || !_form.IsUsed(helper))
        {
            return;
        }

        _writer.Line();
        using (_writer.Block($"private {flavor.Method("void")} {_form.Helper(helper)}({flavor.WithToken($"{_form.Shape.StateType} state", $"{Flavor.CancellationTokenType} cancellationToken")})"))
        using (_writer.Block("switch (state)"))
        {
            foreach (var owner in owners)
            {
                using (_writer.Indented($"case {_form.Shape.State(owner)}:"))
                {
                    _writer.Line(flavor.Await($"{methodOf(owner)}({flavor.WithToken("", "cancellationToken")})") + ";");
                    _writer.Line("break;");
                }
            }
        }
    }

    private void Timers(string helper, Func<int, string> statement)
    {
        if (!_form.IsUsed(helper))
        {
            return;
        }

        _writer.Line();
        using (_writer.Block($"private void {_form.Helper(helper)}({_form.Shape.StateType} state)"))
        using (_writer.Block("switch (state)"))
        {
            var owners = Enumerable.Range(0, Machine.States.Count).Where(state => !Machine.States[state].AfterTimers.IsEmpty);
            foreach (var alike in owners.GroupBy(state => Machine.States[state].AfterTimers))
            {
                var states = alike.ToArray();
                foreach (var state in states.Take(states.Length - 1))
                {
                    _writer.Line($"case {_form.Shape.State(state)}:");
                }

                using (_writer.Indented($"case {_form.Shape.State(states[states.Length - 1])}:"))
                {
                    foreach (var timer in alike.Key)
                    {
                        _writer.Line(statement(timer));
                    }

                    _writer.Line("break;");
                }
            }
        }
    }
}
