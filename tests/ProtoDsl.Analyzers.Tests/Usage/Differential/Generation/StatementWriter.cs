using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes blocks: which statement comes next, by weight, from what the feature at hand allows.</summary>
internal sealed class StatementWriter
{
    private readonly Workshop _shop;
    private readonly EventWriter _events;
    private readonly ConditionWriter _conditions;
    private readonly BranchWriter _branches;
    private readonly TryWriter _tries;
    private readonly AssignmentWriter _assignments;
    private readonly CallWriter _calls;

    public StatementWriter(Workshop shop)
    {
        _shop = shop;
        _events = new EventWriter(shop);
        _conditions = new ConditionWriter(shop, _events);
        _branches = new BranchWriter(shop, _conditions, this);
        _tries = new TryWriter(shop, _conditions, this);
        _assignments = new AssignmentWriter(shop, _events, _conditions);
        _calls = new CallWriter(shop);
    }

    public ConditionWriter Conditions => _conditions;

    /// <summary>So many statements.</summary>
    public Block Block(Scope scope, int depth, int count) =>
        new([.. Enumerable.Range(0, count).Select(_ => Statement(scope, depth))]);

    private Statement Statement(Scope scope, int depth)
    {
        var kinds = new List<(int Weight, Func<Statement> Item)> { (42, () => Raise(scope)) };
        kinds.AddRange(_assignments.Kinds(scope));
        kinds.AddRange(_calls.Kinds(scope));
        if (depth > 0)
        {
            kinds.AddRange(_branches.Kinds(scope, depth));
            kinds.AddRange(_tries.Kinds(scope, depth));
        }

        return _shop.Weighted(kinds)();
    }

    private Statement Raise(Scope scope) => Programs.Statement.Line(_events.Raise(scope, _shop.Pick(scope.Machines), out _) + ";");
}
