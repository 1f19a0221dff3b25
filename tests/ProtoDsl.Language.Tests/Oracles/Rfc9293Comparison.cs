using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Compares a table with all rows of <c>rfc9293_table.tsv</c>, whichever way the guards turn out that the RFC leaves open, and what changes
/// the table's state with the RFC.</summary>
internal sealed class Rfc9293Comparison
{
    private readonly CellWalk _walk;
    private readonly HashSet<(int State, Row Row)> _covered = [];

    internal Rfc9293Comparison(Protocol protocol, Machine machine) => _walk = new CellWalk(protocol, machine);

    internal IEnumerable<Difference> Differences()
    {
        foreach (var row in OracleTable.Rows("rfc9293_table.tsv"))
        {
            foreach (var difference in Compare(row["state"], row["event"], row["guard"], Rfc9293Mapping.Outcome(row["state"], row["action"], row["next"], row["error"])))
            {
                yield return difference;
            }
        }

        // And the other way: what changes the table's state must come from some row of the RFC.
        foreach (var cell in _walk.Machine.Cells)
        {
            foreach (var row in cell.Candidates.Select(candidate => _walk.Machine.Rows[candidate.Row]))
            {
                if (row.TargetKind == TargetKind.State && row.Target != cell.State && !_covered.Contains((cell.State, row)))
                {
                    yield return new Difference(StateName(cell.State), _walk.Machine.Events[cell.Event].Name, "", "-", row.Text);
                }
            }
        }
    }

    private IEnumerable<Difference> Compare(string state, string rfcEvent, string condition, string expected)
    {
        var stimuli = Rfc9293Mapping.Stimuli(state, rfcEvent);
        if (stimuli.Count == 0 || Rfc9293Mapping.Guards(condition) is not { } given)
        {
            return [new Difference(state, rfcEvent, condition, expected, "not in the table")];
        }

        return stimuli
            .SelectMany(stimulus => Valuations(state, stimulus, given).Select(valuation => (Condition: valuation.Label, Actual: Outcome(state, stimulus, valuation.Holds))))
            .Where(outcome => outcome.Actual != expected)
            .Select(outcome => new Difference(state, rfcEvent, (condition + " " + outcome.Condition).Trim(), expected, outcome.Actual))
            .Distinct();
    }

    // Every way in which the guards that the RFC leaves open can turn out.
    private IEnumerable<(string Label, Func<string, bool> Holds)> Valuations(string state, string[] stimulus, IReadOnlyDictionary<string, bool> given)
    {
        var open = _walk.GuardsOf(_walk.State(Rfc9293Mapping.TableState(state)), _walk.Event(Split(stimulus[0]).Event)).Where(guard => !given.ContainsKey(guard)).ToArray();
        for (var bits = 0; bits < 1 << open.Length; bits++)
        {
            var chosen = open.Select((guard, index) => (guard, value: (bits >> index & 1) == 1)).ToDictionary(pair => pair.guard, pair => pair.value);
            var label = string.Join(' ', chosen.Select(pair => pair.Value ? $"[{pair.Key}]" : $"[!{pair.Key}]"));
            yield return (label, guard => given.TryGetValue(guard, out var value) ? value : chosen.GetValueOrDefault(guard));
        }
    }

    private string Outcome(string rfcState, string[] stimulus, Func<string, bool> holds)
    {
        var state = _walk.State(Rfc9293Mapping.TableState(rfcState));
        var sent = new List<string>();
        foreach (var (@event, tags) in stimulus.Select(Split))
        {
            if (_walk.Take(state, _walk.Event(@event), tags, holds) is not { } step)
            {
                return "not listed";
            }

            if (step.Row.Kind == RowKind.Forbid)
            {
                return "error: " + step.Row.Reason;
            }

            _covered.Add((state, step.Row));
            sent.AddRange(step.Sent.Select(message => message.Split('(')[0]));
            state = step.Target;
        }

        return Rfc9293Mapping.Describe(StateName(state), sent);
    }

    private string StateName(int state) => Rfc9293Mapping.RfcState(_walk.Machine.States[state].Name);

    private static (string Event, string[] Tags) Split(string stimulus) =>
        stimulus.Split('(', ')') is [var name, var tag, ""] ? (name, [tag]) : (stimulus, []);
}
