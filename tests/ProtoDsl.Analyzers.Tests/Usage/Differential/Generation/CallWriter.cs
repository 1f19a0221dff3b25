using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes calls of the program's own methods.</summary>
internal sealed class CallWriter(Workshop shop)
{
    public IEnumerable<(int Weight, Func<Statement> Item)> Kinds(Scope scope)
    {
        foreach (var callee in shop.Callees)
        {
            switch (callee.Kind)
            {
                case CalleeKind.Helper:
                    yield return (10, () => Help(scope, callee));
                    break;
                case CalleeKind.Predicate when scope.Flags.Count > 0:
                    yield return (6, () => Answer(scope, callee));
                    break;
            }
        }
    }

    private Statement Help(Scope scope, Callee callee)
    {
        var machine = Candidate(scope, callee);
        return Call(callee, machine, "");
    }

    private Statement Answer(Scope scope, Callee callee)
    {
        var machine = Candidate(scope, callee);
        return Call(callee, machine, $"{shop.Pick(scope.Flags)} = ");
    }

    /// <summary>A machine in the state that the method expects, if there is one.</summary>
    private string Candidate(Scope scope, Callee callee)
    {
        var fitting = scope.Machines.Where(name => scope[name] == callee.Entry).ToArray();
        var machine = fitting.Length > 0 && shop.Chance(80) ? shop.Pick(fitting) : shop.Pick(scope.Machines);
        if (scope[machine] == callee.Entry)
        {
            scope[machine] = callee.Exit;
        }

        return machine;
    }

    private Statement Call(Callee callee, string arguments, string assignment)
    {
        var site = shop.Site();
        return Statement.Line(
            Text.OnlyLive($"R.In({site}); ")
            + new Text($"{assignment}/*s{site}*/{callee.Name}({arguments});", $"{assignment}{callee.Name}({arguments});")
            + Text.OnlyLive($" R.Out({site});"));
    }
}
