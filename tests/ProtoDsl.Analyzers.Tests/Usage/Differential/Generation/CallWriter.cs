using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes calls of the program's own methods.</summary>
internal sealed class CallWriter(Workshop shop)
{
    public IEnumerable<(int Weight, Func<Statement> Item)> Kinds(Scope scope)
    {
        foreach (var callee in shop.Callees.Where(callee => !IsBarred(scope, callee)))
        {
            switch (callee.Kind)
            {
                case CalleeKind.Helper when scope.Machines.Count > 0:
                    yield return (10, () => Call(callee, Candidate(scope, callee), ""));
                    break;
                case CalleeKind.Predicate when scope.Flags.Count > 0 && scope.Machines.Count > 0:
                    yield return (6, () => Call(callee, Candidate(scope, callee), $"{shop.Pick(scope.Flags)} = "));
                    break;
                case CalleeKind.Factory when scope.Variables.Count > 0:
                    yield return (12, () => Make(scope, callee));
                    break;
                case CalleeKind.Reference when scope.Variables.Count > 0:
                    yield return (12, () => Replace(scope, callee, "ref ", ""));
                    break;
                case CalleeKind.Output when scope.Variables.Count > 0:
                    yield return (8, () => Replace(scope, callee, "out ", scope.Flags.Count > 0 ? $"{shop.Pick(scope.Flags)} = " : ""));
                    break;
            }
        }

        foreach (var action in scope.Actions)
        {
            yield return (16, () => Call(action, "", ""));
        }

        foreach (var owner in scope.Owners)
        {
            foreach (var callee in shop.OwnerMethods)
            {
                yield return (14, () => Own(scope, owner, callee));
            }
        }
    }

    /// <summary>The address of what a lambda has captured, or of a field of this, is not handed out.</summary>
    private static bool IsBarred(Scope scope, Callee callee) =>
        callee.Kind is CalleeKind.Reference or CalleeKind.Output && scope.Variables.Any(name => name[0] == '_');

    private Statement Make(Scope scope, Callee callee)
    {
        var machine = shop.Pick(scope.Variables);
        scope[machine] = callee.Exit;
        return Call(callee, "", $"{machine} = ");
    }

    private Statement Replace(Scope scope, Callee callee, string how, string assignment)
    {
        var machine = shop.Pick(scope.Variables);
        scope[machine] = callee.Exit;
        return Call(callee, how + machine, assignment);
    }

    private Statement Own(Scope scope, string owner, Callee callee)
    {
        var assignment = callee.Kind == CalleeKind.Predicate && scope.Flags.Count > 0 ? $"{shop.Pick(scope.Flags)} = " : "";
        return Call(callee, "", assignment, owner + ".");
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

    private Statement Call(Callee callee, string arguments, string assignment, string receiver = "")
    {
        var site = shop.Site();
        var wait = callee.IsAsync ? "await " : "";
        return Statement.Line(
            Text.OnlyLive($"R.In({site}); ")
            + new Text(
                $"{assignment}{wait}{receiver}/*s{site}*/{callee.Name}({arguments});",
                $"{assignment}{wait}{receiver}{callee.Name}({arguments});")
            + Text.OnlyLive($" R.Out({site});"));
    }
}
