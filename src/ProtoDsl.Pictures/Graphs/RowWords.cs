using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Pictures.Graphs;

/// <summary>The parts of a row as the table writes them, each for itself, so that a label can be broken between them.</summary>
internal sealed class RowWords(Protocol protocol, Machine machine)
{
    /// <summary><c>?ACK(FIN) from server</c>.</summary>
    public string Trigger(RowTrigger trigger)
    {
        var name = trigger.Event < 0 ? "?*" : machine.Events[trigger.Event].Name;
        var values = trigger.Event < 0 ? [] : trigger.Pattern.Select((value, index) => value < 0 ? Any : ValueName(trigger.Event, index, value));
        return Applied(name, values) + (trigger.From is null ? "" : " from " + trigger.From);
    }

    /// <summary>The guard without brackets; null where the row has none.</summary>
    public string? Guard(Row row) => row.IsElse ? "else" : row.Guard is null ? null : Guard(row.Guard, isOperand: false);

    /// <summary><c>!ACK(FIN)</c>, <c>restart Idle</c>, <c>deliver</c>.</summary>
    public string Effect(EffectStep effect) => effect switch
    {
        SendStep send => Applied("!" + protocol.Messages[send.Message].Name, send.Arguments.Select(Argument)) + (send.To is null ? "" : " to " + send.To),
        TimerStep timer => Operation(timer.Operation) + " " + machine.Timers[timer.Timer].Name,
        ActionStep action => Applied(machine.Actions[action.Action].Name, action.Arguments.Select(Argument)),
        _ => throw new NotSupportedException(effect.GetType().Name),
    };

    /// <summary><c>TimeWait 4min</c>.</summary>
    public string Timer(int timer) => machine.Timers[timer].Name + " " + Duration(machine.Timers[timer].Due);

    /// <summary>In the largest unit of the language that it is a whole number of.</summary>
    public static string Duration(TimeSpan due)
    {
        foreach (var (unit, ticks) in new[] { ("h", TimeSpan.TicksPerHour), ("min", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond) })
        {
            if (due.Ticks > 0 && due.Ticks % ticks == 0)
            {
                return (due.Ticks / ticks).ToString(CultureInfo.InvariantCulture) + unit;
            }
        }

        return (due.Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture) + "ms";
    }

    private const string Any = "_";

    private string ValueName(int @event, int parameter, int value)
    {
        var what = machine.Events[@event];
        var parameters = what.Kind == EventKind.Receive ? protocol.Messages[what.Subject].Parameters : machine.Calls[what.Subject].Parameters;
        return protocol.Tags[parameters[parameter].Tag].Values[value].Name;
    }

    private string Argument(Argument argument) => argument switch
    {
        ParameterArgument parameter => parameter.Name,
        TagArgument tag => protocol.Tags[tag.Tag].Values[tag.Value].Name,
        NumberArgument number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => Any,
    };

    private string Guard(GuardExpression guard, bool isOperand) => guard switch
    {
        NamedGuard named => Applied(machine.Actions[named.Action].Name, named.Arguments.Select(Argument)),
        NotGuard not => "!" + Guard(not.Operand, isOperand: true),
        AndGuard and => Chain(and.Operands, " && ", isOperand),
        OrGuard or => Chain(or.Operands, " || ", isOperand),
        _ => throw new NotSupportedException(guard.GetType().Name),
    };

    private string Chain(EquatableArray<GuardExpression> operands, string between, bool isOperand)
    {
        var chain = string.Join(between, operands.Select(operand => Guard(operand, isOperand: true)));
        return isOperand ? "(" + chain + ")" : chain;
    }

    private static string Operation(TimerOperation operation) => operation switch
    {
        TimerOperation.Start => "start",
        TimerOperation.Stop => "stop",
        _ => "restart",
    };

    // Without the arguments at the end that may be any.
    private static string Applied(string name, IEnumerable<string> arguments)
    {
        var written = arguments.Reverse().SkipWhile(argument => argument == Any).Reverse().ToArray();
        return written.Length == 0 ? name : $"{name}({string.Join(", ", written)})";
    }
}
