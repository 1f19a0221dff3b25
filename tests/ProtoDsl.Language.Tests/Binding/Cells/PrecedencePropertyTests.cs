using System.Text;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Binding.Cells;

/// <summary>Random tables: what the cells say, tried in order, is what the precedence rules say, for every state, event, tag values and
/// guards.</summary>
public sealed class PrecedencePropertyTests
{
    private static readonly string[] s_guards = ["", "", "[g]", "[!g]", "[h]", "[g && h]", "[!g || h]"];
    private static readonly string[] s_events = ["Go", "Send(X)", "Send(Y)", "Send", "?A", "?M", "?M(X)", "?M(_, Q)", "?M(X, P)", "?M(Y, Q)", "?*"];

    [Fact]
    public void Cells_are_the_precedence_rules()
    {
        var compared = 0;
        var sound = 0;
        for (var seed = 0; seed < 2500; seed++)
        {
            var text = Table(new Random(seed));
            var bound = TransitionFile.Read(text, "Random");

            // Where two rows cannot be told apart the table is an error, and what is generated is anyone's guess; the cells must still be what the rules say.
            sound += bound.IsSound ? 1 : 0;
            compared += Compare(bound.Protocol.Machines[0], $"seed {seed}\n{text}");
        }

        Assert.True(sound > 300, $"{sound} sound tables");
        Assert.True(compared > 100_000, $"{compared} comparisons");
    }

    private static int Compare(Machine machine, string text)
    {
        var compared = 0;
        foreach (var state in Enumerable.Range(0, machine.States.Count))
        {
            foreach (var @event in Enumerable.Range(0, machine.Events.Count))
            {
                foreach (var values in ValuesOf(machine.Events[@event].Name))
                {
                    for (var guards = 0; guards < 4; guards++)
                    {
                        bool Holds(int action) => (guards & (machine.Actions[action].Name == "g" ? 1 : 2)) != 0;
                        var expected = PrecedenceReference.Take(machine, state, @event, values, Holds);
                        var actual = ByCell(machine, state, @event, values, Holds);
                        Assert.True(expected == actual, $"{machine.States[state].Name} {machine.Events[@event].Name}({string.Join(",", values)}) guards {guards}: rules {expected}, cell {actual}\n{text}");
                        compared++;
                    }
                }
            }
        }

        return compared;
    }

    private static int ByCell(Machine machine, int state, int @event, int[] values, Func<int, bool> holds)
    {
        foreach (var candidate in machine.CellOf(state, @event)?.Candidates ?? default)
        {
            var row = machine.Rows[candidate.Row];
            if (PrecedenceReference.Fits(new(row.Triggers[candidate.Trigger].Pattern), values) && PrecedenceReference.Holds(row.Guard, holds))
            {
                return candidate.Row;
            }
        }

        return -1;
    }

    private static IEnumerable<int[]> ValuesOf(string @event) => @event switch
    {
        "Send" => [[0], [1]],
        "?M" => [[0, 0], [0, 1], [1, 0], [1, 1]],
        _ => [[]],
    };

    private static string Table(Random random)
    {
        var text = new StringBuilder("tag T = X | Y\nmessage A, M(T t, P|Q q)\ncall Go, Send(T t)\nmachine R\n");
        var sections = new List<string> { "initial state S0", "state S1" };
        sections.AddRange(new[] { "in S0", "in any", "in S1" }.Where(_ => random.Next(2) == 0));
        foreach (var section in sections.OrderBy(_ => random.Next()))
        {
            text.Append(section).Append('\n');
            for (var rows = random.Next(section.StartsWith("in", StringComparison.Ordinal) ? 3 : 5); rows > 0; rows--)
            {
                text.Append("    ").Append(Pick(random, s_events)).Append(random.Next(4) == 0 ? " | " + Pick(random, s_events) : "");
                text.Append(' ').Append(Pick(random, s_guards)).Append(" / f").Append(random.Next(100)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
