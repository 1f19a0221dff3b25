using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Reads off a body all places where other code runs, local functions and lambdas included, in the order of the text.</summary>
internal static class CodeCalls
{
    /// <summary>The calls of a body and of the initialisers that it runs.</summary>
    public static IEnumerable<CodeCall> In(MethodBody body)
    {
        foreach (var call in body.Initializers.SelectMany(initializer => In(initializer.Operation)))
        {
            yield return call;
        }

        if (body.Operation is { } operation)
        {
            foreach (var call in In(operation))
            {
                yield return call;
            }
        }
        else if (body.ImplicitBaseConstructor is { } constructor)
        {
            yield return CodeCall.Base(constructor);
        }
    }

    /// <summary>The calls below an operation.</summary>
    public static IEnumerable<CodeCall> In(IOperation root) => root.DescendantsAndSelf().SelectMany(At);

    private static IEnumerable<CodeCall> At(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfInvocation(call),
        IObjectCreationOperation { Constructor: { } constructor } creation => [CodeCall.On(null, constructor, creation.Arguments, creation)],
        IPropertyReferenceOperation property => OfProperty(property),
        IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } reference => [OfReference(reference)],
        IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment => OfEvent(reference, assignment),
        IUnaryOperation { OperatorMethod: { } method } => [CodeCall.ExactAt(operation, method)],
        IBinaryOperation { OperatorMethod: { } method } => [CodeCall.ExactAt(operation, method)],
        IConversionOperation { OperatorMethod: { } method } => [CodeCall.ExactAt(operation, method)],
        IIncrementOrDecrementOperation { OperatorMethod: { } method } => [CodeCall.ExactAt(operation, method)],
        ICompoundAssignmentOperation compound => OfMethods(operation, compound.InConversion.MethodSymbol, compound.OperatorMethod, compound.OutConversion.MethodSymbol),
        IWithOperation { CloneMethod: { } clone } => [CodeCall.On(null, clone, ImmutableArray<IArgumentOperation>.Empty, operation)],
        IFunctionPointerInvocationOperation or ITypeParameterObjectCreationOperation => [CodeCall.UnseenAt(operation)],
        IDynamicInvocationOperation or IDynamicIndexerAccessOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation => [CodeCall.UnseenAt(operation)],
        IInvalidOperation => [CodeCall.UnseenAt(operation)],
        _ => ImplicitCalls.At(operation),
    };

    private static IEnumerable<CodeCall> OfInvocation(IInvocationOperation call) => call.TargetMethod.MethodKind switch
    {
        // Its code is part of the body.
        MethodKind.LocalFunction => [],
        MethodKind.DelegateInvoke => [CodeCall.UnseenAt(call)],
        _ => [CodeCall.On(call.Instance, call.TargetMethod, call.Arguments, call)],
    };

    private static CodeCall OfReference(IMethodReferenceOperation reference) =>
        CodeCall.On(reference.Instance, reference.Method, ImmutableArray<IArgumentOperation>.Empty, reference) with { Kind = CallKind.Reference };

    private static IEnumerable<CodeCall> OfMethods(IOperation site, params IMethodSymbol?[] methods) =>
        methods.OfType<IMethodSymbol>().Select(method => CodeCall.ExactAt(site, method));

    private static IEnumerable<CodeCall> OfEvent(IEventReferenceOperation reference, IEventAssignmentOperation assignment)
    {
        var accessor = assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod;
        return accessor is null ? [] : [CodeCall.On(reference.Instance, accessor, ImmutableArray<IArgumentOperation>.Empty, assignment)];
    }

    /// <summary>The accessors that run. A property that returns a reference has a getter only.</summary>
    private static IEnumerable<CodeCall> OfProperty(IPropertyReferenceOperation reference)
    {
        var (reads, writes) = UsageOf(reference);
        var isReference = reference.Property.RefKind != RefKind.None;
        if ((reads || isReference) && AccessorOf(reference.Property, property => property.GetMethod) is { } getter)
        {
            yield return CodeCall.On(reference.Instance, getter, reference.Arguments, reference);
        }

        if (writes && !isReference && AccessorOf(reference.Property, property => property.SetMethod) is { } setter)
        {
            yield return CodeCall.On(reference.Instance, setter, reference.Arguments, reference);
        }
    }

    private static (bool Reads, bool Writes) UsageOf(IOperation reference)
    {
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                return (false, true);
            case ICompoundAssignmentOperation compound when compound.Target == reference:
            case ICoalesceAssignmentOperation coalesce when coalesce.Target == reference:
            case IIncrementOrDecrementOperation:
                return (true, true);
            case ITupleOperation tuple:
                // (A, B) = …
                return UsageOf(tuple);
            case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == reference:
                return (false, true);
            case IMemberInitializerOperation member when member.InitializedMember == reference:
                // new C { P = { … } } reads P.
                return (true, false);
            default:
                return (true, false);
        }
    }

    /// <summary>An override may have one of the two accessors only; the other is inherited.</summary>
    private static IMethodSymbol? AccessorOf(IPropertySymbol property, System.Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        for (var declaring = property; declaring is not null; declaring = declaring.OverriddenProperty)
        {
            if (accessor(declaring) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
