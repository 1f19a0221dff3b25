using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Fields and properties of other objects that are declared to be in certain states. What is read from one is believed to be so until this body has
/// moved what it has read from it before: then it may be in between.</summary>
internal static class ContractReads
{
    /// <summary>Notes, where a body begins, that nothing of what it reads has been moved.</summary>
    public static void Begin(BodyContext context, FlowState state)
    {
        foreach (var block in context.Graph.Blocks)
        {
            var roots = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
            foreach (var reference in roots.SelectMany(root => root.DescendantsAndSelf()).OfType<IMemberReferenceOperation>())
            {
                if (ContractOf(context, reference) is not null)
                {
                    state.Set(PlaceOf(context, reference), BoolValue.True);
                }
            }
        }
    }

    /// <summary>What is known of the machine that is read; null for nothing.</summary>
    public static FlowValue? Read(BodyContext context, IMemberReferenceOperation reference, FlowState state)
    {
        if (state.IsDead || ContractOf(context, reference) is not { } contract)
        {
            return null;
        }

        var place = PlaceOf(context, reference);
        var isDeclared = state.Get(place) switch
        {
            BoolValue => true,
            ObjectValue { Object: var before } => state.Find(before) is { } facts && (facts.States - contract.States).IsEmpty,
            _ => false,
        };
        if (!isDeclared || context.Objects.NumberOf(("declared", reference.Syntax), contract.Machine) is not (>= 0 and var @object))
        {
            state.Set(place, null);
            return null;
        }

        var origin = context.Origins.Of(("declared", reference.Syntax), OriginKind.Declared, contract.Machine.Table);
        var machine = new ObjectValue(@object, MayBeNull: true);
        state.Renew(@object, ObjectFacts.Foreign(contract.Machine.Table, StateRows.Each(origin, contract.States)).WithMessages(contract.Machine.Table.CanDefer));
        state.Set(place, machine);
        return machine;
    }

    private static int PlaceOf(BodyContext context, IMemberReferenceOperation reference) => context.Places.Reserved(("declared", reference.Member.OriginalDefinition));

    /// <summary>The object's own fields are followed from the entry on, and may be in between wherever they are not.</summary>
    private static ValueContract? ContractOf(BodyContext context, IMemberReferenceOperation reference)
    {
        if (context.Catalog.MachineOf(reference.Type) is null
            || context.Places.OfVariable(reference) >= 0
            || reference.Instance is IInstanceReferenceOperation
            || (reference.Member.IsStatic && IsOfOwnClass(context, reference.Member)))
        {
            return null;
        }

        return reference switch
        {
            IFieldReferenceOperation field => context.Model.Contracts.Of(field.Field),
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => context.Model.Contracts.Of(property.Property),
            _ => null,
        };
    }

    private static bool IsOfOwnClass(BodyContext context, ISymbol member)
    {
        for (var type = context.Owner.ContainingType; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
