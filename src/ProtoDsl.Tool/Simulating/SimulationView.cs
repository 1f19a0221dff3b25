using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Simulation;
using Spectre.Console;

namespace ProtoDsl.Tool.Simulating;

/// <summary>Shows where a simulation is.</summary>
/// <param name="terminal">Where.</param>
/// <param name="simulation">What.</param>
internal sealed class SimulationView(Terminal terminal, SystemSimulation simulation)
{
    private static readonly Style s_state = new(Color.Green, decoration: Decoration.Bold);
    private static readonly Style s_dim = new(decoration: Decoration.Dim);

    /// <summary>The roles, and what is on its way.</summary>
    public void State()
    {
        foreach (var role in simulation.Roles)
        {
            Write($"{role.Name} ", Style.Plain);
            Write(role.State, s_state);
            var notes = (role.HasEnded ? ["ended"] : role.IsFinal ? (string[])["final"] : []).Concat(role.ArmedTimers.Select(timer => $"{timer} runs"));
            Write(string.Concat(notes.Select(note => $", {note}")) + "\n", s_dim);
        }

        foreach (var channel in simulation.Channels.Where(channel => channel.Messages.Count > 0))
        {
            Write($"{channel.From} -> {channel.To}: {string.Join(", ", channel.Messages)}\n", Style.Plain);
        }
    }

    /// <summary>What can happen, numbered.</summary>
    public void Possible(IReadOnlyList<SimulatedStep> steps)
    {
        if (steps.Count == 0)
        {
            Write(simulation.IsDone ? "all have finished\n" : "nothing can happen any more\n", new Style(simulation.IsDone ? Color.Green : Color.Red));
            return;
        }

        var width = steps.Max(step => StepFinder.TextOf(step).Length);
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            Write($"{index + 1,3}  {StepFinder.TextOf(step).PadRight(width)}", Style.Plain);
            Write($"{Does(step)}\n", s_dim);
        }
    }

    /// <summary>Why other events cannot happen.</summary>
    /// <param name="refused">Which.</param>
    public void Refused(IReadOnlyList<Refusal> refused)
    {
        if (refused.Count == 0)
        {
            Write("nothing of the kind is refused here\n", Style.Plain);
            return;
        }

        var texts = refused.Select(refusal => $"{simulation.Roles[refusal.Role].Name} {refusal.Event}").ToArray();
        var width = texts.Max(text => text.Length);
        for (var index = 0; index < refused.Count; index++)
        {
            Write($"     {texts[index].PadRight(width)}  ", refused[index].IsForbidden ? new Style(Color.Red) : s_dim);
            Write(refused[index].Reason + "\n", s_dim);
        }
    }

    /// <summary>A line of text.</summary>
    public void Say(string line, Color? colour = null) => Write(line + "\n", new Style(colour));

    private string Does(SimulatedStep step)
    {
        var sent = string.Join(", ", step.Sent.Select(message => "!" + message));
        var moves = step.Role >= 0 && step.State != simulation.Roles[step.Role].State ? $" -> {step.State}" : "";
        return sent.Length + moves.Length == 0 ? "  stays" : (sent.Length > 0 ? $"  / {sent}" : "") + (moves.Length > 0 ? " " + moves : "");
    }

    private void Write(string text, Style style) => terminal.Paint.Write(text, style);
}
