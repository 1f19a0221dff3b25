using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>The members of one class as its fields see them: who may begin at any time, who is only part of others, who names a field how.</summary>
internal sealed class ClassMembers
{
    private readonly INamedTypeSymbol _type;
    private readonly ProgramCode _program;
    private readonly ReferenceIndex _index = new();
    private readonly CancellationToken _cancellationToken;

    public ClassMembers(INamedTypeSymbol type, ProgramCode program, CancellationToken cancellationToken)
    {
        _type = type;
        _program = program;
        _cancellationToken = cancellationToken;
        _index.Add(type, program.Bodies, cancellationToken);
        Methods = type.GetMembers()
            .OfType<IMethodSymbol>()
            .Select(BodySyntax.DefinitionOf)
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .Where(method => program.Bodies.Has(method, cancellationToken))
            .ToImmutableArray();
    }

    /// <summary>All that have code, accessors and constructors included.</summary>
    public ImmutableArray<IMethodSymbol> Methods { get; }

    /// <summary>True when some code is not in sight, as it is too large.</summary>
    public bool HasGaps => _index.HasGaps;

    /// <summary>True when a field is named otherwise than on the object at hand: on another one, in a type inside the class, in the initialiser of another
    /// member.</summary>
    public bool IsNamedElsewhere(MachineField field) => ReferencesTo(field).Any(reference => !IsOfOwnClass(reference) || !IsOnThis(reference.Operation));

    /// <summary>True when a lambda or local function assigns a field: it may run at any time.</summary>
    public bool IsAssignedInside(MachineField field) => ReferencesTo(field).Any(reference =>
        ReferenceIndex.FunctionAround(reference.Operation) is not null && !IsRead(reference.Operation));

    /// <summary>True when a method names a field itself.</summary>
    public bool Names(IMethodSymbol method, MachineField field) =>
        ReferencesTo(field).Any(reference => SymbolEqualityComparer.Default.Equals(reference.Member, method));

    /// <summary>True for a method that others may call, so that it may find a field in whatever state that is left in. A private method of which every use is a
    /// call by another member that is followed is part of that one. One that nothing names is called by means of reflection, or never.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isFollowed">Whether the calls of a member are followed.</param>
    public bool MayBegin(IMethodSymbol method, System.Func<IMethodSymbol, bool> isFollowed)
    {
        if (method.DeclaredAccessibility != Accessibility.Private || method.MethodKind != MethodKind.Ordinary || !method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return true;
        }

        var uses = _index.Of(method);
        return uses.Count == 0 || uses.Any(use =>
            use is not { Operation: IInvocationOperation, Member: { } caller }
            || !IsOfOwnClass(use)
            || !IsOnThis(use.Operation)
            || ReferenceIndex.FunctionAround(use.Operation) is not null
            || !isFollowed(caller));
    }

    /// <summary>True when other members call it, and may find or leave fields in between.</summary>
    public bool IsCalledInside(IMethodSymbol method) => _index.Of(method.AssociatedSymbol ?? method).Count > 0;

    /// <summary>True when a constructor lets others have the object before it is done.</summary>
    public bool IsHandedOutEarly => Methods
        .Where(method => method.MethodKind == MethodKind.Constructor)
        .Any(constructor => SelfUses.HandsOut(_program.Bodies.Of(constructor, _cancellationToken)?.Operation));

    private IEnumerable<Reference> ReferencesTo(MachineField field) =>
        field.Property is { } property ? _index.Of(property).Concat(_index.Of(field.Field)) : _index.Of(field.Field);

    private bool IsOfOwnClass(Reference reference) =>
        reference.Member is { } member && SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, _type);

    private static bool IsOnThis(IOperation operation)
    {
        var instance = operation switch
        {
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation member => member.Instance,
            _ => null,
        };
        return instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
    }

    private static bool IsRead(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != reference,
        ITupleOperation tuple => !UseReader.IsTarget(tuple),
        _ => true,
    };
}
