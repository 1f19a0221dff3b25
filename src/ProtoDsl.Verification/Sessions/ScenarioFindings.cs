using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Model;
using ProtoDsl.Language;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Scenarios;

namespace ProtoDsl.Verification.Sessions;

/// <summary>The scenarios of a session that do not go as they are written: the first step that is not possible, and what is.</summary>
internal static class ScenarioFindings
{
    public static IEnumerable<Finding> Of(SessionView view, CheckOptions options, CancellationToken cancellationToken)
    {
        var scenarios = view.File.Bound.Protocol.Scenarios;
        var runner = new ScenarioRunner(view.System, new ReachableConfigurations(view.System, options.Budget, options.Stop));
        for (var index = 0; index < scenarios.Count; index++)
        {
            if (scenarios[index].Session != view.Session.Name)
            {
                continue;
            }

            var outcome = runner.Run(scenarios[index], cancellationToken);
            if (outcome.Result == ScenarioResult.Fails)
            {
                var place = new Place(view.File.Path, view.File.Bound.Map.Scenarios[index].Steps[outcome.Step]);
                yield return new Finding(SessionRules.ImpossibleScenario, place, Message(scenarios[index], outcome));
            }
        }
    }

    private static string Message(Scenario scenario, ScenarioOutcome outcome)
    {
        var step = scenario.Steps[outcome.Step];
        var written = TransitionFile.Print(step);
        var possible = outcome.Possible.Select(TransitionFile.Print).ToArray();
        var start = $"Step {outcome.Step + 1} of '{scenario.Title}' cannot happen: ";
        return step switch
        {
            StatesStep { IsExpectation: false } => $"{start}no run leads to '{written}' with empty channels; begin elsewhere, or change the table",
            StatesStep => $"{start}'{written}' does not hold there, but {Quoted(possible, "or")}; write that, or change the table",
            _ when possible.Length == 0 => $"{start}'{written}' is not possible, and nothing else is; remove the rest, or change the table",
            _ => $"{start}'{written}' is not possible there, but {Quoted(possible, "or")}; write one of these, or change the table",
        };
    }

    private static string Quoted(string[] texts, string word)
    {
        const int most = 3;
        var shown = texts.Take(most).Select(text => $"'{text}'").ToArray();
        return texts.Length > most ? $"{string.Join(", ", shown)} {word} {texts.Length - most} more"
            : shown.Length < 2 ? string.Concat(shown)
            : $"{string.Join(", ", shown.Take(shown.Length - 1))} {word} {shown[shown.Length - 1]}";
    }
}
