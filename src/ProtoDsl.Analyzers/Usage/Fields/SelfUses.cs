using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>What a body does with the object that it runs on.</summary>
internal static class SelfUses
{
    /// <summary>True when others can get hold of it: it is passed, returned or stored, it is in a lambda or local function, one of its methods is made a
    /// delegate. What only reads its fields and calls its methods hands nothing out.</summary>
    public static bool HandsOut(IOperation? body) => body is not null && body.DescendantsAndSelf().Any(operation =>
        operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self
        && (!IsReceiver(self) || ReferenceIndex.FunctionAround(self) is not null));

    /// <summary>True where it is only asked for a member of its own.</summary>
    public static bool IsReceiver(IOperation self) => self.Parent switch
    {
        IInvocationOperation call => call.Instance == self,
        IFieldReferenceOperation or IPropertyReferenceOperation or IEventReferenceOperation => true,
        ILockOperation or IBinaryOperation or INameOfOperation => true,
        _ => false,
    };
}
