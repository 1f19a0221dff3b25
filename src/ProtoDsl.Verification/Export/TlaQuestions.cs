using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Export;

/// <summary>What is asked of a configuration: by the actions (may a drained timer fire, who takes a message), and as invariants.</summary>
internal sealed class TlaQuestions(ExportedSystem model, IReadOnlyList<int> channels)
{
    public static string DrainedName(ExportedSystem model, int role) => "Drained_" + model.Roles[role];

    public static string AcceptName(ExportedSystem model, int channel) => model.Channels[channel] + "_accept";

    /// <summary>Definitions that the actions use.</summary>
    public IEnumerable<string> Places()
    {
        for (var role = 0; role < model.Roles.Count; role++)
        {
            if (model.System.Roles[role].States.Any(state => state.Moves.Any(move => move.Kind == MoveKind.DrainedTimer)))
            {
                var others = Enumerable.Range(0, model.Roles.Count).Where(other => other != role && model.LiveStates(other).Count > 0)
                    .Select(other => $"st.{model.Roles[other]} \\notin {TlaText.States(model, other, model.LiveStates(other))}");
                yield return $"{DrainedName(model, role)} == {And(QuietChannels().Concat(others))}";
            }
        }

        foreach (var channel in model.IsRendezvous ? channels : [])
        {
            var receiver = model.System.Channels[channel].Receiver;
            var automaton = model.System.Roles[receiver];
            var cases = automaton.States
                .SelectMany((state, index) => state.Moves.Where(move => move.Channel == channel).GroupBy(move => move.Letter)
                    .Select(moves => $"s = {TlaText.State(model, receiver, index)} /\\ m = {TlaText.Letter(model, moves.Key)} -> "
                        + TlaText.States(model, receiver, moves.Select(move => move.Target).Distinct())))
                .ToArray();
            yield return $"{AcceptName(model, channel)}(s, m) == {(cases.Length == 0 ? "{}" : $"CASE {string.Join("\n    [] ", cases)}\n    [] OTHER -> {{}}")}";
        }
    }

    /// <summary>What must hold, each with its definition.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Definition)> Invariants()
    {
        yield return ("NotStuck",
        [
            $"Done == {And(model.Roles.Select((role, index) => $"st.{role} \\in {TlaText.States(model, index, model.FinalStates(index))}").Concat(QuietChannels()))}",
            "NotStuck == Done \\/ ENABLED Next",
        ]);
        if (!model.IsBag)
        {
            yield return ("NoUnspecifiedReception", ["NoUnspecifiedReception ==", "  /\\ TRUE", .. Receptions()]);
        }

        for (var index = 0; index < model.System.Forbidden.Count; index++)
        {
            var name = "Never_" + (index + 1).ToString(CultureInfo.InvariantCulture);
            var states = model.System.Forbidden[index].States.Select(each =>
                $"st.{model.Roles[each.Role]} \\in {TlaText.States(model, each.Role, model.StatesShowing(each.Role, each.State))}");
            yield return (name, [$"{name} == ~({And(states)})"]);
        }
    }

    private IEnumerable<string> QuietChannels() => model.IsRendezvous ? [] : channels.Select(channel => $"Quiet(ch.{model.Channels[channel]})");

    private IEnumerable<string> Receptions()
    {
        foreach (var channel in channels)
        {
            var (sender, receiver) = (model.System.Channels[channel].Sender, model.System.Channels[channel].Receiver);
            for (var state = 0; state < model.System.Roles[receiver].States.Count; state++)
            {
                var local = model.System.Roles[receiver].States[state];
                var unlisted = model.Unlisted(local, channel).ToArray();
                if (unlisted.Length == 0)
                {
                    continue;
                }

                var here = $"st.{model.Roles[receiver]} = {TlaText.State(model, receiver, state)}";
                if (!model.IsRendezvous)
                {
                    var deferred = TlaText.Letters(model, local.Listening[channel].Deferred);
                    var queue = "ch." + model.Channels[channel];
                    yield return $"  /\\ {here} => LET i == First({queue}, {deferred}) IN i = 0 \\/ {queue}[i] \\notin {TlaText.Letters(model, unlisted)}";
                    continue;
                }

                foreach (var letter in unlisted)
                {
                    var offering = Enumerable.Range(0, model.System.Roles[sender].States.Count)
                        .Where(other => model.System.Roles[sender].States[other].Moves.Any(move => move.Sends.Any(send => send == new Send(channel, letter))));
                    yield return $"  /\\ ~({here} /\\ st.{model.Roles[sender]} \\in {TlaText.States(model, sender, offering)}) \\* {model.Letters[letter]}";
                }
            }
        }
    }

    private static string And(IEnumerable<string> parts) => string.Join(" /\\ ", parts.DefaultIfEmpty("TRUE"));
}
