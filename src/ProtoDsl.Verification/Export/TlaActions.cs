using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Export;

/// <summary>Writes one action a row, with one disjunct for each local state in which, and each way in which, it can be taken.</summary>
internal sealed class TlaActions(ExportedSystem model, Action<string> line)
{
    /// <summary>Writes them and returns their names.</summary>
    public IReadOnlyList<string> Write()
    {
        var names = new List<string>();
        for (var index = 0; index < model.Roles.Count; index++)
        {
            var role = model.System.Roles[index];
            var moves = Enumerable.Range(0, role.States.Count)
                .SelectMany(state => ExportedSystem.MovesOf(role, state).Select(move => (State: state, Move: move)))
                .Where(each => !model.IsRendezvous || each.Move.Channel < 0) // a reception is half of its sender's action
                .GroupBy(each => each.Move.Row);
            foreach (var row in moves.OrderBy(group => group.Key))
            {
                var first = row.First().Move;
                var name = model.Names.Take($"{model.Roles[index]}_{(row.Key < 0 ? "ended" : NameTable.Plain(first.Event))}");
                names.Add(name);
                line("");
                line($"\\* {ExportedSystem.Describe(role, first)}");
                line($"{name} ==");
                foreach (var (state, move) in row)
                {
                    WriteWay(index, state, move);
                }
            }
        }

        return names;
    }

    private void WriteWay(int role, int state, Move move)
    {
        line($"  \\/ /\\ st.{model.Roles[role]} = {TlaText.State(model, role, state)}");
        if (move.Kind == MoveKind.DrainedTimer)
        {
            line($"     /\\ {TlaQuestions.DrainedName(model, role)}");
        }

        if (model.IsRendezvous)
        {
            WriteMeeting(role, state, move);
            return;
        }

        var outcomes = Outcomes(role, state, move).ToArray();
        if (outcomes.Length > 0)
        {
            line($"     /\\ \\E {string.Join(", ", outcomes.Select((each, number) => $"{Queue(number)} \\in {each.Set}"))} :");
        }

        // What stands deeper belongs to the quantifier.
        var indent = outcomes.Length > 0 ? "          " : "     ";
        line($"{indent}/\\ st' = [st EXCEPT !.{model.Roles[role]} = {TlaText.State(model, role, move.Target)}]");
        line(outcomes.Length == 0
            ? $"{indent}/\\ UNCHANGED ch"
            : $"{indent}/\\ ch' = [ch EXCEPT {string.Join(", ", outcomes.Select((each, number) => $"!.{each.Channel} = {Queue(number)}"))}]");
        if (model.System.IsLossy && move.Channel < 0 && move.Target == state)
        {
            line($"{indent}/\\ ch' # ch"); // all lost and nothing else done is no step
        }
    }

    /// <summary>For each channel that the move uses, the set of what it can become.</summary>
    private IEnumerable<(string Channel, string Set)> Outcomes(int role, int state, Move move)
    {
        if (move.Channel >= 0)
        {
            var deferred = TlaText.Letters(model, model.System.Roles[role].States[state].Listening[move.Channel].Deferred);
            yield return (model.Channels[move.Channel], $"Take(ch.{model.Channels[move.Channel]}, {TlaText.Letter(model, move.Letter)}, {deferred})");
        }

        foreach (var sends in move.Sends.GroupBy(send => send.Channel))
        {
            var messages = string.Join(", ", sends.Select(send => TlaText.Letter(model, send.Letter)));
            yield return (model.Channels[sends.Key], $"After(ch.{model.Channels[sends.Key]}, <<{messages}>>)");
        }
    }

    private static string Queue(int number) => "q" + (number + 1).ToString(CultureInfo.InvariantCulture);

    private void WriteMeeting(int role, int state, Move move)
    {
        var own = $"!.{model.Roles[role]} = {TlaText.State(model, role, move.Target)}";
        if (move.Sends.Count == 0)
        {
            line($"     /\\ st' = [st EXCEPT {own}]");
        }
        else
        {
            var send = move.Sends[0];
            var receiver = model.Roles[model.System.Channels[send.Channel].Receiver];
            line($"     /\\ \\E t \\in {TlaQuestions.AcceptName(model, send.Channel)}(st.{receiver}, {TlaText.Letter(model, send.Letter)}) : st' = [st EXCEPT {own}, !.{receiver} = t]");
        }

        if (move.Sends.Count > 0 && move.Target == state)
        {
            line("     /\\ st' # st"); // a message that changes neither side is no step
        }

        line("     /\\ UNCHANGED ch");
    }
}
