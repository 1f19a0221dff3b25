using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Sessions;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Pictures.Page;

/// <summary>A counterexample as the page plays it: the steps in numbers, and what its finding says.</summary>
internal static class PageStory
{
    public static void Write(JsonWriter json, int system, Counterexample counterexample)
    {
        var finding = counterexample.Finding;
        json.Open('{').Name("system").Value(system).Name("rule").Value(finding.Rule.Id).Name("title").Value(finding.Goal).Name("text").Value(finding.Message);
        json.Name("scenario").Value(finding.Scenario).Name("steps").Open('[');
        foreach (var step in counterexample.Violation.Trace)
        {
            json.Values(Numbers(step));
        }

        json.Close(']').Close('}');
    }

    // Role, move, lost messages, partner, its move; those at the end that are not needed left out.
    private static IEnumerable<int> Numbers(SystemStep step)
    {
        int[] all = [step.Role, step.Move, unchecked((int)step.Lost), step.Partner, step.PartnerMove];
        return all.Take(step.Partner >= 0 ? 5 : step.Lost != 0 ? 3 : 2);
    }
}
