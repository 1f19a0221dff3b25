using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>A place where a variable is named, or a method called.</summary>
/// <param name="Operation">There.</param>
/// <param name="Member">The method with the code; null for an initialiser.</param>
internal readonly record struct Reference(IOperation Operation, IMethodSymbol? Member);

/// <summary>Finds all places in some code where a field, property, local variable or parameter is named or a method called.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<ISymbol, List<Reference>> _references = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>How many bodies have been added.</summary>
    public int Count => _methods.Count;

    /// <summary>True when some code is not in it, as it is too large.</summary>
    public bool HasGaps { get; private set; }

    /// <summary>Adds the code of a method once.</summary>
    public void Add(MethodBody body)
    {
        if (_methods.Add(body.Method))
        {
            HasGaps |= (body.Traits & BodyTraits.IsTooLarge) != 0;
            if (body.Operation is { } operation)
            {
                Add(operation, body.Method);
            }
        }
    }

    /// <summary>Adds a type's code in all its parts, that of the types inside it included: who can name what is private.</summary>
    public void Add(INamedTypeSymbol type, MethodBodies bodies, CancellationToken cancellationToken)
    {
        foreach (var initializer in bodies.InitializersOf(type, isStatic: false, cancellationToken).Concat(bodies.InitializersOf(type, isStatic: true, cancellationToken)))
        {
            Add(initializer.Operation, null);
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (bodies.Of(method, cancellationToken) is { } body)
            {
                Add(body);
            }
        }

        foreach (var inner in type.GetTypeMembers())
        {
            Add(inner, bodies, cancellationToken);
        }
    }

    /// <summary>Where a symbol is named, by its definition.</summary>
    public IReadOnlyList<Reference> Of(ISymbol symbol) => _references.TryGetValue(symbol.OriginalDefinition, out var list) ? list : [];

    /// <summary>The values that a method returns.</summary>
    public static IEnumerable<IOperation> ReturnedBy(MethodBody body) =>
        (body.Operation?.Descendants() ?? []).OfType<IReturnOperation>()
            .Where(returned => FunctionAround(returned) is null)
            .Select(returned => returned.ReturnedValue)
            .OfType<IOperation>();

    /// <summary>The lambda or local function in which an operation stands; null for none.</summary>
    public static IOperation? FunctionAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return parent;
            }
        }

        return null;
    }

    private void Add(IOperation root, IMethodSymbol? member)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            ISymbol? symbol = operation switch
            {
                IFieldReferenceOperation field => field.Field,
                IPropertyReferenceOperation property => property.Property,
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IInvocationOperation call => call.TargetMethod.MethodKind == MethodKind.LocalFunction ? call.TargetMethod : BodySyntax.DefinitionOf(call.TargetMethod),
                IMethodReferenceOperation reference => BodySyntax.DefinitionOf(reference.Method),
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                _ => null,
            };
            if (symbol is null)
            {
                continue;
            }

            if (!_references.TryGetValue(symbol.OriginalDefinition, out var list))
            {
                _references.Add(symbol.OriginalDefinition, list = []);
            }

            list.Add(new Reference(operation, member));
        }
    }
}
