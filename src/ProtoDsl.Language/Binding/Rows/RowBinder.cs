using System.Collections.Generic;
using ProtoDsl.Language.Binding.Actions;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.States;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Rows;

/// <summary>The part of a section that its rows share.</summary>
/// <param name="Index">Its number in the machine.</param>
/// <param name="States">The states it speaks of.</param>
/// <param name="IsShared">True for an <c>in</c> section.</param>
internal sealed record SectionScope(int Index, EquatableArray<int> States, bool IsShared);

/// <summary>Rows that wait for an event.</summary>
internal sealed class RowBinder(
    BindingContext context, StateTable states, StateSets sets, EventTable events, TriggerBinder triggers, GuardBinder guards, EffectBinder effects, string machine)
{
    private readonly Dictionary<GuardExpression, int> _guardNumbers = [];

    /// <summary>The row; null where its event or guard cannot be understood, which is then reported.</summary>
    public BoundRow? Bind(LineSyntax line, SectionScope section, out bool isComplete)
    {
        var (trigger, guard) = line switch
        {
            TransitionRow transition => (transition.Trigger, transition.Guard),
            ReasonRow reason => (reason.Trigger, reason.Guard),
            _ => (default, null),
        };
        var bound = new List<RowTrigger>();
        var written = new List<EventSyntax>();
        foreach (var syntax in trigger)
        {
            if (triggers.Bind(syntax) is { } one && IsAllowed(line, syntax, one))
            {
                bound.Add(one);
                written.Add(syntax);
            }
        }

        isComplete = bound.Count == trigger.Count;
        var carried = Carried.Of(bound, !isComplete, events);
        var condition = guard is null or ElseGuardSyntax ? null : guards.Bind(guard, carried);
        var row = Complete(line, carried) with
        {
            Triggers = bound.ToEquatableArray(),
            Guard = condition,
            IsElse = guard is ElseGuardSyntax,
            States = section.States,
            IsShared = section.IsShared,
        };
        var hasGuard = guard is null or ElseGuardSyntax || condition is not null;
        isComplete &= hasGuard;
        return bound.Count > 0 && hasGuard ? new BoundRow(row, section.Index, line, written, guard, NumberOf(condition), (line as TransitionRow)?.Target) : null;
    }

    private int NumberOf(GuardExpression? guard)
    {
        if (guard is null)
        {
            return -1;
        }

        if (!_guardNumbers.TryGetValue(guard, out var number))
        {
            _guardNumbers.Add(guard, number = _guardNumbers.Count);
        }

        return number;
    }

    private Row Complete(LineSyntax line, Carried carried)
    {
        var text = RowPrinter.Print(line);
        if (line is ReasonRow reason)
        {
            return new Row { Text = text, Kind = KindOf(reason.Kind), Reason = reason.Reason?.Text };
        }

        if (line is not TransitionRow transition)
        {
            return new Row { Text = text };
        }

        var row = new Row { Text = text, Kind = RowKind.Transition, Effects = effects.Bind(transition.Effects, carried) };
        return transition.Target is { IsMissing: false } target ? WithTarget(row, target) : row;
    }

    // '@same' is the state of that name.
    private Row WithTarget(Row row, NameSyntax target)
    {
        if (target.Text == "same" && target.Span.Length == target.Text.Length)
        {
            return row with { TargetKind = TargetKind.Same };
        }

        if (states.Find(target.Text) is { } state)
        {
            return row with { TargetKind = TargetKind.State, Target = state };
        }

        if (sets.IsGroup(target.Text))
        {
            context.Report(StateMessages.GroupAsTarget(target));
        }
        else if (context.FirstTime("state", machine + "." + target.Text))
        {
            context.Report(StateMessages.Unknown(target, machine, context.Suggest(target.Text, states.Names)));
        }

        return row;
    }

    private bool IsAllowed(LineSyntax line, EventSyntax syntax, RowTrigger trigger)
    {
        var kind = trigger.Event < 0 ? EventKind.Receive : events.Events[trigger.Event].Kind;
        switch (line)
        {
            case ReasonRow { Kind: ReasonRowKind.Defer } when kind == EventKind.Call:
                context.Report(RowMessages.Defer(syntax));
                return false;
            case ReasonRow reason when kind == EventKind.After || (kind == EventKind.Timeout && reason.Kind != ReasonRowKind.Ignore):
                context.Report(RowMessages.Refused(syntax, reason.Kind, kind == EventKind.After, TimerName(trigger)));
                return false;
            case TransitionRow { Target: null } when kind == EventKind.After:
                context.Report(RowMessages.NoArrow(syntax, TimerName(trigger)));
                return true;
            default:
                return true;
        }
    }

    private string TimerName(RowTrigger trigger) => events.Timers[events.Events[trigger.Event].Subject].Symbol.Name;

    private static RowKind KindOf(ReasonRowKind kind) => kind switch
    {
        ReasonRowKind.Ignore => RowKind.Ignore,
        ReasonRowKind.Defer => RowKind.Defer,
        _ => RowKind.Forbid,
    };
}
