using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.CodeFixes.Usage.Calls;

namespace ProtoDsl.CodeFixes.Usage.Places;

/// <summary>What makes a call, once whenever it runs: a statement, or the expression that a function consists of. There is none where the call
/// may be passed over (<c>a &amp;&amp; c.Send()</c>) or made again and again (the condition of a loop), for then what is put in front of
/// it would not hold at the call.</summary>
internal sealed class CallPlace
{
    private CallPlace(StatementSyntax? statement, ExpressionSyntax? body)
    {
        Statement = statement;
        Body = body;
    }

    /// <summary>The statement; null where a function consists of an expression.</summary>
    public StatementSyntax? Statement { get; }

    /// <summary>The expression that a function consists of.</summary>
    public ExpressionSyntax? Body { get; }

    /// <summary>The place of a call; null where it has none, or where a compiler directive stands inside.</summary>
    public static CallPlace? Of(EventCall call)
    {
        var place = Find(call.Syntax, call.Model);
        var node = place?.Statement ?? (SyntaxNode?)place?.Body;
        return node is not null && !HasDirectiveInside(node) && !IsPrecededByEvent(node, call) ? place : null;
    }

    /// <summary>True when a directive stands behind the first token, or before it too.</summary>
    public static bool HasDirectiveInside(SyntaxNode node, bool orBefore = false) =>
        node.ContainsDirectives
        && node.DescendantTrivia().Any(trivia => trivia.IsDirective && (orBefore || trivia.SpanStart >= node.SpanStart));

    private static CallPlace? Find(SyntaxNode call, SemanticModel model)
    {
        for (var node = call; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case StatementSyntax statement:
                    return IsHeader(statement, node) ? new CallPlace(statement, null) : null;
                case LambdaExpressionSyntax { ExpressionBody: { } body }:
                    // An expression tree cannot hold statements.
                    return node == body && model.GetTypeInfo(parent).ConvertedType?.TypeKind == TypeKind.Delegate ? new CallPlace(null, body) : null;
                case ArrowExpressionClauseSyntax { Parent: not BasePropertyDeclarationSyntax, Expression: var body }:
                    return new CallPlace(null, body);
                case MemberDeclarationSyntax or QueryExpressionSyntax or CatchFilterClauseSyntax or WhenClauseSyntax or SwitchExpressionArmSyntax
                    or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or ArrowExpressionClauseSyntax:
                    return null;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary
                    when node == binary.Right:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment when node == assignment.Right:
                case ConditionalExpressionSyntax conditional when node != conditional.Condition:
                case ConditionalAccessExpressionSyntax access when node == access.WhenNotNull && node != call:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True for the part of a statement that runs first, and once.</summary>
    private static bool IsHeader(StatementSyntax statement, SyntaxNode part) => statement switch
    {
        ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax => true,
        IfStatementSyntax or SwitchStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax => true,
        CommonForEachStatementSyntax loop => part == loop.Expression,
        _ => false,
    };

    /// <summary>True when another event is raised on the way to the call, so that the machine is not yet where it will be.</summary>
    private static bool IsPrecededByEvent(SyntaxNode place, EventCall call) =>
        place.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or StatementSyntax) || node == place)
            .OfType<InvocationExpressionSyntax>()
            .Any(other => other != call.Syntax
                && other.Span.End <= call.Syntax.Span.End
                && call.Model.GetSymbolInfo(other).Symbol is IMethodSymbol method
                && call.Machine.MemberOf(method) is { Event: not null });
}
