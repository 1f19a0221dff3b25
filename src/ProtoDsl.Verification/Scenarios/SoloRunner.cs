using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>Runs what one machine did, alone: whatever arrives may arrive, and what it sends is not looked at. What a step does not say (guards, values) may be
/// anything, so it is followed in all ways at once.</summary>
/// <param name="system">A <see cref="SoloSystem"/>: the machine is its first role.</param>
public sealed class SoloRunner(SessionSystem system)
{
    private const int MostPossible = 20;

    private readonly StepMatch _match = new(system);
    private readonly RoleAutomaton _machine = system.Roles[0];

    /// <param name="scenario">Steps of one role, whatever its name: events, deliveries to it, <c>from</c> and <c>expect</c>.</param>
    /// <param name="cancellationToken">Honoured between steps.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ScenarioOutcome Run(Scenario scenario, CancellationToken cancellationToken = default)
    {
        var locals = new HashSet<int> { _machine.Start };
        for (var index = 0; index < scenario.Steps.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = new HashSet<int>(Follow(locals, scenario.Steps[index]));
            if (next.Count == 0)
            {
                return new ScenarioOutcome(ScenarioResult.Fails, index, [.. Possible(locals, scenario.Steps[index]).Distinct().Take(MostPossible)]);
            }

            locals = next;
        }

        return new ScenarioOutcome(ScenarioResult.Holds, -1, []);
    }

    private IEnumerable<int> Follow(HashSet<int> locals, ScenarioStep step) => step switch
    {
        StatesStep { IsExpectation: true } states => locals.Where(local => Shows(local, states)),
        StatesStep states => Enumerable.Range(0, _machine.States.Count).Where(local => Shows(local, states)),
        EventStep @event => MovesOf(locals).Where(move => _match.Fits(@event, move)).Select(move => move.Target),
        DeliveryStep delivery => MovesOf(locals).Where(move => move.Kind == MoveKind.Receive && _match.Fits(delivery, move.Letter)).Select(move => move.Target),
        _ => locals,
    };

    private IEnumerable<ScenarioStep> Possible(HashSet<int> locals, ScenarioStep failed) => failed is StatesStep
        ? locals.Select(local => (ScenarioStep)new StatesStep(true, new[] { new RoleState(_machine.Name, StateOf(local)) }.ToEquatableArray()))
        : MovesOf(locals).Select(move => _match.Event(0, move));

    private IEnumerable<Move> MovesOf(HashSet<int> locals) => locals.SelectMany(local => _machine.States[local].Moves);

    private bool Shows(int local, StatesStep states) => states.States.All(one => one.State == StateOf(local));

    private string StateOf(int local) => _machine.Machine.States[_machine.States[local].TableState].Name;
}
