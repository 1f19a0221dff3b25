using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes exception regions, and what throws.</summary>
internal sealed class TryWriter(Workshop shop, ConditionWriter conditions, StatementWriter statements)
{
    public IEnumerable<(int Weight, Func<Statement> Item)> Kinds(Scope scope, int depth)
    {
        if (shop.Has(Feature.Using) && shop.Machine.IsDisposable && !shop.Machine.IsAsync)
        {
            yield return (18, () => Using(scope, depth));
        }

        if (!shop.Has(Feature.Exceptions))
        {
            yield break;
        }

        yield return (20, () => Try(scope, depth));
        yield return (5, static () => Statement.Line(new Text("Oracle.MayThrow();", "R.MayThrow();")));
        yield return (4, () => Statement.Of("if (", conditions.Write(scope, depth: 1), ") { throw new BoomException(); }\n"));
    }

    private Statement Try(Scope scope, int depth)
    {
        var mark = shop.Name("t");
        var before = Text.OnlyLive($"var {mark} = R.Try();\n");
        var leave = Text.OnlyLive($"R.Leave({mark});\n");
        var part = scope.Fork();
        var body = Inner(part, depth);
        scope.Adopt(shop.Chance(70) ? part : scope);
        var kind = shop.Random.Next(10);
        var type = shop.Chance(20) ? "BoomException" : "Exception";
        Piece handler = new Text(
            type == "Exception" && shop.Chance(50) ? "} catch {\n" : $"}} catch ({type}) {{\n", $"}} catch ({type}) when (R.Leave({mark})) {{\n");
        if (kind < 5)
        {
            var rescue = Inner(scope.Fork(), depth);
            return Statement.Of(before + "try {\n", body, handler, rescue, Rethrow(scope), "}" + Text.OnlyLive($" finally {{ R.Leave({mark}); }}") + "\n");
        }

        var final = scope.Fork(isInFinally: true);
        if (kind < 8)
        {
            return Statement.Of(before + "try {\n", body, "} finally {\n" + leave, Inner(final, depth), "}\n");
        }

        return Statement.Of(before + "try {\n", body, handler, Inner(scope.Fork(), depth), "} finally {\n" + leave, Inner(final, depth), "}\n");
    }

    private Statement Using(Scope scope, int depth)
    {
        if (shop.Chance(40) && scope.Machines.Count > 0)
        {
            var machine = shop.Pick(scope.Machines);
            var inside = scope.Fork();
            var block = Inner(inside, depth);
            scope.Adopt(inside);
            return Statement.Of("using (" + new Text(machine, $"R.Disposing({machine})") + ") {\n", block, "}\n");
        }

        var name = shop.Name("r");
        var part = scope.Fork();
        part[name] = shop.Machine.Initial;
        var body = Inner(part, depth);
        scope.Adopt(part);
        return Statement.Of(
            new Text($"using (var {name} = {shop.Machine.Creation.Clean}) {{\n", $"{{ var {name} = {shop.Machine.Creation.Live}; using (R.Disposing({name})) {{\n"),
            body,
            "}" + Text.OnlyLive(" }") + "\n");
    }

    private Piece Rethrow(Scope scope) =>
        shop.Chance(15) && !scope.IsInFinally ? Block(Statement.Line("throw;")) : Block();

    private static Block Block(params Statement[] statements) => Programs.Block.Of(statements);

    private Block Inner(Scope scope, int depth) => statements.Block(scope, depth - 1, 1 + shop.Random.Next(3));
}
