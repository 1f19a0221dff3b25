using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Which test always comes out the same, and why.</summary>
internal static class ConstantTestMessage
{
    private const int MaxTest = 80;

    /// <summary><c>'conn.State == ConnState.Closed' is always false here: 'conn' is in Established (entered by …).</c></summary>
    public static string Of(StateTestSite site)
    {
        var test = site.Key.Syntax;
        var isCase = test.FirstAncestorOrSelf<SyntaxNode>(node => node is SwitchLabelSyntax or SwitchExpressionArmSyntax or StatementSyntax or ExpressionSyntax)
            is SwitchLabelSyntax or SwitchExpressionArmSyntax || test.Parent is CaseSwitchLabelSyntax;
        var text = TextOf(test, isCase);
        var says = isCase ? (site.Outcome == true ? "is always taken" : "is never taken") : site.Outcome == true ? "is always true" : "is always false";
        return $"{text} {says} here: '{MachineIn(test, site.Machine.Table.Relation.ClassName)}' is in {TrailWords.StatesOf(site)}.";
    }

    private static string TextOf(SyntaxNode test, bool isCase)
    {
        var shown = test switch
        {
            CaseSwitchLabelSyntax label => label.Value,
            CasePatternSwitchLabelSyntax label => label.Pattern,
            SwitchExpressionArmSyntax arm => arm.Pattern,
            _ => test,
        };
        var text = shown.ToString();
        var isLong = text.Length > MaxTest || text.Any(char.IsControl);
        return isCase ? (isLong ? "This case" : $"Case '{text}'") : isLong ? "This test" : $"'{text}'";
    }

    /// <summary>The machine as it is written in the test, or in what is switched over; its class where only a state is named.</summary>
    private static string MachineIn(SyntaxNode test, string className)
    {
        var asked = test.Parent is CaseSwitchLabelSyntax
            ? test.FirstAncestorOrSelf<SwitchStatementSyntax>()
            : test.FirstAncestorOrSelf<SyntaxNode>(node => node is SwitchStatementSyntax or SwitchExpressionSyntax or ExpressionSyntax);
        var machine = asked switch
        {
            SwitchStatementSyntax choice => ReadOf(choice.Expression),
            SwitchExpressionSyntax choice => ReadOf(choice.GoverningExpression),
            IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax } match => match.Expression,
            MemberAccessExpressionSyntax access => access.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
            { } other => ReadOf(other),
            null => null,
        };
        var text = machine?.ToString() ?? className;
        return text.Length > MaxTest / 2 || text.Any(char.IsControl) ? className : text;
    }

    /// <summary>What <c>State</c> is read of.</summary>
    private static SyntaxNode? ReadOf(SyntaxNode node) => node.DescendantNodesAndSelf()
        .OfType<MemberAccessExpressionSyntax>()
        .FirstOrDefault(access => access.Name.Identifier.ValueText == "State")
        ?.Expression;
}
