using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What is said of one violation, apart from its trace.</summary>
/// <param name="Rule">Its kind.</param>
/// <param name="Place">The culprit row; where a row is missing, its state.</param>
/// <param name="Cause">What is wrong, in few words: two violations with one cause and one place are one finding.</param>
/// <param name="Advice">What to write.</param>
internal sealed record ViolationWords(TableRule Rule, Place Place, string Cause, string Advice)
{
    /// <summary>What happens last and is no row: <c>client ?FIN</c>; null where the trace says all.</summary>
    public string? LastEvent { get; init; }

    /// <summary>The event that the state at the place lists no row for, as a row writes it; null for another kind.</summary>
    public string? Unlisted { get; init; }

    /// <summary>What more there is to know, in parentheses behind the cause; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The title of the scenario that leads there.</summary>
    public string Title { get; init; } = Cause;

    /// <summary>The words for a violation.</summary>
    public static ViolationWords Of(SessionView view, Violation violation, SessionVerdict verdict) => violation.Kind switch
    {
        ViolationKind.UnspecifiedReception => Reception(view, violation),
        ViolationKind.CapacityDeadlock => Capacity(view, violation, verdict),
        ViolationKind.Orphan => Orphan(view, violation),
        ViolationKind.NoWayToFinish => NoWay(view, violation),
        ViolationKind.Forbidden => Forbidden(view, violation),
        _ => Deadlock(view, violation),
    };

    private static ViolationWords Reception(SessionView view, Violation violation)
    {
        var (role, letter) = (violation.Role, view.Letter(violation.Letter));
        var local = violation.At.LocalStates[role];
        var from = view.HasManyRoles ? " from " + view.RoleName(view.System.Channels[violation.Channel].Sender) : "";
        var state = view.StateName(role, local);
        return new ViolationWords(
            SessionRules.UnspecifiedReception,
            view.PlaceOfState(role, local),
            $"no row in {state} for {letter}{from}",
            $"add '?{letter}{from} …' or 'ignore ?{letter}{from}' to {state}") 
        {
            LastEvent = $"{view.RoleName(role)} ?{letter}{from}",
            Unlisted = $"?{letter}{from}",
            Title = $"{letter}{from} in {state}",
        };
    }

    private static ViolationWords Deadlock(SessionView view, Violation violation)
    {
        var waiting = Enumerable.Range(0, view.System.Roles.Count).Where(role => !view.State(role, violation.At.LocalStates[role]).IsFinal).ToArray();
        return new ViolationWords(
            SessionRules.Deadlock,
            LastRow(view, violation),
            $"nothing can happen any more: {view.Where(violation.At)}",
            string.Join(", ", waiting.Select(role => WaitsFor(view, role, violation.At.LocalStates[role])))
                + "; add a row that leads on, or make final the states in which it may end")
        {
            Detail = view.OnTheWay(violation.At),
            Title = $"stuck: {view.Where(violation.At)}",
        };
    }

    private static string WaitsFor(SessionView view, int role, int local)
    {
        // What the table waits for, which may be what nobody sends.
        var machine = view.Sources[role].Machine;
        var wanted = machine.Cells
            .Where(cell => cell.State == view.State(role, local).TableState && machine.Events[cell.Event].Kind == EventKind.Receive)
            .Select(cell => machine.Events[cell.Event].Name)
            .ToArray();
        return wanted.Length == 0 ? $"{view.RoleName(role)} has no row to take" : $"{view.RoleName(role)} waits for {SessionView.Few(wanted)}";
    }

    private static ViolationWords Orphan(SessionView view, Violation violation)
    {
        var letter = view.Letter(violation.Letter);
        var state = view.StateName(violation.Role, violation.At.LocalStates[violation.Role]);
        return new ViolationWords(
            SessionRules.Orphan,
            RowThatSent(view, violation) ?? LastRow(view, violation),
            $"{letter} is never read: {view.Where(violation.At)}, and all may end there",
            $"read it on the way to {state}, or do not send it") { Title = $"{letter} is never read" };
    }

    private static ViolationWords Capacity(SessionView view, Violation violation, SessionVerdict verdict)
    {
        var receiver = violation.Channel >= 0 ? view.RoleName(view.System.Channels[violation.Channel].Receiver) : "";
        var message = violation.Letter >= 0 ? view.Letter(violation.Letter) : "a message";
        var cure = violation.CuringCapacity > 0
            ? $"write 'over {view.ChannelText(violation.CuringCapacity)}'{(verdict.NeededCapacity > violation.CuringCapacity ? $"; nothing ever waits for room from {verdict.NeededCapacity} on" : "")}"
            : $"no capacity was found that cures it{(verdict.GrowingLoop is { } loop ? $", since {view.RoleName(loop.Role)} can send without end in {view.StateName(loop.Role, loop.State)}" : "")}"
                + ": let the receiver read before it sends";
        return new ViolationWords(
            SessionRules.CapacityDeadlock,
            RefusedRow(view, violation) ?? view.PlaceOfChannel,
            $"{(violation.Role >= 0 ? view.RoleName(violation.Role) : "a role")} has no room for {message}{(receiver.Length > 0 ? " to " + receiver : "")} in {view.Channel}, and all others wait",
            $"the channel is too small, the rows may be right: {cure}") { Title = $"{view.Channel} is too small" };
    }

    private static ViolationWords NoWay(SessionView view, Violation violation) => new(
        SessionRules.NoWayToFinish,
        LastRow(view, violation),
        $"from here no end can be reached any more: {view.Where(violation.At)}",
        "it can come to this, it need not; let a row lead from there to final states, with nothing on its way")
    {
        Detail = view.OnTheWay(violation.At),
        Title = $"no way to finish: {view.Where(violation.At)}",
    };

    private static ViolationWords Forbidden(SessionView view, Violation violation)
    {
        var never = view.System.Forbidden[violation.Forbidden].Index;
        var reason = view.Session.Nevers[never].Reason;
        return new ViolationWords(
            SessionRules.Forbidden,
            LastRow(view, violation),
            $"{view.Where(violation.At)}, which must never be{(reason is null ? "" : $": {reason}")}",
            "change this row, or the 'never' row of the session") { Title = $"never: {view.Where(violation.At)}" };
    }

    private static Place LastRow(SessionView view, Violation violation) =>
        TraceWords.Of(view, violation.Trace).Select(step => step.Place).LastOrDefault() ?? view.PlaceOfSession;

    private static Place? RowThatSent(SessionView view, Violation violation)
    {
        for (var index = violation.Trace.Count - 1; index >= 0; index--)
        {
            var step = violation.Trace[index];
            var move = view.State(step.Role, step.Source).Moves[step.Move];
            for (var send = 0; send < move.Sends.Count; send++)
            {
                if (move.Sends[send] == new Send(violation.Channel, violation.Letter) && (step.Lost >> send & 1) == 0 && move.Row >= 0)
                {
                    return view.PlaceOfRow(step.Role, move.Row);
                }
            }
        }

        return null;
    }

    private static Place? RefusedRow(SessionView view, Violation violation) => violation.Role < 0 ? null
        : view.State(violation.Role, violation.At.LocalStates[violation.Role]).Moves
            .Where(move => move.Row >= 0 && move.Sends.Any(send => send.Channel == violation.Channel && (violation.Letter < 0 || send.Letter == violation.Letter)))
            .Select(move => view.PlaceOfRow(violation.Role, move.Row))
            .FirstOrDefault();
}
