using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes assignments of machines and flags.</summary>
internal sealed class AssignmentWriter(Workshop shop, EventWriter events, ConditionWriter conditions)
{
    public IEnumerable<(int Weight, Func<Statement> Item)> Kinds(Scope scope)
    {
        if (scope.Variables.Count > 0)
        {
            yield return (4, () => Make(scope));
        }

        if (shop.Has(Feature.Aliases) && scope.Variables.Count > 0 && scope.Machines.Count > 1)
        {
            yield return (7, () => Alias(scope));
            yield return (4, () => Choice(scope));
        }

        if (shop.Has(Feature.Lambdas))
        {
            yield return (10, () => Lambda(scope));
        }

        if (shop.Has(Feature.Flags) && scope.Flags.Count > 0)
        {
            yield return (14, () => Flag(scope));
        }

        if (shop.Has(Feature.Questions) && scope.Flags.Count > 0)
        {
            yield return (8, () => Answer(scope));
        }
    }

    private Statement Make(Scope scope)
    {
        var machine = shop.Pick(scope.Variables);
        scope[machine] = shop.Machine.Initial;
        return Statement.Line($"{machine} = " + shop.Machine.Creation + ";");
    }

    /// <summary>A question to be asked later. What it reads is not assigned any more.</summary>
    private Statement Lambda(Scope scope)
    {
        var (name, fixedName) = (shop.Name("g"), shop.Name("r"));
        var source = shop.Pick(scope.Machines);
        scope[fixedName] = scope[source];
        var question = shop.Chance(50) && events.Can(scope, fixedName) is { } can ? can : conditions.StateTest(scope, fixedName);
        scope.Functions.Add(name);
        return Statement.Line($"var {fixedName} = {source}; Func<bool> {name} = () => " + question + ";");
    }

    private Statement Alias(Scope scope)
    {
        var (target, source) = (shop.Pick(scope.Variables), shop.Pick(scope.Machines));
        scope[target] = scope[source];
        return Statement.Line($"{target} = {source};");
    }

    private Statement Choice(Scope scope)
    {
        var (target, first, second) = (shop.Pick(scope.Variables), shop.Pick(scope.Machines), shop.Pick(scope.Machines));
        var condition = conditions.Write(scope, depth: 0);
        scope[target] = scope[shop.Chance(50) ? first : second];
        return Statement.Of($"{target} = ", condition, $" ? {first} : {second};\n");
    }

    private Statement Flag(Scope scope)
    {
        var flag = shop.Pick(scope.Flags);
        return shop.Random.Next(4) switch
        {
            0 => Statement.Line($"{flag} = true;"),
            1 => Statement.Line($"{flag} = false;"),
            2 => Statement.Line($"{flag} = " + conditions.StateTest(scope, shop.Pick(scope.Machines)) + ";"),
            _ => Statement.Of($"{flag} = ", conditions.Write(scope, depth: 1), ";\n"),
        };
    }

    private Statement Answer(Scope scope)
    {
        var machine = shop.Pick(scope.Machines);
        var answer = shop.Chance(50) ? events.Can(scope, machine) : null;
        return Statement.Line($"{shop.Pick(scope.Flags)} = " + (answer ?? events.Try(scope, machine)) + ";");
    }
}
