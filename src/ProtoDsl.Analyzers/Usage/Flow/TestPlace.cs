using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Where a test stands: one that decides which way to go is superfluous when it always comes out the same; one that documents what
/// must be so (an assertion, a guard that throws, the last of several cases) is care.</summary>
internal static class TestPlace
{
    private static readonly Dictionary<string, HashSet<SyntaxNode>> s_noDecisions = [];

    /// <summary>True when it is worth saying that a test always comes out the same.</summary>
    /// <param name="test">The test.</param>
    /// <param name="outcome">How it comes out.</param>
    /// <param name="stateCount">How many states the machine has.</param>
    /// <param name="decisions">The conditions that read a variable, by its name.</param>
    public static bool IsWorthSaying(SyntaxNode test, bool outcome, int stateCount, IReadOnlyDictionary<string, HashSet<SyntaxNode>> decisions)
    {
        if (test.FirstAncestorOrSelf<CatchClauseSyntax>() is not null)
        {
            // Where something has failed nobody relies on an order.
            return false;
        }

        for (var node = test; node.Parent is { } parent; node = parent)
        {
            if (node is SwitchLabelSyntax label)
            {
                return IsOddCase(label, outcome, stateCount);
            }

            if (node is SwitchExpressionArmSyntax arm)
            {
                return IsOddArm(arm, outcome);
            }

            switch (parent)
            {
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }:
                    outcome = !outcome;
                    break;
                case ParenthesizedExpressionSyntax or BinaryExpressionSyntax or AwaitExpressionSyntax:
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }:
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } }:
                case CaseSwitchLabelSyntax:
                case CasePatternSwitchLabelSyntax pattern when pattern.Pattern == node:
                case SwitchExpressionArmSyntax inner when inner.Pattern == node:
                    break;
                case IfStatementSyntax choice when choice.Condition == node:
                    return !(outcome ? IsThrow(choice.Else?.Statement) || choice.Parent is ElseClauseSyntax : IsThrow(choice.Statement));
                case ConditionalExpressionSyntax choice when choice.Condition == node:
                    return !(outcome ? choice.WhenFalse is ThrowExpressionSyntax || IsLastChoice(choice) : choice.WhenTrue is ThrowExpressionSyntax);
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or WhenClauseSyntax:
                    return true;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    return Decides(variable.Identifier.ValueText, test, outcome, stateCount, decisions);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment when assignment.Right == node:
                    return Decides(variable.Identifier.ValueText, test, outcome, stateCount, decisions);
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>A saved outcome is worth no more than the conditions that read it.</summary>
    private static bool Decides(
        string variable, SyntaxNode test, bool outcome, int stateCount, IReadOnlyDictionary<string, HashSet<SyntaxNode>> decisions) =>
        decisions.TryGetValue(variable, out var conditions)
        && conditions.Any(condition => condition.SpanStart > test.SpanStart && IsWorthSaying(condition, outcome, stateCount, s_noDecisions));

    /// <summary>A case that is never taken; or the first one when it is always taken. The last of several cases follows from the others, and one of
    /// a list of all states is there for completeness.</summary>
    private static bool IsOddCase(SwitchLabelSyntax label, bool outcome, int stateCount)
    {
        if (label.Parent is not SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section || section.Labels.Count > 1)
        {
            return false;
        }

        return outcome
            ? choice.Sections[0] == section && choice.Sections.Any(other => other != section && !IsThrow(other.Statements.FirstOrDefault()))
            : !IsThrow(section.Statements.FirstOrDefault()) && choice.Sections.Sum(other => other.Labels.Count(one => one is not DefaultSwitchLabelSyntax)) < stateCount;
    }

    /// <summary>The same for a switch expression: without an arm for the rest the compiler asks for all states.</summary>
    private static bool IsOddArm(SwitchExpressionArmSyntax arm, bool outcome)
    {
        if (arm.Parent is not SwitchExpressionSyntax choice)
        {
            return false;
        }

        return outcome
            ? choice.Arms[0] == arm && choice.Arms.Any(other => other != arm && other.Expression is not ThrowExpressionSyntax)
            : arm.Expression is not ThrowExpressionSyntax && choice.Arms.Any(other => other.Pattern is DiscardPatternSyntax or VarPatternSyntax);
    }

    private static bool IsLastChoice(ConditionalExpressionSyntax choice)
    {
        SyntaxNode outermost = choice;
        while (outermost.Parent is ParenthesizedExpressionSyntax parent)
        {
            outermost = parent;
        }

        return outermost.Parent is ConditionalExpressionSyntax outer && outer.WhenFalse == outermost;
    }

    private static bool IsThrow(StatementSyntax? statement) =>
        statement is ThrowStatementSyntax || (statement is BlockSyntax { Statements: { Count: 1 } only } && only[0] is ThrowStatementSyntax);
}
