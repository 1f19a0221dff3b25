using ProtoDsl.Language;
using ProtoDsl.Language.Model;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Simulation;
using Spectre.Console;

namespace ProtoDsl.Tool.Simulating;

/// <summary>Lines in, steps out: at a prompt, or from a script.</summary>
/// <param name="terminal">What it writes to, and asks.</param>
/// <param name="lines">What is typed.</param>
/// <param name="simulation">What is stepped.</param>
/// <param name="isScript">True where nobody is there to answer: lines are shown, and the first that cannot be done ends it.</param>
/// <param name="cancellationToken">Ends it as the end of the lines does.</param>
internal sealed class Simulator(Terminal terminal, TextReader lines, SystemSimulation simulation, bool isScript, CancellationToken cancellationToken)
{
    private const string Prompt = "> ";
    private const string Help = """
        Type a number, or a step as a scenario writes it; the role, the guard and values may be left out.
          why [word]   events that cannot happen now, and the reasons
          undo, reset  one step back, all of them
          record       the scenario so far
          quit         the end
        A word with ':' before it is one of these even where an event has its name.

        """;

    private readonly SimulationView _view = new(terminal, simulation);
    private IReadOnlyList<SimulatedStep> _possible = [];

    /// <summary>Runs to the end of the lines.</summary>
    /// <returns>False where a line of a script could not be done.</returns>
    public bool Run()
    {
        Show();
        while (!cancellationToken.IsCancellationRequested && Next() is { } line)
        {
            var (isDone, isEnd) = Do(line);
            if (isEnd)
            {
                return true;
            }

            if (!isDone && isScript)
            {
                return false;
            }
        }

        return true;
    }

    private string? Next()
    {
        for (;;)
        {
            if (!isScript)
            {
                terminal.Out.Write(Prompt);
                terminal.Out.Flush();
            }

            if (Read() is not { } line)
            {
                return null;
            }

            line = Uncommented(line).Trim();
            if (line.Length > 0 && !(isScript && line.StartsWith("scenario ", StringComparison.Ordinal)))
            {
                if (isScript)
                {
                    _view.Say(Prompt + line);
                }

                return line;
            }

            if (!isScript)
            {
                Show();
            }
        }
    }

    /// <summary>A terminal goes on waiting for a line when Ctrl-C is pressed; we do not.</summary>
    private string? Read()
    {
        try
        {
            var line = Task.Run(lines.ReadLine, CancellationToken.None);
            line.Wait(cancellationToken);
            return line.Result;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static string Uncommented(string line) => line.IndexOf("//", StringComparison.Ordinal) is var at and >= 0 ? line[..at] : line;

    private (bool IsDone, bool IsEnd) Do(string line)
    {
        if (StepFinder.Find(_possible, line) is { Count: > 0 } found && line[0] != ':')
        {
            return (Take(line, found), false);
        }

        var words = line.TrimStart(':').Split(' ', 2, StringSplitOptions.TrimEntries);
        switch (words[0])
        {
            case "quit" or "exit":
                return (true, true);
            case "help" or "?":
                _view.Say(Help.TrimEnd());
                return (true, false);
            case "why":
                _view.Refused(simulation.Refused.Where(refusal => words.Length == 1 || $"{simulation.Roles[refusal.Role].Name} {refusal.Event}".Contains(words[1], StringComparison.OrdinalIgnoreCase)).ToArray());
                return (true, false);
            case "undo":
                var isBack = simulation.Undo();
                Show(isBack ? null : "this is the start");
                return (isBack, false);
            case "reset":
                while (simulation.Undo())
                {
                }

                Show();
                return (true, false);
            case "record":
                _view.Say(TransitionFile.Print(simulation.Record("recorded")).TrimEnd());
                return (true, false);
            case "expect" when words.Length == 2:
                return (Expect(line), false);
            default:
                Refuse(line);
                return (false, false);
        }
    }

    private bool Take(string line, IReadOnlyList<SimulatedStep> found)
    {
        var step = found.Count == 1 ? found[0] : isScript ? null : Ask(found);
        if (step is null)
        {
            _view.Say(isScript ? $"'{line}' may be {found.Count} things; write one of: {string.Join("; ", found.Select(Distinct))}" : "nothing was done", Color.Yellow);
            return false;
        }

        simulation.Take(step);
        Show();
        return true;
    }

    /// <summary>Which event is a choice. Then guards are the user's: one after the other is asked, in the order in which the table tries them.</summary>
    private SimulatedStep? Ask(IReadOnlyList<SimulatedStep> found)
    {
        var events = found.GroupBy(step => step.Text).Select(group => group.First()).ToArray();
        if (events.Length > 1)
        {
            return Choose(events) is { } chosen ? Ask([.. found.Where(step => step.Text == chosen.Text)]) : null;
        }

        var left = found.ToList();
        foreach (var guard in found.Select(step => step.Guard).OfType<string>().Distinct().ToArray())
        {
            if (left.Select(step => step.Guard).Distinct().Count() > 1 && guard != "else" && left.Any(step => step.Guard == guard))
            {
                var holds = Answer($"does '{guard}' hold? (y/n) ");
                if (holds is null)
                {
                    return null;
                }

                left.RemoveAll(step => (step.Guard == guard) != (holds == "y"));
            }
        }

        return left.Count <= 1 ? left.FirstOrDefault() : Choose(left);
    }

    private SimulatedStep? Choose(IReadOnlyList<SimulatedStep> steps)
    {
        _view.Possible(steps);
        return int.TryParse(Answer("which? "), out var number) && number >= 1 && number <= steps.Count ? steps[number - 1] : null;
    }

    private string? Answer(string question)
    {
        terminal.Out.Write(question);
        terminal.Out.Flush();
        var answer = Read()?.Trim().ToLowerInvariant();
        return answer switch { "yes" => "y", "no" => "n", "" => null, _ => answer };
    }

    private bool Expect(string line)
    {
        var now = TransitionFile.Print(simulation.Record("").Steps[^1]);
        var isSo = Pairs(line).All(Pairs(now).Contains);
        _view.Say(isSo ? "as expected" : $"it is not so: {now["expect ".Length..]}", isSo ? Color.Green : Color.Red);
        return isSo;
    }

    private static string[] Pairs(string line) =>
        line["expect ".Length..].Split(',').Select(pair => string.Join(' ', pair.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();

    private void Refuse(string line)
    {
        var refused = simulation.Refused.Where(refusal => Names(line, refusal)).ToArray();
        if (refused.Length > 0)
        {
            _view.Say("that cannot happen now:", Color.Red);
            _view.Refused(refused);
            return;
        }

        var near = StepFinder.Near(_possible, line);
        _view.Say($"'{line}' is nothing that can happen here{(near is null ? "." : $"; did you mean '{near}'?")}{(isScript ? "" : " Type 'help' for help.")}", Color.Red);
    }

    // 'client Close', 'Close(x)', '?FIN', 'a -> b FIN' all speak of an event.
    private bool Names(string line, Refusal refusal)
    {
        var role = simulation.Roles[refusal.Role].Name;
        var bare = line.Split('(', '[')[0].Trim();
        var name = refusal.Event.TrimStart('?');
        return bare == refusal.Event || bare == $"{role} {refusal.Event}" || (refusal.Event[0] == '?' && bare.EndsWith($"-> {role} {name}", StringComparison.Ordinal));
    }

    private static string Distinct(SimulatedStep step) =>
        StepFinder.TextOf(step) + (step.Sent.Count > 0 ? $" / {string.Join(", ", step.Sent.Select(sent => "!" + sent))}" : "");

    private void Show(string? first = null)
    {
        if (first is not null)
        {
            _view.Say(first, Color.Yellow);
        }

        _possible = simulation.Possible;
        _view.State();
        if (!isScript || _possible.Count == 0)
        {
            _view.Possible(_possible);
        }
    }
}
