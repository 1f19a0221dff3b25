using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.States;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Rows;

/// <summary><c>keep</c> rows.</summary>
internal sealed class KeepBinder(BindingContext context, StateSets sets, EventTable events, TriggerBinder triggers)
{
    /// <summary>The row; null where nothing is left of what it keeps.</summary>
    public Keep? Bind(KeepRow syntax)
    {
        var kept = syntax.Trigger.Select(BindKept).OfType<RowTrigger>().ToEquatableArray();
        var set = syntax.Set is null ? default : sets.Bind(syntax.Set);
        var until = syntax.Until.Where(@event => @event is not AfterAnyEventSyntax).Select(triggers.Bind).OfType<RowTrigger>().ToEquatableArray();
        if (kept.IsEmpty || (syntax.Set is not null && set.IsEmpty))
        {
            return null;
        }

        return new Keep
        {
            Events = kept,
            States = set,
            Until = until,
            UntilAnyTimer = syntax.Until.Any(@event => @event is AfterAnyEventSyntax),
            Reason = syntax.Reason?.Text,
            Text = RowPrinter.Print(syntax),
        };
    }

    private RowTrigger? BindKept(EventSyntax syntax)
    {
        var trigger = triggers.Bind(syntax);
        if (trigger is null)
        {
            return null;
        }

        if (trigger.Event >= 0 && events.Events[trigger.Event].Kind is (EventKind.Call or EventKind.Receive))
        {
            return trigger;
        }

        context.Report(RowMessages.Keep(syntax));
        return null;
    }
}
