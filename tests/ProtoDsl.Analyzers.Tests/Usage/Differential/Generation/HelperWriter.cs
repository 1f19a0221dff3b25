using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes private methods that are handed a machine or make one. Each may call those before it.</summary>
internal sealed class HelperWriter(Workshop shop, StatementWriter statements, bool isStatic)
{
    private readonly List<Method> _methods = [];

    private string Type => shop.Machine.Type;

    public List<Method> Write()
    {
        for (var index = 0; index < 1 + shop.Random.Next(2); index++)
        {
            if (shop.Has(Feature.Helpers) || shop.Has(Feature.Recursion))
            {
                Helper($"H{index}");
            }

            if (shop.Machine.IsAsync)
            {
                continue;
            }

            if (shop.Has(Feature.Predicates))
            {
                Add(new Callee($"P{index}", CalleeKind.Predicate, 0, 0), "bool", $"{Type} p", Answer);
            }

            if (shop.Has(Feature.Factories))
            {
                Add(new Callee($"F{index}", CalleeKind.Factory, 0, 0), Type, "", "return p;\n", Make("var p"));
            }

            if (shop.Has(Feature.References))
            {
                Add(new Callee($"X{index}", CalleeKind.Reference, 0, 0), "void", $"ref {Type} p");
                Add(new Callee($"O{index}", CalleeKind.Output, 0, 0), "bool", $"out {Type} p", Answer, Make("p"));
            }
        }

        return _methods;
    }

    private void Helper(string name)
    {
        var callee = new Callee(name, CalleeKind.Helper, 0, 0, shop.Machine.IsAsync);
        if (shop.Has(Feature.Recursion) && shop.Chance(70))
        {
            // It may call itself anywhere: known while it is written.
            shop.Callees.Add(callee);
        }

        Add(callee, shop.Machine.IsAsync ? "async Task" : "void", $"{Type} p");
    }

    private Statement Make(string target) => Statement.Line($"{target} = " + shop.Machine.Creation + ";");

    private Statement Answer(Scope scope) => Statement.Of("return ", statements.Conditions.Write(scope), ";\n");

    private void Add(Callee callee, string result, string parameters, string end, Statement start) =>
        Add(callee, result, parameters, _ => Statement.Of(end), start);

    private void Add(Callee callee, string result, string parameters, Func<Scope, Statement>? end = null, Statement? start = null)
    {
        var entry = start is null ? shop.Random.Next(shop.Machine.States.Length) : shop.Machine.Initial;
        var scope = new Scope { Return = result is "void" or "async Task" ? "return;" : null };
        scope["p"] = entry;
        var body = statements.Block(scope, 1, 1 + shop.Random.Next(3));
        Statement[] before = start is null ? [] : [start];
        Statement[] after = end is null ? [] : [end(scope)];
        _methods.Add(new Method(
            callee.Name, $"private {(isStatic ? "static " : "")}{result} {callee.Name}({parameters})", new Block([.. before, .. body.Statements, .. after]), Entry: null));
        shop.Callees.Remove(callee);
        shop.Callees.Add(callee with { Entry = entry, Exit = scope["p"] });
    }
}
