using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>A test of a machine's state, and how it has come out whenever it was reached.</summary>
internal sealed class StateTestSite(SyntaxNode test, MachineType machine) : JudgedSite(new SiteKey(test, typeof(StateTestSite)), machine)
{
    /// <summary>How it always comes out; null where nothing can be said.</summary>
    public bool? Outcome { get; private set; }

    /// <summary>Every state in which it is reached speaks for it.</summary>
    public override Failing Fails => new(Machine.Table.All, Machine.Table.All);

    /// <summary>One more way to reach it, on which it has one outcome.</summary>
    public void Add(ObjectFacts facts, bool outcome)
    {
        var isFirst = Rows.IsEmpty;
        Add(facts);
        Outcome = isFirst || Outcome == outcome ? outcome : null;
    }
}
