using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>What taking one row does: what it sends, in order, and where it leads.</summary>
internal sealed class RowCompiler(RoleContext role)
{
    /// <summary>Where the row leads, and every list of messages that it may send: one, unless values of tags are left open.</summary>
    /// <param name="source">Where the role is; a timer that has run out is no longer armed.</param>
    /// <param name="row">Index of the row.</param>
    /// <param name="event">What it takes.</param>
    /// <param name="arguments">The event's values, by name.</param>
    public (LocalKey Target, IEnumerable<IReadOnlyList<Send>> Sends) Compile(LocalKey source, int row, MachineEvent @event, IReadOnlyList<string> arguments)
    {
        var line = role.Machine.Rows[row];
        var parameters = EventParameters.Of(role.Source, @event);
        var sends = new List<IReadOnlyList<Send>>();
        var armed = source.Armed;
        if (line.TargetKind == TargetKind.Stay)
        {
            Run(line.Effects, new SystemProblem(default, role.Index) { Row = row });
            return (source with { Armed = armed }, Choose(sends, row));
        }

        var target = line.TargetKind == TargetKind.Same ? source.State : line.Target;
        var state = role.Machine.States[target];
        Run(role.Machine.States[source.State].Exit, new SystemProblem(default, role.Index) { State = source.State });
        Run(line.Effects, new SystemProblem(default, role.Index) { Row = row });
        Run(state.Entry, new SystemProblem(default, role.Index) { State = target });

        // Coming back to where a conversation begins and may end, ends it.
        var ends = state.IsFinal && target == role.Machine.InitialState;
        return (new LocalKey(target, ends ? 0 : armed, ends), Choose(sends, row));

        void Run(EquatableArray<EffectStep> effects, SystemProblem place)
        {
            foreach (var effect in effects)
            {
                if (effect is TimerStep timer)
                {
                    armed = timer.Operation == TimerOperation.Stop ? armed & ~Bit(timer.Timer) : armed | Bit(timer.Timer);
                }
                else if (effect is SendStep send)
                {
                    sends.Add(Ways(send, parameters, arguments, place));
                }
            }
        }
    }

    /// <summary>The bit of a timer in <see cref="LocalKey.Armed"/>.</summary>
    public static ulong Bit(int timer) => 1UL << (timer % SystemLimits.Timeouts);

    private IEnumerable<IReadOnlyList<Send>> Choose(List<IReadOnlyList<Send>> sends, int row)
    {
        var losses = role.Session.IsLossy ? 1L << Math.Min(sends.Count, 32) : 1;
        if (sends.Count <= SystemLimits.Sends && EventParameters.CountWays(sends, SystemLimits.WaysOfRow) * losses <= SystemLimits.WaysOfRow)
        {
            return EventParameters.Product(sends);
        }

        role.Report(new SystemProblem(SystemProblemKind.TooLarge, role.Index) { Row = row });
        return [];
    }

    private IReadOnlyList<Send> Ways(SendStep send, EquatableArray<Parameter> parameters, IReadOnlyList<string> arguments, SystemProblem place)
    {
        var message = role.Source.Protocol.Messages[send.Message];
        if (Receiver(send, message.Name, place) is not { } receiver || !role.IsKnown(send.Message, receiver, place))
        {
            return [];
        }

        var values = new List<IReadOnlyList<string>>();
        for (var i = 0; i < message.Parameters.Count; i++)
        {
            values.Add(ValuesOf(message, i, i < send.Arguments.Count ? send.Arguments[i] : null, parameters, arguments));
        }

        if (EventParameters.CountWays(values, SystemLimits.WaysOfRow) > SystemLimits.WaysOfRow)
        {
            role.Report(place with { Kind = SystemProblemKind.TooLarge });
            return [];
        }

        return [.. EventParameters.Product(values).Select(one => new Send(role.ChannelTo(receiver), role.Alphabet.Intern(message.Name, one)))];
    }

    private IReadOnlyList<string> ValuesOf(
        Message message, int index, Argument? argument, EquatableArray<Parameter> parameters, IReadOnlyList<string> arguments)
    {
        if (!role.Tags.HasMessage(message.Name, index))
        {
            return [EventText.Any];
        }

        switch (argument)
        {
            case TagArgument tag:
                return [role.Source.Protocol.Tags[tag.Tag].Values[tag.Value].Name];
            case ParameterArgument given when parameters.IndexOf(given.Name) is var from and >= 0 && arguments[from] != EventText.Any:
                return [arguments[from]];
            default:
                return EventParameters.ValuesOf(role.Source.Protocol, message.Parameters[index]);
        }
    }

    private int? Receiver(SendStep send, string message, SystemProblem place)
    {
        var roles = role.Session.Roles;
        if (send.To is null)
        {
            if (roles.Count == 2)
            {
                return 1 - role.Index;
            }

            role.Report(place with { Kind = SystemProblemKind.NoRecipient, Name = message });
            return null;
        }

        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i].Name == send.To && i != role.Index)
            {
                return i;
            }
        }

        role.Report(place with { Kind = SystemProblemKind.UnknownRecipient, Name = send.To });
        return null;
    }
}
