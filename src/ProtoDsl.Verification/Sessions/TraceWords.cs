using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>The steps of a trace as words and places: <c>client Close !FIN</c>. Over rendezvous a step is two rows, and so two steps here.</summary>
internal static class TraceWords
{
    /// <summary>The steps shown in one line; of a longer trace these are the last ones.</summary>
    private const int MostSteps = 6;

    public static IReadOnlyList<TraceStep> Of(SessionView view, IReadOnlyList<SystemStep> trace) =>
        trace.SelectMany(step => Of(view, step)).ToArray();

    /// <summary><c>… &gt; client Close !FIN &gt; server Close !FIN</c>; empty for no steps.</summary>
    public static string Line(IReadOnlyList<TraceStep> steps) =>
        (steps.Count > MostSteps ? "… > " : "") + string.Join(" > ", steps.Skip(steps.Count - MostSteps).Select(step => step.Text));

    /// <summary><c>9 steps</c>.</summary>
    public static string Length(IReadOnlyList<TraceStep> steps) => steps.Count == 1 ? "1 step" : $"{steps.Count} steps";

    private static IEnumerable<TraceStep> Of(SessionView view, SystemStep step)
    {
        yield return Step(view, step.Role, step.Source, step.Move, step.Lost);
        if (step.Partner >= 0)
        {
            yield return Step(view, step.Partner, step.PartnerSource, step.PartnerMove, lost: 0);
        }
    }

    private static TraceStep Step(SessionView view, int role, int source, int move, ulong lost)
    {
        var taken = view.State(role, source).Moves[move];
        var text = $"{view.RoleName(role)}{Start(view, taken)}{string.Concat(taken.Sends.Select((send, index) => Sent(view, send, (lost >> index & 1) != 0)))}{Note(view, role, source, taken)}";
        return new TraceStep(text, taken.Row < 0 ? view.PlaceOfState(role, source) : view.PlaceOfRow(role, taken.Row))
        {
            Role = view.RoleName(role),
            Event = Start(view, taken).TrimStart(),
            Sent = taken.Sends.Select((send, index) => new SentMessage(
                view.Letter(send.Letter), view.RoleName(view.System.Channels[send.Channel].Receiver), (lost >> index & 1) != 0)).ToEquatableArray(),
            State = view.StateName(role, taken.Target),
            Note = Note(view, role, source, taken).Trim(),
        };
    }

    private static string Start(SessionView view, Move move)
    {
        if (move.Kind == MoveKind.Continue)
        {
            return "";
        }

        var from = move.Channel >= 0 && view.HasManyRoles ? " from " + view.RoleName(view.System.Channels[move.Channel].Sender) : "";
        return $" {move.Event}{from}{(move.Guard is null ? "" : $" [{move.Guard}]")}";
    }

    private static string Sent(SessionView view, Send send, bool isLost) =>
        $" !{view.Letter(send.Letter)}{(view.HasManyRoles ? " to " + view.RoleName(view.System.Channels[send.Channel].Receiver) : "")}{(isLost ? " (lost)" : "")}";

    private static string Note(SessionView view, int role, int source, Move move) =>
        move.Row >= 0 ? "" : view.State(role, source).HasEnded ? " (has ended)" : " (dropped)";
}
