using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.CodeFixes.Usage.Calls;

/// <summary>What an event is raised on, in a form in which it can be written once more: a variable, a field, a property, a path of them.
/// Anything else (a call, a creation, an element) might be another machine the second time.</summary>
internal sealed class Receiver
{
    private readonly string _text;

    private Receiver(string text, bool isConditional)
    {
        _text = text;
        IsConditional = isConditional;
    }

    /// <summary>True for <c>c?.Send()</c>.</summary>
    public bool IsConditional { get; }

    /// <summary>As titles name it.</summary>
    public string Name => _text;

    /// <summary>A member of it.</summary>
    public string Member(string name) => _text + (IsConditional ? "?." : ".") + name;

    /// <summary>What a call is made on; null where it cannot be written twice.</summary>
    public static Receiver? Of(InvocationExpressionSyntax call, SemanticModel model) => call.Expression switch
    {
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => From(access.Expression, isConditional: false, model),
        MemberBindingExpressionSyntax when call.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == call =>
            From(conditional.Expression, isConditional: true, model),
        SimpleNameSyntax => new Receiver("this", isConditional: false),
        _ => null,
    };

    private static Receiver? From(ExpressionSyntax expression, bool isConditional, SemanticModel model) =>
        CanBeRepeated(expression, model)
            ? new Receiver(string.Concat(expression.DescendantTokens().Select(token => token.Text)), isConditional)
            : null;

    private static bool CanBeRepeated(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax => true,
        ParenthesizedExpressionSyntax inner => CanBeRepeated(inner.Expression, model),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => CanBeRepeated(inner.Operand, model),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access =>
            IsValueOrContainer(model.GetSymbolInfo(access).Symbol) && CanBeRepeated(access.Expression, model),
        NameSyntax name => IsValueOrContainer(model.GetSymbolInfo(name).Symbol),
        _ => false,
    };

    private static bool IsValueOrContainer(ISymbol? symbol) => symbol
        is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol { Parameters.IsEmpty: true }
        or INamedTypeSymbol or INamespaceSymbol;
}
