using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>How a machine gets out of sight for good.</summary>
/// <param name="IsReturn">True when the body is left; false when the last variable that held it is gone or holds another.</param>
/// <param name="Returned">What is returned, as it is written; null for nothing.</param>
internal readonly record struct Ending(bool IsReturn, SyntaxNode? Returned);

/// <summary>An expression that makes a machine, and the states that the machine may be left in.</summary>
/// <param name="creation">The expression.</param>
/// <param name="machine">The class.</param>
/// <param name="owner">The method, lambda or local function in which it stands.</param>
/// <param name="body">Its text.</param>
internal sealed class UnfinishedSite(SyntaxNode creation, MachineType machine, ISymbol owner, SyntaxNode body)
    : JudgedSite(new SiteKey(creation, typeof(UnfinishedSite)), machine)
{
    /// <summary>The method, lambda or local function in which it stands.</summary>
    public ISymbol Owner { get; } = owner;

    /// <summary>Its text.</summary>
    public SyntaxNode Body { get; } = body;

    /// <summary>The first end at which the machine was in a state that is not final.</summary>
    public Ending? Ending { get; private set; }

    /// <inheritdoc/>
    public override Failing Fails
    {
        get
        {
            // A machine that others move may be finished by them.
            var unfinished = Machine.Table.All - Machine.Table.Final;
            return new Failing(unfinished, Machine.Table.IsShared ? default : unfinished);
        }
    }

    /// <summary>One more way to lose it.</summary>
    public void Add(ObjectFacts facts, Ending ending)
    {
        Add(facts);
        if (!(facts.States - Machine.Table.Final).IsEmpty)
        {
            Ending ??= ending;
        }
    }
}
