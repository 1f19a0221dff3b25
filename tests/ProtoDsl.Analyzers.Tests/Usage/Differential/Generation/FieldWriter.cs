using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes private fields, and methods that use them.</summary>
internal sealed class FieldWriter
{
    private readonly Workshop _shop;
    private readonly StatementWriter _statements;
    private readonly bool _hasFlag;
    private readonly string _machine;
    private readonly List<Callee> _actions = [];

    public FieldWriter(Workshop shop, StatementWriter statements)
    {
        _shop = shop;
        _statements = statements;
        _hasFlag = shop.Chance(40);

        // What is readonly is never assigned, which its name tells the writers of statements.
        _machine = shop.Chance(60) ? "r_c" : "_c";
        var modifier = _machine == "r_c" ? "private readonly" : "private";
        var machine = Statement.Line($"{modifier} {shop.Machine.Type} {_machine} = " + shop.Machine.Creation + ";");
        Fields = _hasFlag ? Block.Of(machine, Statement.Line("private bool _f;")) : Block.Of(machine);
    }

    public Block Fields { get; }

    /// <summary>Private methods that use the fields.</summary>
    public IEnumerable<Method> Helpers()
    {
        for (var index = 0; index < _shop.Random.Next(3); index++)
        {
            var name = $"A{index}";
            var body = _statements.Block(Scope("return;"), 1, 1 + _shop.Random.Next(3));
            _actions.Add(new Callee(name, CalleeKind.Action, 0, 0, _shop.Machine.IsAsync));
            yield return new Method(name, $"private {Task} {name}()", body, Entry: null);
        }
    }

    /// <summary>A method that a host may call.</summary>
    public Method Entry(string name)
    {
        var scope = Scope("return;");
        return new Method(name, $"public {Task} {name}()", _statements.Block(scope, 2, 2 + _shop.Random.Next(5)), Entry: "");
    }

    private string Task => _shop.Machine.IsAsync ? "async Task" : "void";

    private Scope Scope(string @return)
    {
        var scope = new Scope { Return = @return, Flags = _hasFlag ? ["_f"] : [], Actions = [.. _actions] };
        scope[_machine] = _shop.Random.Next(_shop.Machine.States.Length);
        return scope;
    }
}
