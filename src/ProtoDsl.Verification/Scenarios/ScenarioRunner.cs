using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>Runs a scenario: whether the roles can do exactly this. What it does not say (guards, values, which of several ways) may be
/// anything, so it is followed in all ways at once.</summary>
public sealed class ScenarioRunner
{
    private const int MostMoments = 50_000;
    private const int MostPossible = 20;

    private readonly SessionSystem _system;
    private readonly IReachable _reachable;
    private readonly StepMatch _match;

    /// <param name="system">The session, built with this scenario among those of its file.</param>
    /// <param name="reachable">Asked where a scenario says <c>from</c>.</param>
    public ScenarioRunner(SessionSystem system, IReachable reachable)
    {
        _system = system;
        _reachable = reachable;
        _match = new StepMatch(system);
    }

    /// <param name="scenario">A scenario of the session.</param>
    /// <param name="cancellationToken">Honoured between steps.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ScenarioOutcome Run(Scenario scenario, CancellationToken cancellationToken = default)
    {
        var moments = new HashSet<Moment> { MomentOf(new Configuration([.. _system.Roles.Select(role => role.Start)], [.. _system.Channels.Select(_ => (IReadOnlyList<int>)[])])) };
        for (var index = 0; index < scenario.Steps.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = scenario.Steps[index];
            var drops = scenario.Steps.Skip(index + 1).OfType<DeliveryStep>().Where(later => later.IsDropped).Select(_match.Channel).ToList();
            var steps = new MomentSteps(_system, drops);
            var next = new HashSet<Moment>();
            foreach (var moment in Follow(steps, moments, step, cancellationToken))
            {
                // A loss that no later step names did not happen.
                if (moment.Lost.All(lost => drops.Contains(lost.Channel)) && next.Add(moment) && next.Count > MostMoments)
                {
                    return new ScenarioOutcome(ScenarioResult.Unknown, -1, []);
                }
            }

            if (next.Count == 0)
            {
                return step is StatesStep { IsExpectation: false } && !_reachable.IsComplete
                    ? new ScenarioOutcome(ScenarioResult.Unknown, -1, [])
                    : new ScenarioOutcome(ScenarioResult.Fails, index, [.. Possible(steps, moments, step).Distinct().Take(MostPossible)]);
            }

            moments = next;
        }

        return new ScenarioOutcome(ScenarioResult.Holds, -1, []);
    }

    private IEnumerable<Moment> Follow(MomentSteps steps, HashSet<Moment> moments, ScenarioStep step, CancellationToken cancellationToken) => step switch
    {
        StatesStep { IsExpectation: true } states => moments.Where(moment => _match.Fits(states, moment.Locals)),
        StatesStep states => _reachable.WithEmptyChannels(_match.StatesOf(states), cancellationToken).Select(MomentOf),
        DeliveryStep { IsDropped: true } drop => moments.SelectMany(moment => Channels(drop)
            .SelectMany(channel => steps.Dropped(moment, channel))
            .Where(dropped => _match.Fits(drop, dropped.Letter)).Select(dropped => dropped.Next)),
        DeliveryStep delivery => moments.SelectMany(moment => Channels(delivery)
            .SelectMany(channel => steps.Delivered(moment, channel))
            .Where(delivered => _match.Fits(delivery, delivered.Move.Letter)).Select(delivered => delivered.Next)),
        EventStep @event => moments.SelectMany(moment => Events(steps, moment, @event).Where(one => _match.Fits(@event, one.Move)).Select(one => one.Next)),
        _ => moments,
    };

    private IEnumerable<int> Channels(DeliveryStep step) => _match.Channel(step) is var channel and >= 0 ? [channel] : [];

    private IEnumerable<(Move Move, Moment Next)> Events(MomentSteps steps, Moment moment, EventStep step)
    {
        var role = _match.Role(step.Role);
        return role < 0 ? [] : step.Kind == EventKind.Receive
            ? Enumerable.Range(0, _system.Channels.Count).Where(channel => _system.Channels[channel].Receiver == role).SelectMany(channel => steps.Delivered(moment, channel))
            : steps.Started(moment, role);
    }

    private IEnumerable<ScenarioStep> Possible(MomentSteps steps, HashSet<Moment> moments, ScenarioStep failed)
    {
        switch (failed)
        {
            case StatesStep { IsExpectation: false }:
                return [];
            case StatesStep:
                return moments.Select(moment => _match.StatesAt(moment.Locals));
            case DeliveryStep { IsDropped: true } drop:
                return moments.SelectMany(moment => Channels(drop).SelectMany(channel => steps.Dropped(moment, channel)
                    .Select(dropped => (ScenarioStep)_match.Delivery(channel, dropped.Letter, isDropped: true))));
            default:
                return moments.SelectMany(moment => Enumerable.Range(0, _system.Roles.Count)
                    .SelectMany(role => steps.Started(moment, role).Select(one => (ScenarioStep)_match.Event(role, one.Move)))
                    .Concat(Enumerable.Range(0, _system.Channels.Count).SelectMany(channel => steps.Delivered(moment, channel)
                        .Select(one => (ScenarioStep)_match.Delivery(channel, one.Move.Letter, isDropped: false)))));
        }
    }

    private Moment MomentOf(Configuration at) => new(at.LocalStates, at.Queues, [], [.. _system.Roles.Select(_ => -1)]);
}
