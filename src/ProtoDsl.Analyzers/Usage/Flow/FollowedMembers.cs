using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Fields;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Which fields and automatic properties a body can be followed in: those of its own class, and of the object that it runs on.</summary>
internal static class FollowedMembers
{
    /// <summary>The members; none in a lambda or local function, which may run at any time.</summary>
    public static IEnumerable<MachineField> Of(UsageModel model, ISymbol owner, CancellationToken cancellationToken)
    {
        if (owner is not IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction), ContainingType: { } type } method)
        {
            return [];
        }

        // A struct is copied, and its methods work on a reference to one that others write.
        var fields = model.Program.Fields.In(type.OriginalDefinition, cancellationToken);
        return fields.Concat(model.Program.Wrappers.FieldsIn(type.OriginalDefinition, cancellationToken)).Where(field => field.IsStatic || (!method.IsStatic && type.TypeKind == TypeKind.Class));
    }
}
