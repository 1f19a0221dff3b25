using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Objects that own one machine, as those who have them see it: the value of one is its machine's, and it says so.</summary>
internal sealed class WrapperEvaluator(BodyContext context, MachineMoves moves)
{
    /// <summary>The field in which objects of a type own their machine; null for another type.</summary>
    public MachineField? FieldOf(ITypeSymbol? type) => context.Model.Program.Wrappers.FieldOf(type, context.Budget.CancellationToken);

    /// <summary>The same for an object that comes from elsewhere: in a member of its own class it may be the object at hand.</summary>
    public MachineField? FieldOfForeign(ITypeSymbol? type) =>
        FieldOf(type) is { } field && !IsOwnClass(context.Owner, field) ? field : null;

    /// <summary>True for an instance member of the class that owns the machine.</summary>
    public static bool IsOwnClass(ISymbol member, MachineField field) =>
        !member.IsStatic && SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, field.Field.ContainingType);

    /// <summary>The method that runs on an object of which the class is known, where an interface's is called.</summary>
    public static IMethodSymbol Resolve(FlowValue? receiver, IMethodSymbol method) =>
        receiver is ObjectValue { Within: { } field }
        && method.ContainingType.TypeKind == TypeKind.Interface
        && field.ContainingType.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation
            ? implementation
            : method;

    /// <summary><c>new</c> of such a class: its constructor has run.</summary>
    /// <returns>The object; null for another class, and where there are too many machines.</returns>
    public FlowValue? Create(IObjectCreationOperation creation, FlowState state)
    {
        if (state.IsDead
            || creation is not { Constructor: { } constructor, Type: INamedTypeSymbol type }
            || FieldOf(type) is not { } field
            || context.Objects.NumberOf(("wrapper", creation.Syntax), field.Machine) is not (>= 0 and var @object))
        {
            return null;
        }

        var states = StatesAfter(constructor, field);
        var rows = states is { IsEmpty: false } known
            ? StateRows.Known(context.Origins.Of(("wrapper", creation.Syntax), OriginKind.Known, field.Machine.Table), known)
            : StateRows.Each(context.Origins.Of(("wrapper", creation.Syntax), OriginKind.Unknown, field.Machine.Table), field.StatesAtEntry);
        var facts = new ObjectFacts(field.Machine.Table, rows, CreatedIn(rows.States, field, type, creation.Syntax)).WithMessages(field.Machine.Table.CanDefer);
        state.Renew(@object, context.Model.Program.Wrappers.HandsOut(type, context.Budget.CancellationToken) ? facts.AsEscaped() : facts);
        return new ObjectValue(@object, MayBeNull: false, field.Field);
    }

    /// <summary>A variable holds such an object of which nothing is known.</summary>
    public static ObjectFacts Unknown(MachineField field, BodyContext context, object key) =>
        ObjectFacts.Foreign(field.Machine.Table, StateRows.Each(context.Origins.Of((key, context.Site), OriginKind.Unknown, field.Machine.Table), field.StatesAtEntry));

    /// <summary>The machine itself, where code of the class reads it from the field of an object at hand; null for another field.</summary>
    public static ObjectValue? MachineIn(FlowValue? owner, ISymbol member) =>
        owner is ObjectValue { Within: { } field } machine
        && (SymbolEqualityComparer.Default.Equals(field, member.OriginalDefinition) || SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member.OriginalDefinition))
            ? new ObjectValue(machine.Object, MayBeNull: false)
            : null;

    /// <summary>A method runs on an object, or is handed it, that is not followed. One that raises no event of its machine's class leaves it where it is.</summary>
    public void Surrender(FlowState state, FlowValue? receiver, IMethodSymbol? method)
    {
        var isLeftAlone = receiver is ObjectValue { Within: not null, Object: var @object }
            && method is not null
            && !context.Model.Program.Moves.MovedBy(method, context.Budget.CancellationToken).MayMove(context.MachineOf(@object), context.Catalog.Compilation);
        if (!isLeftAlone)
        {
            moves.Surrender(state, receiver);
        }
    }

    /// <summary>Where a constructor leaves the machine; empty where that is not known.</summary>
    private StateSet StatesAfter(IMethodSymbol constructor, MachineField field)
    {
        if (context.Model.Program.Bodies.Of(constructor, context.Budget.CancellationToken) is not { } body)
        {
            return default;
        }

        if (body.IsInitializersOnly)
        {
            return field.StatesInitialized;
        }

        foreach (var traffic in context.SummaryOf(constructor.OriginalDefinition).Traffic)
        {
            if (SymbolEqualityComparer.Default.Equals(traffic.Field, field.Field))
            {
                return traffic.Returned.Fresh;
            }
        }

        return default;
    }

    private static Trail CreatedIn(StateSet states, MachineField field, INamedTypeSymbol type, SyntaxNode site)
    {
        var trail = default(Trail);
        foreach (var state in states)
        {
            var kind = field.Machine.Table.Initial.Contains(state) ? TrailKind.Created : TrailKind.Left;
            trail = trail.With(new TrailStep(kind, state, kind == TrailKind.Created ? "new " + type.Name : type.Name, site, null));
        }

        return trail;
    }
}
