using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes calls of a machine.</summary>
internal sealed class EventWriter(Workshop shop)
{
    /// <summary>How many of a hundred events are chosen without a thought of the state.</summary>
    private const int Careless = 22;

    /// <summary>An event as an expression; null where it has no value.</summary>
    public Text Raise(Scope scope, string machine, out bool isVoid)
    {
        var @event = Choose(scope, machine, allowsVoid: true);
        isVoid = @event.IsVoid;
        return Raise(scope, machine, @event);
    }

    /// <summary>An event whose value is the new state.</summary>
    public Text RaiseForState(Scope scope, string machine) => Raise(scope, machine, Choose(scope, machine, allowsVoid: false));

    /// <summary><c>TryX</c>.</summary>
    public Text Try(Scope scope, string machine)
    {
        var @event = Choose(scope, machine, allowsVoid: false);
        Move(scope, machine, @event);
        var call = $"Try{@event.Call}";
        return new Text(Awaited($"{machine}.{call}"), Awaited($"R.Trying({machine}).{call}"));
    }

    /// <summary><c>CanX</c>; null where the machine has no call.</summary>
    public Text? Can(Scope scope, string machine)
    {
        var events = shop.Machine.Events.Where(@event => @event.Can is not null && !@event.IsVoid).ToArray();
        return events.Length == 0 ? (Text?)null : (Text)$"{machine}.{shop.Pick(events).Can}";
    }

    private Text Raise(Scope scope, string machine, EventShape @event)
    {
        var site = shop.Site(@event.IsMessage);
        Move(scope, machine, @event);
        var method = LiveSource.Method(shop.Machine.Events.IndexOf(@event));
        return new Text(
            Awaited($"{machine}./*s{site}*/{@event.Call}"),
            Awaited($"{LiveSource.Class(shop.Machine)}.{method}({site}, {machine})"));
    }

    private string Awaited(string call) => shop.Machine.IsAsync ? $"await {call}" : call;

    private EventShape Choose(Scope scope, string machine, bool allowsVoid)
    {
        var all = shop.Machine.Events.Where(@event => allowsVoid || !@event.IsVoid).ToArray();
        var guess = scope[machine];
        var fitting = all.Where(@event => @event.Targets[guess] >= 0).ToArray();
        if (fitting.Length == 0 || shop.Chance(Careless))
        {
            return shop.Pick(all);
        }

        // What moves it is worth more than what leaves it where it is.
        var moving = fitting.Where(@event => @event.Targets[guess] != guess).ToArray();
        return shop.Pick(moving.Length > 0 && shop.Chance(65) ? moving : fitting);
    }

    private static void Move(Scope scope, string machine, EventShape @event)
    {
        if (@event.Targets[scope[machine]] is >= 0 and var target)
        {
            scope[machine] = target;
        }
    }
}
