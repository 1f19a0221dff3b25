using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What rows, entries and exits do, one statement an effect.</summary>
internal sealed class EffectEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;
    private readonly ArgumentEmitter _arguments;

    public EffectEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
        _arguments = new ArgumentEmitter(form);
    }

    /// <summary>Writes the steps in order. <paramref name="event"/> is null for an entry or exit.</summary>
    public void Write(EventShape? @event, IEnumerable<EffectStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case ActionStep action:
                    _writer.Line(_form.Flavor.Await(_arguments.Call(@event, _form.Shape.Machine.Actions[action.Action], action.Arguments)) + ";");
                    break;
                case SendStep send:
                    Send(@event, send);
                    break;
                case TimerStep { Operation: TimerOperation.Stop } stop:
                    _writer.Line($"{_form.Helper("StopTimer")}({_form.Shape.Timer(stop.Timer)});");
                    break;
                case TimerStep start:
                    _writer.Line($"{_form.Helper("StartTimer")}({_form.Shape.Timer(start.Timer)}, {_form.Shape.Members.Due(start.Timer)});");
                    break;
            }
        }
    }

    private void Send(EventShape? @event, SendStep send)
    {
        var flavor = _form.Flavor;
        var arguments = Message(@event, send);
        if (send.To is not null)
        {
            arguments += ", " + _form.Shape.Peer(send.To);
        }

        _writer.Line(flavor.Await($"_actions.Send{flavor.Suffix}({flavor.WithToken(arguments, ArgumentEmitter.Token(@event))})") + ";");
    }

    private string Message(EventShape? @event, SendStep send)
    {
        var outputs = _form.Shape.Outputs;
        if (outputs.IsAsked(send))
        {
            var given = string.Join(", ", _arguments.Values(@event, send.Arguments.Where(argument => argument is not MissingArgument)));
            return _form.Flavor.Await($"_actions.{outputs.Method(send)}({_form.Flavor.WithToken(given, ArgumentEmitter.Token(@event))})");
        }

        return $"new {_form.Types.Message(send.Message)}({string.Join(", ", _arguments.Values(@event, send.Arguments))})";
    }
}
