using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>The classes whose objects own one machine, in a private field: whoever has such an object, and calls its methods, moves that machine and no other. Safe
/// under concurrency.</summary>
internal sealed class Wrappers(ProgramCode program)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, MachineField?> _fields = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _handsOut = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<MachineField>> _holders = new(SymbolEqualityComparer.Default);

    /// <summary>The field in which an object of a type owns its one machine, from its construction on; null for any other type.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public MachineField? FieldOf(ITypeSymbol? type, CancellationToken cancellationToken)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } named
            || program.Catalog.MachineOf(type) is not null
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, program.Catalog.Compilation.Assembly)
            || !program.Holders.Holds(named))
        {
            return null;
        }

        return _fields.TryGetValue(named.OriginalDefinition, out var known)
            ? known
            : _fields.GetOrAdd(named.OriginalDefinition, Find(named.OriginalDefinition, cancellationToken));
    }

    /// <summary>The fields of a type that hold such objects. Nothing is known of them when a member begins.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<MachineField> FieldsIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!program.Holders.Holds(type))
        {
            return ImmutableArray<MachineField>.Empty;
        }

        return _holders.TryGetValue(type.OriginalDefinition, out var known)
            ? known
            : _holders.GetOrAdd(type.OriginalDefinition, FindFields(type.OriginalDefinition, cancellationToken).ToImmutableArray());
    }

    /// <summary>True when its class lets others have an object: its methods may then run at any time.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public bool HandsOut(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        _handsOut.TryGetValue(type.OriginalDefinition, out var known)
            ? known
            : _handsOut.GetOrAdd(type.OriginalDefinition, LetsOthersHave(type.OriginalDefinition, cancellationToken));

    private MachineField? Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (var outer = type.BaseType; outer is not null; outer = outer.BaseType)
        {
            if (program.Holders.Holds(outer))
            {
                return null;
            }
        }

        var fields = program.Fields.In(type, cancellationToken).Where(field => !field.IsStatic).ToArray();
        return fields.Length == 1 && fields[0] is { IsOwned: true, MayBeNull: false } only ? only : null;
    }

    private IEnumerable<MachineField> FindFields(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            var isCaptured = field.IsImplicitlyDeclared && field.AssociatedSymbol is not IPropertySymbol;
            // Of its own class it may be the object itself.
            if (!isCaptured && FieldOf(field.Type, cancellationToken) is { } inner && !SymbolEqualityComparer.Default.Equals(inner.Field.ContainingType, type))
            {
                yield return MachineField.Holding(field, inner);
            }
        }
    }

    private bool LetsOthersHave(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var part = type;
        for (; part is not null && SymbolEqualityComparer.Default.Equals(part.ContainingAssembly, type.ContainingAssembly); part = part.BaseType?.OriginalDefinition)
        {
            var bodies = part.GetMembers().OfType<IMethodSymbol>().Select(method => program.Bodies.Of(method, cancellationToken)).OfType<MethodBody>();
            if (bodies.Any(body => (body.Traits & BodyTraits.IsTooLarge) != 0 || SelfUses.HandsOut(body.Operation) || LeavesTasks(body.Operation)))
            {
                return true;
            }
        }

        // What a base class of another assembly does with its objects is not known.
        return part is { SpecialType: not SpecialType.System_Object };
    }

    /// <summary>True where a method goes on after its caller.</summary>
    private static bool LeavesTasks(IOperation? body) => body is not null && body.Descendants().OfType<IInvocationOperation>().Any(call =>
        call.Instance is IInstanceReferenceOperation && !SummaryCalls.IsFollowedToItsEnd(call, call.TargetMethod));
}
