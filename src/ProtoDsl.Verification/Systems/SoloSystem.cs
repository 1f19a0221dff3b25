using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems.Building;

namespace ProtoDsl.Verification.Systems;

/// <summary>One machine alone with the world: whatever it may be sent can arrive at any time, and what it sends is gone. The world is one role, or one for each
/// role that the machine's rows name.</summary>
public static class SoloSystem
{
    /// <summary>The world, where no row names it.</summary>
    public const string World = "world";

    private const int Own = 0;

    /// <summary>Builds it; the machine is the first role.</summary>
    /// <param name="file">The machine's file; it must be sound.</param>
    /// <param name="machine">Index of the machine.</param>
    /// <param name="name">What the machine is called as a role.</param>
    /// <param name="cancellationToken">Honoured between local states.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SystemBuild Build(TableFile file, int machine, string name, CancellationToken cancellationToken = default)
    {
        var source = new RoleSource(file, machine);
        var session = SessionOf(source.Machine, machine, name);
        var count = session.Roles.Count;
        var sources = Enumerable.Repeat(source, count).ToArray();
        var channels = Enumerable.Range(0, count)
            .SelectMany(sender => Enumerable.Range(0, count).Where(receiver => receiver != sender).Select(receiver => new SystemChannel(sender, receiver))).ToArray();
        var alphabet = new SessionAlphabet(channels.Length);
        var tags = DistinguishedTags.Of([source], [name], []);
        Carry(source, channels, alphabet, tags);
        var role = new RoleContext(Own, session, source, sources, channels, alphabet, tags);
        var automaton = new AutomatonBuilder(role).Build(source.Machine.InitialState, cancellationToken);
        return new SystemBuild(role.Problems.Count > 0 ? null : new SessionSystem
        {
            Name = source.Machine.Name, Roles = [automaton, .. session.Roles.Skip(1).Select(world => WorldOf(world.Name, source.Machine, channels.Length))],
            Channels = channels, Letters = alphabet.Letters, Kind = ChannelKind.Fifo, Capacity = 1,
        }, sources, role.Problems);
    }

    private static Session SessionOf(Machine machine, int index, string name)
    {
        var named = machine.Rows.SelectMany(row => row.Triggers.Select(trigger => trigger.From).Concat(SentTo(row.Effects)))
            .Concat(machine.States.SelectMany(state => SentTo(state.Entry).Concat(SentTo(state.Exit))))
            .OfType<string>().Distinct().Where(other => other != name).ToArray();
        var roles = (named.Length == 0 ? [World] : named).Prepend(name).Select(role => new Role { Name = role, MachineName = machine.Name, Machine = index });
        return new Session { Name = machine.Name, Roles = roles.ToEquatableArray(), Channel = ChannelKind.Fifo, Capacity = 1 };
    }

    private static IEnumerable<string?> SentTo(EquatableArray<EffectStep> effects) => effects.OfType<SendStep>().Select(send => send.To);

    /// <summary>Every message that the machine has an event for, with every value that is told apart.</summary>
    private static void Carry(RoleSource source, SystemChannel[] channels, SessionAlphabet alphabet, DistinguishedTags tags)
    {
        foreach (var message in source.Machine.Events.Where(@event => @event.Kind == EventKind.Receive).Select(@event => source.Protocol.Messages[@event.Subject]))
        {
            var values = message.Parameters
                .Select((parameter, index) => tags.HasMessage(message.Name, index) ? EventParameters.ValuesOf(source.Protocol, parameter) : [EventText.Any]).ToArray();
            if (EventParameters.CountWays(values, SystemLimits.WaysOfRow) > SystemLimits.WaysOfRow)
            {
                continue; // as in a session, where such a row is refused
            }

            foreach (var letter in EventParameters.Product(values).Select(arguments => alphabet.Intern(message.Name, arguments)))
            {
                for (var channel = 0; channel < channels.Length; channel++)
                {
                    if (channels[channel].Receiver == Own)
                    {
                        alphabet.Carry(new Send(channel, letter));
                    }
                }
            }
        }
    }

    private static RoleAutomaton WorldOf(string name, Machine machine, int channels) => new()
    {
        Name = name, Machine = machine, Start = 0,
        States = [new LocalState { TableState = machine.InitialState, Moves = [], Listening = Enumerable.Repeat(new Listening(false, [], []), channels).ToArray() }],
    };
}
