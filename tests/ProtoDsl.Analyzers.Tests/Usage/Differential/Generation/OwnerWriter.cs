using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes a class that owns one machine, and through whose methods others use it.</summary>
internal sealed class OwnerWriter(Workshop shop, StatementWriter statements)
{
    private const string Field = "r_m";

    public HelperClass Write()
    {
        var machine = Statement.Line($"private readonly {shop.Machine.Type} {Field} = " + shop.Machine.Creation + ";");
        var methods = new List<Method>();
        for (var index = 0; index < 2 + shop.Random.Next(3); index++)
        {
            methods.Add(!shop.Machine.IsAsync && shop.Chance(25) ? Answer($"B{index}") : Act($"A{index}"));
        }

        return new HelperClass("internal sealed class Owner", Block.Of(machine), [.. methods]);
    }

    private Method Act(string name)
    {
        var body = statements.Block(Scope(), shop.Chance(40) ? 1 : 0, 1 + shop.Random.Next(2));
        shop.OwnerMethods.Add(new Callee(name, CalleeKind.Action, 0, 0, shop.Machine.IsAsync));
        return new Method(name, $"public {(shop.Machine.IsAsync ? "async Task" : "void")} {name}()", body, Entry: null);
    }

    private Method Answer(string name)
    {
        var scope = Scope();
        shop.OwnerMethods.Add(new Callee(name, CalleeKind.Predicate, 0, 0));
        return new Method(name, $"public bool {name}()", Block.Of(Statement.Of("return ", statements.Conditions.Write(scope), ";\n")), Entry: null);
    }

    private Scope Scope()
    {
        var scope = new Scope();
        scope[Field] = shop.Random.Next(shop.Machine.States.Length);
        return scope;
    }
}
