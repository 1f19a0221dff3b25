using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes <c>if</c>, <c>switch</c>, loops, and what leaves them.</summary>
internal sealed class BranchWriter(Workshop shop, ConditionWriter conditions, StatementWriter statements)
{
    public IEnumerable<(int Weight, Func<Statement> Item)> Kinds(Scope scope, int depth)
    {
        if (shop.Has(Feature.Branches))
        {
            yield return (22, () => If(scope, depth));
            if (scope.Return is not null)
            {
                yield return (3, () => Leave(scope, scope.Return));
            }
        }

        if (shop.Has(Feature.Loops))
        {
            yield return (16, () => Loop(scope, depth));
            if (scope.IsInLoop)
            {
                yield return (6, () => Leave(scope, shop.Pick(["break;", "continue;"])));
            }
        }

        if (shop.Has(Feature.Switches))
        {
            yield return (22, () => Switch(scope, depth));
        }
    }

    private Statement If(Scope scope, int depth)
    {
        var condition = conditions.Write(scope);
        var (then, otherwise) = (scope.Fork(), scope.Fork());
        var body = Inner(then, depth);
        if (shop.Chance(45))
        {
            scope.Adopt(shop.Chance(70) ? then : scope);
            return Statement.Of("if (", condition, ") {\n", body, "}\n");
        }

        var second = Inner(otherwise, depth);
        scope.Adopt(shop.Chance(50) ? then : otherwise);
        return Statement.Of("if (", condition, ") {\n", body, "} else {\n", second, "}\n");
    }

    private Statement Leave(Scope scope, string how) => Statement.Of("if (", conditions.Write(scope, depth: 1), $") {{ {how} }}\n");

    private Statement Loop(Scope scope, int depth)
    {
        var rounds = shop.Name("n");
        var part = scope.Fork(isInLoop: true);
        Text before = Text.OnlyLive($"{{ int {rounds} = 0; "), round = Text.OnlyLive($"R.Round(ref {rounds});\n"), after = Text.OnlyLive("}\n");
        var kind = shop.Random.Next(3);
        var condition = conditions.Write(part, depth: 1);
        var body = Inner(part, depth);
        scope.Adopt(shop.Chance(60) ? part : scope);
        return kind switch
        {
            0 => Statement.Of(before + "while (", condition, ") {\n" + round, body, "}\n" + after),
            1 => Statement.Of(before + "do {\n" + round, body, "} while (", condition, ");\n" + after),
            _ => Statement.Of(before + $"for (int i{rounds} = 0; " + new Text($"i{rounds} < Oracle.Pick()", "R.Ask()") + $"; i{rounds}++) {{\n" + round, body, "}\n" + after),
        };
    }

    private Statement Switch(Scope scope, int depth)
    {
        var machine = shop.Pick(scope.Machines);
        var states = Enumerable.Range(0, shop.Machine.States.Length).OrderBy(_ => shop.Random.Next()).Take(1 + shop.Random.Next(3)).ToList();
        if (!states.Contains(scope[machine]) && shop.Chance(70))
        {
            states[0] = scope[machine];
        }

        var pieces = new List<Piece> { "switch (" + ConditionWriter.Read(machine, states) + ".State) {\n" };
        for (var index = 0; index < states.Count; index++)
        {
            var part = scope.Fork();
            part[machine] = states[index];
            pieces.Add($"case {shop.Machine.State(states[index])}:\n");
            if (index + 1 < states.Count && shop.Chance(25))
            {
                continue;
            }

            pieces.Add(Inner(part, depth));
            pieces.Add("break;\n");
        }

        if (shop.Chance(50))
        {
            pieces.Add("default:\n");
            pieces.Add(Inner(scope.Fork(), depth));
            pieces.Add("break;\n");
        }

        pieces.Add("}\n");
        return Statement.Of([.. pieces]);
    }

    private Block Inner(Scope scope, int depth) => statements.Block(scope, depth - 1, 1 + shop.Random.Next(3));
}
