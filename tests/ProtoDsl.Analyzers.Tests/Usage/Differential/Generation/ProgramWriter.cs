using System.Collections.Immutable;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes a random program about one feature and one machine.</summary>
internal sealed class ProgramWriter
{
    private readonly Workshop _shop;
    private readonly StatementWriter _statements;
    private readonly List<Method> _methods = [];
    private readonly string _static;

    private ProgramWriter(Workshop shop)
    {
        _shop = shop;
        _statements = new StatementWriter(shop);
        _static = shop.Chance(50) ? "static " : "";
    }

    public static SampleProgram Write(int seed, Feature feature, MachineShape machine)
    {
        var shop = new Workshop(seed, feature, machine);
        var writer = new ProgramWriter(shop);
        writer.Helpers();
        writer.Entries();
        return new SampleProgram(seed, feature, machine, [.. writer._methods], Block.Of(), [], shop.MessageSites);
    }

    private string Task => _shop.Machine.IsAsync ? "async Task" : "void";

    private void Helpers()
    {
        for (var index = 0; index < 1 + _shop.Random.Next(2); index++)
        {
            if (_shop.Has(Feature.Helpers))
            {
                Helper($"H{index}");
            }

            if (_shop.Has(Feature.Predicates) && !_shop.Machine.IsAsync)
            {
                Predicate($"P{index}");
            }
        }
    }

    private void Helper(string name)
    {
        var (scope, entry) = Parameter("return;");
        var body = _statements.Block(scope, 1, 1 + _shop.Random.Next(3));
        _methods.Add(new Method(name, $"private {_static}{Task} {name}({_shop.Machine.Type} p)", body, Entry: null));
        _shop.Callees.Add(new Callee(name, CalleeKind.Helper, entry, scope["p"]));
    }

    private void Predicate(string name)
    {
        var (scope, entry) = Parameter(@return: null);
        var body = _statements.Block(scope, 1, _shop.Random.Next(3));
        var answer = Statement.Of("return ", _statements.Conditions.Write(scope), ";\n");
        _methods.Add(new Method(name, $"private {_static}bool {name}({_shop.Machine.Type} p)", body.Then(answer), Entry: null));
        _shop.Callees.Add(new Callee(name, CalleeKind.Predicate, entry, scope["p"]));
    }

    private (Scope Scope, int Entry) Parameter(string? @return)
    {
        var scope = new Scope { Return = @return };
        var entry = scope["p"] = _shop.Random.Next(_shop.Machine.States.Length);
        return (scope, entry);
    }

    private void Entries()
    {
        var count = 1 + _shop.Random.Next(2);
        for (var index = 0; index < count; index++)
        {
            Entry($"M{index}", isUnknown: _shop.Has(Feature.Unknown) && _shop.Chance(60));
        }
    }

    private void Entry(string name, bool isUnknown)
    {
        var machine = _shop.Machine;
        var scope = new Scope { Return = "return;", Flags = _shop.Has(Feature.Flags) || _shop.Has(Feature.Questions) ? ["f0", "f1"] : [] };
        var start = new List<Statement>();
        if (isUnknown)
        {
            scope["p"] = _shop.Random.Next(machine.States.Length);
        }

        var locals = isUnknown ? (_shop.Chance(30) ? 1 : 0) : 1 + (_shop.Chance(60) ? 1 : 0);
        for (var local = 0; local < locals; local++)
        {
            start.Add(Statement.Line($"var v{local} = " + machine.Creation + ";"));
            scope[$"v{local}"] = machine.Initial;
        }

        start.AddRange(scope.Flags.Select(flag => Statement.Line($"bool {flag} = false;")));
        var depth = _shop.Has(Feature.Branches) ? 3 : 0;
        var body = _statements.Block(scope, depth, 4 + _shop.Random.Next(6));
        _methods.Add(new Method(
            name,
            $"public {Task} {name}({(isUnknown ? machine.Type + " p" : "")})",
            new Block([.. start, .. body.Statements]),
            isUnknown ? $"R.Unknown(static () => {machine.Creation.Live}, {machine.States.Length})" : ""));
    }
}
