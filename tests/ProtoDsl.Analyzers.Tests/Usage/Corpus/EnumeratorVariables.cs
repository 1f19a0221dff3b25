using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>The locals, private fields and parameters of private methods of one compilation that hold enumerators and are used in no way that their
/// replacement by a class could not follow.</summary>
internal sealed class EnumeratorVariables
{
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = [];
    private readonly HashSet<ISymbol> _excluded = new(SymbolEqualityComparer.Default);

    private EnumeratorVariables()
    {
    }

    /// <summary>All of a compilation.</summary>
    public static EnumeratorVariables In(Compilation compilation)
    {
        var variables = new EnumeratorVariables();
        foreach (var tree in compilation.SyntaxTrees)
        {
            variables.Collect(tree.GetRoot(), compilation.GetSemanticModel(tree));
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            variables.Exclude(tree.GetRoot(), compilation.GetSemanticModel(tree));
        }

        variables._variables.ExceptWith(variables._excluded);
        return variables;
    }

    /// <summary>How many.</summary>
    public int Count => _variables.Count;

    /// <summary>True for one of them.</summary>
    public bool Contains(ISymbol? symbol) => symbol is not null && _variables.Contains(symbol.OriginalDefinition);

    /// <summary>True for an expression that names one of them.</summary>
    public bool IsUse(SyntaxNode expression, SemanticModel model) =>
        NameIn(expression) is { } name && _names.Contains(name.Identifier.ValueText) && Contains(model.GetSymbolInfo(expression).Symbol);

    /// <summary>The type of the elements, where it can be written down; null for a type that is no enumerator.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { IsRefLikeType: false, IsAnonymousType: false } named)
        {
            return null;
        }

        var isInterface = named is { TypeKind: TypeKind.Interface, Name: "IEnumerator", ContainingNamespace: { } space } && space.ToString() is "System.Collections" or "System.Collections.Generic";
        var isStruct = named is { TypeKind: TypeKind.Struct, Name: "Enumerator" } && named.GetMembers("MoveNext").Any(member => member is IMethodSymbol { Parameters.IsEmpty: true, ReturnType.SpecialType: SpecialType.System_Boolean });
        var current = isInterface || isStruct ? named.GetMembers("Current").OfType<IPropertySymbol>().FirstOrDefault() : null;
        return current is { RefKind: RefKind.None, Type: { IsAnonymousType: false, IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error) } element } ? element : null;
    }

    private void Collect(SyntaxNode root, SemanticModel model)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclarationSyntax declaration:
                    var symbols = declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable)).ToArray();
                    if (symbols.All(IsCandidate))
                    {
                        Add(symbols);
                    }

                    break;
                case ParameterSyntax { Parent.Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax, Modifiers.Count: 0, Default: null } parameter
                    when model.GetDeclaredSymbol(parameter) is { } symbol && IsCandidate(symbol):
                    Add(symbol);
                    break;
            }
        }
    }

    private void Add(params ISymbol?[] symbols)
    {
        foreach (var symbol in symbols.OfType<ISymbol>())
        {
            _variables.Add(symbol);
            _names.Add(symbol.Name);
        }
    }

    private static bool IsCandidate(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol { RefKind: RefKind.None, IsFixed: false } local => ElementOf(local.Type) is not null,
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsVolatile: false, RefKind: RefKind.None } field => ElementOf(field.Type) is not null,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary, IsExtensionMethod: false, IsExtern: false } method } parameter =>
            (method.MethodKind == MethodKind.LocalFunction || method is { DeclaredAccessibility: Accessibility.Private, ExplicitInterfaceImplementations.IsEmpty: true })
            && ElementOf(parameter.Type) is { } && parameter.Type.IsReferenceType,
        _ => false,
    };

    private void Exclude(SyntaxNode root, SemanticModel model)
    {
        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
            if (_names.Contains(name.Identifier.ValueText) && model.GetSymbolInfo(expression).Symbol is { } symbol && Contains(symbol))
            {
                if (!CanFollow(expression, TypeOf(symbol), model))
                {
                    _excluded.Add(symbol.OriginalDefinition);
                }
            }
            else if (expression.Parent is not InvocationExpressionSyntax && model.GetSymbolInfo(expression).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary } method)
            {
                // Made a delegate: its type must stay as it is.
                _excluded.UnionWith(method.OriginalDefinition.Parameters);
            }
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>A reference can be handed on; of a value only the members may be used, for any other use would copy it.</summary>
    private static bool CanFollow(ExpressionSyntax use, ITypeSymbol? type, SemanticModel model) => use.Parent switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax => false,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => false,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax tuple } list } when tuple.Left == list => false,
        AssignmentExpressionSyntax assignment when assignment.Left == use => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && model.GetOperation(assignment) is ISimpleAssignmentOperation { IsRef: false },
        MemberAccessExpressionSyntax member when member.Expression == use => type is { IsReferenceType: true } || member.Name.Identifier.ValueText is "MoveNext" or "Current" or "Dispose",
        ConditionalAccessExpressionSyntax => type is { IsReferenceType: true },
        _ => type is { IsReferenceType: true },
    };

    private static SimpleNameSyntax? NameIn(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
