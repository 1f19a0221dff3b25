using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ProtoDsl.Verification.Export;

/// <summary>Writes the module: what a step of a channel is, one action a row, what must hold.</summary>
internal sealed class TlaExport(ExportedSystem model)
{
    private readonly StringBuilder _text = new();
    private readonly int[] _channels = model.UsedChannels.ToArray();

    public TlaModule Write()
    {
        Line($"---- MODULE {model.ModuleName} ----");
        Header();
        Line("EXTENDS Naturals, Sequences");
        Line("CONSTANT K \\* messages that a channel holds");
        Line("VARIABLES st, \\* the local state of each role");
        Line("          ch  \\* what each channel carries");
        Line("vars == <<st, ch>>");
        Line();
        var channel = TlaChannel.Of(model);
        foreach (var line in channel.Operators)
        {
            Line(line);
        }

        Line();
        foreach (var line in new TlaQuestions(model, _channels).Places())
        {
            Line(line);
        }

        Line($"Init == st = [{string.Join(", ", model.Roles.Select((role, index) => $"{role} |-> {TlaText.State(model, index, model.System.Roles[index].Start)}"))}]");
        Line($"        /\\ ch = {(_channels.Length == 0 || model.IsRendezvous ? "<<>>" : $"[{string.Join(", ", _channels.Select(each => $"{model.Channels[each]} |-> {channel.Empty}"))}]")}");
        var actions = new TlaActions(model, Line).Write();
        Line();
        Line($"Next == {(actions.Count == 0 ? "FALSE" : string.Join("", actions.Select(action => $"\n  \\/ {action}")))}");
        Line("Spec == Init /\\ [][Next]_vars");
        Line();
        var invariants = new List<string>();
        foreach (var (name, lines) in new TlaQuestions(model, _channels).Invariants())
        {
            invariants.Add(name);
            foreach (var line in lines)
            {
                Line(line);
            }
        }

        Line("====");
        var configuration = $"SPECIFICATION Spec\nCONSTANT K = {model.System.Capacity.ToString(CultureInfo.InvariantCulture)}\n"
            + $"INVARIANTS {string.Join(" ", invariants)}\nCHECK_DEADLOCK FALSE\n";
        return new TlaModule(model.ModuleName, _text.ToString(), configuration);
    }

    private void Header()
    {
        Line($"\\* Session {model.Title}: one named action a row. TLC with the configuration beside this module finds, at capacity K:");
        Line("\\* NotStuck: nothing can happen, and not all roles have finished with empty channels.");
        if (!model.IsBag)
        {
            Line("\\* NoUnspecifiedReception: a message arrives where its receiver listens and no row lists it.");
        }

        if (model.System.Forbidden.Count > 0)
        {
            Line("\\* Never_1, ...: the 'never' rows.");
        }

        Line("\\* Not said here, since a formula speaks of all runs: no way to finish (from some configuration no end can be reached any more).");
        Line("\\* Not said here: whether a larger capacity cures what is found. Steps that change nothing are left out: they would hide that nothing can happen.");
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
