using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>Makes every enumerator variable one of the machine <c>Probe</c>, so that moves, reads and disposals become its events. The flow of the code stays
/// as it is.</summary>
/// <param name="model">Of the tree.</param>
/// <param name="variables">What to replace.</param>
/// <param name="tellsResult">True: what <c>MoveNext</c> returns tells whether the machine has moved. False: it tells nothing.</param>
internal sealed class EnumeratorRewriter(SemanticModel model, EnumeratorVariables variables, bool tellsResult) : CSharpSyntaxRewriter
{
    private static readonly TypeSyntax s_probe = ParseTypeName("global::Acme.Probe ");
    private static readonly ExpressionSyntax s_code = ParseExpression("global::Acme.ProbeCode");

    public override SyntaxNode? VisitVariableDeclaration(VariableDeclarationSyntax node)
    {
        var visited = (VariableDeclarationSyntax)base.VisitVariableDeclaration(node)!;
        return variables.Contains(model.GetDeclaredSymbol(node.Variables[0])) ? visited.WithType(s_probe) : visited;
    }

    public override SyntaxNode? VisitVariableDeclarator(VariableDeclaratorSyntax node) =>
        node.Initializer is { } initializer && variables.Contains(model.GetDeclaredSymbol(node))
            ? node.WithInitializer(initializer.WithValue(Value(initializer.Value)))
            : base.VisitVariableDeclarator(node);

    public override SyntaxNode? VisitParameter(ParameterSyntax node) =>
        variables.Contains(model.GetDeclaredSymbol(node)) ? node.WithType(s_probe) : base.VisitParameter(node);

    public override SyntaxNode? VisitArgument(ArgumentSyntax node) =>
        model.GetOperation(node) is IArgumentOperation { Parameter: { } parameter } && variables.Contains(parameter)
            ? node.WithExpression(Value(node.Expression))
            : base.VisitArgument(node);

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node) =>
        variables.IsUse(node.Left, model)
            ? node.WithLeft(Place(node.Left)).WithRight(Value(node.Right))
            : base.VisitAssignmentExpression(node);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } access || UseIn(access.Expression) is not { } use)
        {
            return base.VisitInvocationExpression(node);
        }

        var isRead = node.Parent is not ExpressionStatementSyntax;
        return name switch
        {
            "MoveNext" when isRead && tellsResult => Call(Place(use), "TryMoveNext"),
            "MoveNext" when isRead => Code("Outcome", null, Call(Place(use), "MoveNext")),
            "MoveNext" or "Dispose" or "Reset" => Call(Place(use), name),
            _ => base.VisitInvocationExpression(node),
        };
    }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (node.Name.Identifier.ValueText == "Current" && UseIn(node.Expression) is { } use && model.GetTypeInfo(node).Type is { } type)
        {
            return Code("Value", type, Call(Place(use), "Current")).WithTriviaFrom(node);
        }

        return variables.IsUse(node, model) ? Use(node) : base.VisitMemberAccessExpression(node);
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
        variables.IsUse(node, model) && !(node.Parent is MemberAccessExpressionSyntax access && access.Name == node) ? Use(node) : base.VisitIdentifierName(node);

    /// <summary>A variable where it is neither written nor a member of it used.</summary>
    private ExpressionSyntax Use(ExpressionSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == node => Place(node),
        ConditionalAccessExpressionSyntax or UsingStatementSyntax or IsPatternExpressionSyntax => Place(node),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } => Place(node),
        _ => model.GetTypeInfo(node).Type is { } type ? Code("Escape", type, Place(node)).WithTriviaFrom(node) : Place(node),
    };

    /// <summary>The variable itself, with what stands before its name.</summary>
    private ExpressionSyntax Place(ExpressionSyntax node) =>
        node is MemberAccessExpressionSyntax access ? access.WithExpression((ExpressionSyntax)Visit(access.Expression)) : node;

    /// <summary>The variable that an expression is, also where it is cast to another of an enumerator's interfaces.</summary>
    private ExpressionSyntax? UseIn(ExpressionSyntax expression)
    {
        while (expression is CastExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            expression = expression is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)expression).Expression;
        }

        return variables.IsUse(expression, model) ? expression : null;
    }

    /// <summary>What a variable is given: a new enumerator, another variable, nothing, or something that is not known.</summary>
    private ExpressionSyntax Value(ExpressionSyntax value)
    {
        var core = value;
        while (core is CastExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            core = core switch
            {
                CastExpressionSyntax cast => cast.Expression,
                PostfixUnaryExpressionSyntax suppressed => suppressed.Operand,
                _ => ((ParenthesizedExpressionSyntax)core).Expression,
            };
        }

        var visited = (ExpressionSyntax)Visit(value);
        return core switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } or DefaultExpressionSyntax => LiteralExpression(SyntaxKind.NullLiteralExpression),
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call when model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "GetEnumerator" } =>
                ObjectCreationExpression(s_probe, ArgumentList(SingletonSeparatedList(Argument(visited))), null).WithNewKeyword(Token(SyntaxKind.NewKeyword).WithTrailingTrivia(Space)),
            _ when variables.IsUse(core, model) => Place(core),
            _ => Code("Unknown", null, visited),
        };
    }

    private static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string method) =>
        InvocationExpression(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, IdentifierName(method)));

    private static InvocationExpressionSyntax Code(string method, ITypeSymbol? type, ExpressionSyntax argument)
    {
        SimpleNameSyntax name = type is null
            ? IdentifierName(method)
            : GenericName(Identifier(method), TypeArgumentList(SingletonSeparatedList(ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))));
        return InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, s_code, name),
            ArgumentList(SingletonSeparatedList(Argument(argument.WithoutTrivia()))));
    }
}
