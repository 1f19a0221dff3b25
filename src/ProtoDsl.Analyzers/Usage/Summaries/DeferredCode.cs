using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What is known of a value that brings code with it: a delegate, a sequence that is computed when it is walked.</summary>
internal enum DeferredOrigin
{
    /// <summary>Its code stands in the body at hand (a lambda, a method named there), or was looked at where the value was made, or there is none.</summary>
    Seen,

    /// <summary>The caller handed it over.</summary>
    Parameter,

    /// <summary>It may be anything.</summary>
    Unseen,
}

/// <summary>Finds out where the delegates and lazy sequences of one body come from.</summary>
internal sealed class DeferredCode(MethodBody body)
{
    private const int MaxDepth = 16;

    private static readonly HashSet<string> s_lazyTypes =
        ["IEnumerable", "IEnumerator", "IAsyncEnumerable", "IAsyncEnumerator", "IQueryable", "IOrderedEnumerable", "IOrderedQueryable", "IGrouping", "ILookup", "ParallelQuery"];

    private Dictionary<ILocalSymbol, List<IOperation?>>? _values;

    /// <summary>True for a type whose values bring code of the project with them.</summary>
    public static bool IsDeferred(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Delegate }
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class } named && s_lazyTypes.Contains(named.Name) && IsOfSystem(named))
        || type is { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    /// <summary>Where the code of a value comes from.</summary>
    public DeferredOrigin OriginOf(IOperation? value) => OriginOf(value, MaxDepth);

    private DeferredOrigin OriginOf(IOperation? value, int depth)
    {
        value = Strip(value);
        if (value is null || depth == 0)
        {
            return DeferredOrigin.Unseen;
        }

        if (value.ConstantValue.HasValue || (value.Type is { } type && !IsDeferred(type)))
        {
            // Null, or a collection that is there in full.
            return DeferredOrigin.Seen;
        }

        return value switch
        {
            IDelegateCreationOperation or IAnonymousFunctionOperation or IDefaultValueOperation => DeferredOrigin.Seen,
            IParameterReferenceOperation { Parameter: var parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Method) => DeferredOrigin.Parameter,
            ILocalReferenceOperation local => OfLocal(local.Local, depth - 1),
            ICoalesceOperation coalesce => Worst(OriginOf(coalesce.Value, depth - 1), OriginOf(coalesce.WhenNull, depth - 1)),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Worst(OriginOf(choice.WhenTrue, depth - 1), OriginOf(whenFalse, depth - 1)),
            IConditionalAccessInstanceOperation instance => OriginOf(Accessed(instance), depth - 1),

            // What it was made from was looked at when that call was.
            IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, MethodKind: not MethodKind.DelegateInvoke } } when !IsDelegate(value.Type) => DeferredOrigin.Seen,
            IInvocationOperation call when IsIterator(call.TargetMethod) => DeferredOrigin.Seen,
            _ => DeferredOrigin.Unseen,
        };
    }

    private DeferredOrigin OfLocal(ILocalSymbol local, int depth)
    {
        _values ??= ValuesOfLocals();
        return _values.TryGetValue(local, out var values)
            ? values.Select(value => OriginOf(value, depth)).Aggregate(DeferredOrigin.Seen, Worst)
            : DeferredOrigin.Unseen;
    }

    /// <summary>What each local is set to; null for what cannot be told.</summary>
    private Dictionary<ILocalSymbol, List<IOperation?>> ValuesOfLocals()
    {
        var values = new Dictionary<ILocalSymbol, List<IOperation?>>(SymbolEqualityComparer.Default);
        foreach (var operation in body.Operation?.Descendants() ?? [])
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: var symbol } declarator when declarator.Initializer is { } initializer:
                    Add(symbol, initializer.Value);
                    break;
                case ILocalReferenceOperation reference when reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference:
                    Add(reference.Local, assignment.Value);
                    break;
                case ILocalReferenceOperation reference when reference.IsDeclaration || IsWrittenOtherwise(reference):
                    Add(reference.Local, null);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                    Add(declared, null);
                    break;
            }
        }

        return values;

        void Add(ILocalSymbol local, IOperation? value)
        {
            if (!values.TryGetValue(local, out var list))
            {
                values.Add(local, list = []);
            }

            list.Add(value);
        }
    }

    private static bool IsWrittenOtherwise(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ICompoundAssignmentOperation compound => compound.Target == reference,
        ICoalesceAssignmentOperation coalesce => coalesce.Target == reference,
        ITupleOperation => true,
        _ => false,
    };

    private static bool IsIterator(IMethodSymbol method) =>
        BodySyntax.DefinitionOf(method) is { MethodKind: not MethodKind.LocalFunction } definition
        && BodySyntax.Of(definition, default) is { } syntax
        && BodySyntax.IsIterator(definition, syntax);

    /// <summary><c>a</c> in <c>a?.b</c>, asked where <c>b</c> stands.</summary>
    private static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation child = instance; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static IOperation? Strip(IOperation? value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case ITranslatedQueryOperation query:
                    value = query.Operation;
                    break;
                default:
                    return value;
            }
        }
    }

    private static bool IsDelegate(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate };

    private static bool IsOfSystem(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }

    private static DeferredOrigin Worst(DeferredOrigin left, DeferredOrigin right) => left > right ? left : right;
}
