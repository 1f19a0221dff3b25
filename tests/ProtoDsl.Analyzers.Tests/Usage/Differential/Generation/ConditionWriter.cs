using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes conditions.</summary>
internal sealed class ConditionWriter(Workshop shop, EventWriter events)
{
    public static readonly Text Ask = new("Oracle.Ask()", "R.Ask()");

    /// <summary>A condition at a point.</summary>
    /// <param name="scope">The point.</param>
    /// <param name="depth">How many operators may be on top of one another.</param>
    public Condition Write(Scope scope, int depth = 2)
    {
        var machine = shop.Pick(scope.Machines);
        var kinds = new List<(int Weight, Func<Condition> Item)> { (25, () => Condition.Of(Ask)), (28, () => Condition.Of(StateTest(scope, machine))) };
        if (scope.Flags.Count > 0 && shop.Has(Feature.Flags))
        {
            kinds.Add((25, () => Condition.Of((shop.Chance(40) ? "!" : "") + shop.Pick(scope.Flags))));
        }

        if (scope.Functions.Count > 0)
        {
            kinds.Add((20, () =>
            {
                var function = shop.Pick(scope.Functions);
                return Condition.Of(new Text($"{function}()", $"R.Called({function})"));
            }));
        }

        if (shop.Has(Feature.Questions))
        {
            kinds.Add((14, () => Condition.Of(events.Can(scope, machine) ?? Ask)));
            kinds.Add((12, () => Condition.Of(Parenthesised(events.Try(scope, machine)))));
        }

        kinds.Add((5, () => Condition.Of("(" + events.RaiseForState(scope, machine) + $") {shop.Pick(["==", "!="])} {SomeState(scope, machine)}")));
        var predicates = shop.Callees.Where(callee => callee.Kind == CalleeKind.Predicate).ToArray();
        if (predicates.Length > 0)
        {
            kinds.Add((28, () => Condition.Of(CallPredicate(scope, shop.Pick(predicates), machine))));
        }

        if (depth > 0)
        {
            kinds.Add((7, () => Binary(scope, depth, "&&")));
            kinds.Add((7, () => Binary(scope, depth, "||")));
            kinds.Add((5, () =>
            {
                var inner = Write(scope, depth - 1);
                return Condition.Of("!(" + inner.Text + ")", inner);
            }));
        }

        return shop.Weighted(kinds)();
    }

    /// <summary>A test of the state.</summary>
    public Text StateTest(Scope scope, string machine)
    {
        var (one, other) = (SomeStateIndex(scope, machine), SomeStateIndex(scope, machine));
        var (first, second) = (shop.Machine.State(one), shop.Machine.State(other));
        return shop.Random.Next(8) switch
        {
            0 or 1 => Read(machine, one) + $".State == {first}",
            2 => Read(machine, one) + $".State != {first}",
            3 => Read(machine, one) + $".State is {first}",
            4 => Read(machine, one, other) + $".State is {first} or {second}",
            5 => Read(machine, one, other) + $".State is not ({first} or {second})",
            6 => Read(machine, one) + $" is {{ State: {first} }}",
            _ => Read(machine, one) + $".State is not {first}",
        };
    }

    /// <summary>A machine whose state is compared with these.</summary>
    public static Text Read(string machine, params IEnumerable<int> named) => new(machine, $"R.Tested({machine}, {string.Join(", ", named)})");

    /// <summary>A state, more often than not the one that the machine probably is in.</summary>
    private string SomeState(Scope scope, string machine) => shop.Machine.State(SomeStateIndex(scope, machine));

    private int SomeStateIndex(Scope scope, string machine) => shop.Chance(55) ? scope[machine] : shop.Random.Next(shop.Machine.States.Length);

    private Condition Binary(Scope scope, int depth, string @operator)
    {
        var left = Write(scope, depth - 1);
        var right = Write(scope, depth - 1);
        return Condition.Of("(" + left.Text + $" {@operator} " + right.Text + ")", left, right);
    }

    private Text CallPredicate(Scope scope, Callee callee, string machine)
    {
        var site = shop.Site();
        scope[machine] = callee.Entry == scope[machine] ? callee.Exit : scope[machine];
        return new Text($"/*s{site}*/{callee.Name}({machine})", $"R.Out({site}, {callee.Name}(R.In({site}, {machine})))");
    }

    private static Text Parenthesised(Text text) => "(" + text + ")";
}
