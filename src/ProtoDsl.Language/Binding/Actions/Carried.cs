using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Actions;

/// <summary>What an action that is written bare is handed by one of its uses.</summary>
internal readonly record struct Handed(ActionReceives Kind, int Subject, EquatableArray<Parameter> Parameters)
{
    public static Handed Nothing => new(ActionReceives.Nothing, -1, default);
}

/// <summary>What the events of one row carry, for its guard and effects.</summary>
internal sealed class Carried
{
    private readonly List<EquatableArray<Parameter>> _alternatives;

    private Carried(List<EquatableArray<Parameter>> alternatives, bool isOpen, Handed? handed, string description)
    {
        _alternatives = alternatives;
        IsOpen = isOpen;
        Handed = handed;
        Description = description;
    }

    /// <summary>Of <c>entry</c> and <c>exit</c>: no event is at hand.</summary>
    public static Carried None { get; } = new([default], false, Actions.Handed.Nothing, "'entry' or 'exit', which no event is at hand for");

    /// <summary>True where an event is not understood, so that nothing can be said against a name.</summary>
    public bool IsOpen { get; }

    /// <summary>What a bare action is handed; null where it is not known.</summary>
    public Handed? Handed { get; }

    /// <summary>The events, for messages.</summary>
    public string Description { get; }

    /// <summary>Names that a parameter may have been meant by.</summary>
    public IEnumerable<string> Names => _alternatives[0].Select(parameter => parameter.Name);

    public static Carried Of(IReadOnlyList<RowTrigger> triggers, bool isOpen, EventTable events)
    {
        if (triggers.Count == 0)
        {
            return new Carried([default], true, null, "");
        }

        var alternatives = triggers.Select(trigger => trigger.Event < 0 ? default : events.Parameters[trigger.Event]).ToList();
        var handed = triggers.Select(trigger => HandedBy(trigger, events)).ToList();
        var same = handed.TrueForAll(one => Same(one, handed[0])) ? handed[0] : Actions.Handed.Nothing;
        var description = "'" + string.Join(" | ", triggers.Take(3).Select(trigger => trigger.Event < 0 ? "?*" : events.Events[trigger.Event].Name)) + "'";
        return new Carried(alternatives, isOpen, isOpen ? null : same, description);
    }

    /// <summary>The parameter of that name, if every event has it with the same type.</summary>
    public Parameter? Find(string name, out bool isInSome)
    {
        var found = _alternatives.Select(parameters => parameters.FirstOrDefault(parameter => parameter.Name == name)).ToList();
        isInSome = found.Exists(parameter => parameter is not null);
        var first = found[0];
        return first is not null && found.TrueForAll(other => other is not null && other.Tag == first.Tag && other.Type == first.Type) ? first : null;
    }

    /// <summary>True where two uses hand an action the same.</summary>
    public static bool Same(Handed left, Handed right) =>
        left.Kind == right.Kind && (left.Subject == right.Subject || (left.Kind == ActionReceives.CallArguments && left.Parameters == right.Parameters));

    private static Handed HandedBy(RowTrigger trigger, EventTable events)
    {
        if (trigger.Event < 0)
        {
            return Actions.Handed.Nothing;
        }

        var @event = events.Events[trigger.Event];
        return @event.Kind switch
        {
            EventKind.Receive => new Handed(ActionReceives.Message, @event.Subject, default),
            EventKind.Call when !events.Parameters[trigger.Event].IsEmpty =>
                new Handed(ActionReceives.CallArguments, @event.Subject, events.Parameters[trigger.Event]),
            _ => Actions.Handed.Nothing,
        };
    }
}
