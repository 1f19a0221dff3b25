using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes methods that a host calls, with machines of their own or one that is handed in.</summary>
internal sealed class EntryWriter(Workshop shop, StatementWriter statements)
{
    public Method Write(string name)
    {
        var machine = shop.Machine;
        var isUnknown = shop.Has(Feature.Unknown) && shop.Chance(60);
        var hasFlags = shop.Has(Feature.Flags) || shop.Has(Feature.Questions) || shop.Has(Feature.Predicates) || shop.Has(Feature.Lambdas);
        var scope = new Scope { Return = "return;", Flags = hasFlags ? ["f0", "f1"] : [] };
        var start = new List<Statement>();
        if (isUnknown)
        {
            scope["p"] = shop.Random.Next(machine.States.Length);
        }

        var locals = isUnknown ? (shop.Chance(30) ? 1 : 0) : 1 + (shop.Chance(60) ? 1 : 0);
        for (var local = 0; local < locals; local++)
        {
            start.Add(Statement.Line($"var v{local} = " + machine.Creation + ";"));
            scope[$"v{local}"] = machine.Initial;
        }

        start.AddRange(scope.Flags.Select(flag => Statement.Line($"bool {flag} = false;")));
        if (shop.Has(Feature.Wrappers))
        {
            start.Add(Statement.Line("var w0 = new Owner();"));
            scope.Owners.Add("w0");
        }

        if (shop.Has(Feature.LocalFunctions) && !machine.IsAsync)
        {
            start.Add(LocalFunction(scope));
        }

        var body = statements.Block(scope, shop.Has(Feature.Branches) ? 3 : 0, 4 + shop.Random.Next(6));
        return new Method(
            name,
            $"public {(machine.IsAsync ? "async Task" : "void")} {name}({(isUnknown ? machine.Type + " p" : "")})",
            new Block([.. start, .. body.Statements]),
            isUnknown ? $"R.Unknown(static () => {machine.Creation.Live}, {machine.States.Length})" : "");
    }

    /// <summary>A function that uses the variables around it.</summary>
    private Statement LocalFunction(Scope scope)
    {
        var name = shop.Name("L");
        var part = scope.Fork();
        foreach (var machine in part.Machines)
        {
            part[machine] = shop.Random.Next(shop.Machine.States.Length);
        }

        var body = statements.Block(part, 1, 1 + shop.Random.Next(3));
        scope.Actions.Add(new Callee(name, CalleeKind.Action, 0, 0));
        return Statement.Of($"void {name}() {{\n", body, "}\n");
    }
}
