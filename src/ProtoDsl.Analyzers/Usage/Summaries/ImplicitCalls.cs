using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Calls that are not written as such: <c>foreach</c>, <c>using</c>, deconstruction, <c>await</c>, patterns.</summary>
internal static class ImplicitCalls
{
    /// <summary>The calls that one operation makes by itself, those of its parts left out.</summary>
    public static IEnumerable<CodeCall> At(IOperation operation) => operation switch
    {
        IForEachLoopOperation loop => OfForEach(loop),
        IUsingOperation { Resources: { } resources } statement => OfDispose(statement, resources, statement.IsAsynchronous),
        IUsingDeclarationOperation declaration => OfDispose(declaration, declaration.DeclarationGroup, declaration.IsAsynchronous),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } => OfDeconstruction(operation, model.GetDeconstructionInfo(syntax)),
        IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model } => OfAwait(operation, model.GetAwaitExpressionInfo(syntax)),
        IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol deconstruct } pattern => [CodeCall.OnValueOf(pattern.MatchedType, deconstruct, operation)],
        IListPatternOperation pattern => OfSymbols(operation, pattern.InputType, pattern.LengthSymbol, pattern.IndexerSymbol),
        IImplicitIndexerReferenceOperation indexer => OfSymbols(operation, indexer.Instance.Type, indexer.LengthSymbol, indexer.IndexerSymbol),
        _ => [],
    };

    private static IEnumerable<CodeCall> OfForEach(IForEachLoopOperation loop)
    {
        if (loop is not { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model })
        {
            return [];
        }

        // An array and a string are walked by index.
        var collection = loop.Collection is IConversionOperation { IsImplicit: true, Conversion.IsUserDefined: false } conversion ? conversion.Operand.Type : loop.Collection.Type;
        if (collection is IArrayTypeSymbol or { SpecialType: SpecialType.System_String })
        {
            return [];
        }

        var info = model.GetForEachStatementInfo(syntax);
        var enumerator = info.GetEnumeratorMethod?.ReturnType;
        var calls = new List<CodeCall>();
        Add(info.GetEnumeratorMethod, collection);
        Add(info.MoveNextMethod, enumerator);
        Add(info.CurrentProperty?.GetMethod, enumerator);
        if (enumerator is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false } own)
        {
            // Of other enumerators it is the base library's, or part of what a lazy sequence does.
            Add(DisposeOf(own, loop.IsAsynchronous, model.Compilation), own);
        }

        return syntax is ForEachVariableStatementSyntax deconstructing
            ? calls.Concat(OfDeconstruction(loop, model.GetDeconstructionInfo(deconstructing)))
            : calls;

        void Add(IMethodSymbol? method, ITypeSymbol? receiver)
        {
            if (method is not null)
            {
                calls.Add(OnValue(loop, receiver, method));
            }
        }
    }

    private static IEnumerable<CodeCall> OfDispose(IOperation site, IOperation resources, bool isAsynchronous)
    {
        var types = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.Symbol.Type)
            : resources.Type is { } single ? [single] : Enumerable.Empty<ITypeSymbol>();
        foreach (var type in types)
        {
            if (DisposeOf(type, isAsynchronous, site.SemanticModel?.Compilation) is { } method)
            {
                yield return OnValue(site, type, method);
            }
        }
    }

    /// <summary>The method that the language calls, or the interface's where the value's type does not tell which one that is.</summary>
    private static IMethodSymbol? DisposeOf(ITypeSymbol type, bool isAsynchronous, Compilation? compilation)
    {
        var name = isAsynchronous ? "DisposeAsync" : "Dispose";
        var declared = compilation?.GetTypeByMetadataName(isAsynchronous ? "System.IAsyncDisposable" : "System.IDisposable")?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault();
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named)
        {
            return declared;
        }

        var pattern = named.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsStatic: false, Parameters.IsEmpty: true });
        var implementation = declared is null ? null : named.FindImplementationForInterfaceMember(declared) as IMethodSymbol;
        return implementation ?? pattern;
    }

    private static IEnumerable<CodeCall> OfDeconstruction(IOperation site, DeconstructionInfo info)
    {
        if (info.Method is { } method)
        {
            yield return OnValue(site, method.ContainingType, method);
        }

        foreach (var call in info.Nested.IsDefault ? [] : info.Nested.SelectMany(nested => OfDeconstruction(site, nested)))
        {
            yield return call;
        }
    }

    private static IEnumerable<CodeCall> OfAwait(IOperation site, AwaitExpressionInfo info)
    {
        var methods = new[] { info.GetAwaiterMethod, info.IsCompletedProperty?.GetMethod, info.GetResultMethod };

        // The base library's own awaiters run nothing of the project's before the wait is over.
        return methods
            .OfType<IMethodSymbol>()
            .Where(method => !method.DeclaringSyntaxReferences.IsEmpty)
            .Select(method => OnValue(site, method.ContainingType, method));
    }

    private static IEnumerable<CodeCall> OfSymbols(IOperation site, ITypeSymbol? receiver, params ISymbol?[] symbols) =>
        symbols
            .Select(symbol => symbol is IPropertySymbol property ? property.GetMethod : symbol as IMethodSymbol)
            .OfType<IMethodSymbol>()
            .Select(method => OnValue(site, receiver, method));

    private static CodeCall OnValue(IOperation site, ITypeSymbol? receiver, IMethodSymbol method) =>
        method.IsStatic ? CodeCall.ExactAt(site, method) : CodeCall.OnValueOf(receiver, method, site);
}
