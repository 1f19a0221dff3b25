using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Sessions;

/// <summary>A step in which something happens to one role.</summary>
internal sealed class ScenarioEventChecker(BindingContext context, BoundMachine bound, string role)
{
    private readonly Machine _machine = bound.Machine;

    public void Check(
        EventKind kind,
        NameSyntax subject,
        EquatableArray<ValueSyntax> arguments,
        GuardSyntax? guard,
        Action<EquatableArray<ValueSyntax>, EquatableArray<Parameter>, string> checkArguments)
    {
        var index = bound.Events.Events.FindIndex(@event => @event.Kind == kind && NameOf(@event.Name) == subject.Text);
        if (index >= 0)
        {
            checkArguments(arguments, bound.Events.Parameters[index], subject.Text);
        }
        else if (context.FirstTime(KindOf(kind), _machine.Name + "." + subject.Text))
        {
            var names = _machine.Events.Where(@event => @event.Kind == kind).Select(@event => NameOf(@event.Name));
            context.Report(ScenarioMessages.Event(subject, role, _machine.Name, context.Suggest(subject.Text, names)));
        }

        CheckGuard(guard);
    }

    // The words under which rows report unknown names: one that is reported there is not reported here.
    private static string KindOf(EventKind kind) => kind switch
    {
        EventKind.Call => "call",
        EventKind.Receive => "message",
        _ => "timer",
    };

    private static string NameOf(string @event) =>
        @event.StartsWith("?", StringComparison.Ordinal) ? @event.Substring(1) : @event.Substring(@event.IndexOf(' ') + 1);

    private void CheckGuard(GuardSyntax? guard)
    {
        switch (guard)
        {
            case NamedGuardSyntax { Name: { IsMissing: false } name } when !GuardNames().Contains(name.Text):
                if (context.FirstTime("guard", _machine.Name + "." + name.Text))
                {
                    context.Report(ScenarioMessages.Guard(name, _machine.Name, context.Suggest(name.Text, GuardNames())));
                }

                break;
            case NotGuardSyntax not:
                CheckGuard(not.Operand);
                break;
            case AndGuardSyntax and:
                CheckAll(and.Operands);
                break;
            case OrGuardSyntax or:
                CheckAll(or.Operands);
                break;
        }
    }

    private void CheckAll(EquatableArray<GuardSyntax> guards)
    {
        foreach (var guard in guards)
        {
            CheckGuard(guard);
        }
    }

    private IEnumerable<string> GuardNames() => _machine.Actions.Where(action => action.IsGuard).Select(action => action.Name);
}
