using ProtoDsl.Analyzers.Relation;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>A random relation of four states and four calls, and what a machine with it does: the rules of <c>docs/relation.md</c> once more, as
/// plainly as can be, independent of the analysis.</summary>
internal sealed class RandomMachine
{
    public const int States = 4;
    public const int Events = 4;

    private readonly MachineRelation _relation;

    public RandomMachine(Random random)
    {
        var lines = new List<string> { "protodsl 1", "machine Rnd Rnd" };
        lines.AddRange(Enumerable.Range(0, States).Select(state => $"state S{state} S{state}{(state == 0 ? " initial" : "")}"));
        lines.AddRange(Enumerable.Range(0, Events).Select(@event => $"event call E{@event} E{@event}"));
        for (var @event = 0; @event < Events; @event++)
        {
            for (var state = 0; state < States; state++)
            {
                if (random.Next(100) < 25)
                {
                    lines.Add($"case {@event} {state} {Outcome(random)} gt -");
                }

                if (random.Next(100) < 50)
                {
                    lines.Add($"case {@event} {state} {Outcome(random)} {(random.Next(4) == 0 ? "t" : random.Next(5) == 0 ? "x" : "-")} -");
                }
            }
        }

        Text = string.Join("\n", lines);
        Assert.True(RelationReader.TryRead(Text, out var relation));
        _relation = relation;
    }

    /// <summary>The relation.</summary>
    public string Text { get; }

    /// <summary>What <c>CanX</c> answers.</summary>
    public bool Can(int state, int @event) => CasesOf(state, @event).Any(@case => @case.Outcome != RelationOutcome.Forbid);

    /// <summary>Raises an event. Null: it is illegal. Otherwise the state after it, and whether it threw on the way.</summary>
    public (int State, bool Threw)? Raise(int state, int @event, Func<bool> choose)
    {
        foreach (var @case in CasesOf(state, @event))
        {
            if (@case.Flags.HasFlag(RelationCaseFlags.Guarded) && !choose())
            {
                continue;
            }

            if (@case.Outcome == RelationOutcome.Forbid)
            {
                return null;
            }

            var target = @case.Outcome == RelationOutcome.Go ? @case.Target : state;
            return @case.Flags.HasFlag(RelationCaseFlags.ThrowsInSource) && choose() ? (state, true)
                : @case.Flags.HasFlag(RelationCaseFlags.ThrowsInTarget) && choose() ? (target, true)
                : (target, false);
        }

        return null;
    }

    private IEnumerable<RelationCase> CasesOf(int state, int @event) =>
        _relation.Cases.Where(@case => @case.Event == @event && @case.States.Contains(state));

    private static string Outcome(Random random) => random.Next(6) switch
    {
        0 => "stay -",
        1 => "forbid -",
        _ => $"go {random.Next(States)}",
    };
}
