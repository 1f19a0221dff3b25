using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Reentry;

/// <summary>The machine that is in the middle of an event while a method of the user runs.</summary>
/// <param name="Machine">Its class.</param>
/// <param name="Field">The field that holds it; null where it is the object itself.</param>
internal sealed record RunningMachine(MachineType Machine, IFieldSymbol? Field)
{
    /// <summary>True for an expression that stands for it, in a method of its own class.</summary>
    public bool IsNamedBy(IOperation? expression)
    {
        while (expression is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            expression = expression is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)expression).Operand;
        }

        if (expression is IConditionalAccessInstanceOperation)
        {
            return IsNamedBy(AccessedBy(expression));
        }

        if (Field is null)
        {
            return IsThis(expression);
        }

        return expression is IMemberReferenceOperation reference
            && IsThis(reference.Instance)
            && (SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, Field)
                || SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, Field.AssociatedSymbol));
    }

    /// <summary>True for the object itself.</summary>
    public static bool IsThis(IOperation? expression) =>
        expression is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary><c>a</c> in <c>a?.b</c>, asked where <c>b</c> stands.</summary>
    private static IOperation? AccessedBy(IOperation instance)
    {
        for (var child = instance; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }
}
