using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>The exceptions of generated code. One that the compilation does not know may be any.</summary>
internal sealed class ExceptionTypes(Compilation compilation)
{
    private readonly Thrown _illegal = Find(compilation, "ProtoDsl.IllegalTransitionException");
    private readonly Thrown _unexpected = Find(compilation, "ProtoDsl.UnexpectedMessageException");

    /// <summary>An assumption about a state that does not hold.</summary>
    public Thrown Assumption { get; } = Find(compilation, "ProtoDsl.StateAssumptionException");

    /// <summary>There is no machine.</summary>
    public Thrown NullReference { get; } = Find(compilation, "System.NullReferenceException");

    /// <summary>An event is illegal.</summary>
    public Thrown Refusal(EventTable @event) => @event.Event.Kind == RelationEventKind.Receive ? _unexpected : _illegal;

    private static Thrown Find(Compilation compilation, string name) => Thrown.Exactly(compilation.GetTypeByMetadataName(name));
}
