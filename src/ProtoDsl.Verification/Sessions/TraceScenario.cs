using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>A trace as a scenario: pasted into the table it runs, and stays there as a regression test once the cause is gone.</summary>
internal static class TraceScenario
{
    /// <summary>The text of the scenario.</summary>
    /// <param name="view">The session.</param>
    /// <param name="title">Its title; made another one where the table has a scenario of that title.</param>
    /// <param name="violation">Its trace, and where it ends.</param>
    public static string Of(SessionView view, string title, Violation violation)
    {
        var steps = violation.Trace.SelectMany(step => Of(view, step)).ToList();
        steps.Add(new StatesStep(IsExpectation: true, violation.At.LocalStates
            .Select((local, role) => new RoleState(view.RoleName(role), view.StateName(role, local))).ToEquatableArray()));
        return TransitionFile.Print(new Scenario { Title = Free(view, title), Session = view.Session.Name, Steps = steps.ToEquatableArray() });
    }

    private static IEnumerable<ScenarioStep> Of(SessionView view, SystemStep step)
    {
        var move = view.State(step.Role, step.Source).Moves[step.Move];
        if (Start(view, step.Role, move) is { } start)
        {
            yield return start;
        }

        for (var index = 0; index < move.Sends.Count; index++)
        {
            if ((step.Lost >> index & 1) != 0)
            {
                yield return Delivery(view, move.Sends[index].Channel, move.Sends[index].Letter, isDropped: true);
            }
        }

        if (step.Partner >= 0)
        {
            var received = view.State(step.Partner, step.PartnerSource).Moves[step.PartnerMove];
            yield return Delivery(view, received.Channel, received.Letter, isDropped: false);
        }
    }

    private static ScenarioStep? Start(SessionView view, int role, Move move) => move.Kind switch
    {
        MoveKind.Continue => null, // its row has begun already
        MoveKind.Receive => Delivery(view, move.Channel, move.Letter, isDropped: false),
        MoveKind.Call => new EventStep(view.RoleName(role), EventKind.Call, move.Subject, Arguments(move.Arguments), move.Guard),
        _ => new EventStep(view.RoleName(role), move.Event.StartsWith("timeout", System.StringComparison.Ordinal) ? EventKind.Timeout : EventKind.After, move.Subject, default, move.Guard),
    };

    private static DeliveryStep Delivery(SessionView view, int channel, int letter, bool isDropped)
    {
        var (sender, receiver) = (view.System.Channels[channel].Sender, view.System.Channels[channel].Receiver);
        var message = view.System.Letters[letter];
        return new DeliveryStep(isDropped, view.RoleName(sender), view.RoleName(receiver), message.Message, Arguments(message.Arguments));
    }

    /// <summary>Without the values at the end that may be any.</summary>
    private static EquatableArray<string> Arguments(IReadOnlyList<string> arguments) =>
        arguments.Take(arguments.Count - arguments.Reverse().TakeWhile(value => value == "_").Count()).ToEquatableArray();

    private static string Free(SessionView view, string title)
    {
        var taken = new HashSet<string>(view.File.Bound.Protocol.Scenarios.Select(scenario => scenario.Title));
        var free = title;
        for (var number = 2; taken.Contains(free); number++)
        {
            free = $"{title} ({number})";
        }

        return free;
    }
}
