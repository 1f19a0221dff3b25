using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Holds <c>examples/Tcp/Tcp.transitions</c> against RFC 9293, section 3.10, all 212 rows of it, and against the reviewed list of
/// differences <c>tests/Oracles/rfc9293_differences.tsv</c>: what differs and is not listed fails, and so does what is listed and does not differ.</summary>
public sealed class Rfc9293OracleTests
{
    private readonly CellWalk _walk;
    private readonly HashSet<(int State, Row Row)> _covered = [];

    public Rfc9293OracleTests()
    {
        var (protocol, machine) = OracleTable.Read("Tcp");
        _walk = new CellWalk(protocol, machine);
    }

    [Fact]
    public void Every_row_of_the_rfc_is_the_tables_or_a_reviewed_difference()
    {
        var found = Differences().ToList();
        var reviewed = ReviewedDifference.All();
        var unreviewed = found.Where(difference => reviewed.Count(entry => entry.Covers(difference)) != 1).ToList();
        var stale = reviewed.Where(entry => !found.Any(entry.Covers)).ToList();
        Assert.True(unreviewed.Count == 0, "Not (or not once) in the reviewed list:\n" + string.Join('\n', unreviewed));
        Assert.True(stale.Count == 0, "Reviewed, but no longer a difference:\n" + string.Join('\n', stale));
        Assert.All(reviewed, entry => Assert.True(entry.Reason.Length >= 20, $"A reason is a sentence: {entry}"));
    }

    /// <summary>So that the oracle itself cannot shrink unnoticed.</summary>
    [Fact]
    public void The_oracle_is_whole()
    {
        var rows = OracleTable.Rows("rfc9293_table.tsv");
        Assert.Equal(212, rows.Count);
        Assert.Equal(11, rows.Select(row => row["state"]).Distinct().Count());
        Assert.Equal(29, rows.Where(row => row["state"] != row["next"]).Select(row => (row["state"], row["next"])).Distinct().Count());
    }

    private IEnumerable<Difference> Differences()
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
            Assert.True(_walk.Event(@event) >= 0, $"the table has no event {@event}");
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
