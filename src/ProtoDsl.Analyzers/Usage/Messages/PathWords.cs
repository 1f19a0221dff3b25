using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Which of several paths leads a machine into a state. Read off the text around the steps of its trail, for messages only.</summary>
internal static class PathWords
{
    private const int MaxCondition = 40;
    private const int MaxSteps = 32;

    /// <summary><c>, in an earlier round</c>, <c>, when 'isLate' at line 12 is true</c>, or <c>, without Open at line 13</c>; empty where the step
    /// says enough, or nothing certain can be said.</summary>
    public static string Of(JudgedSite site, TrailStep step)
    {
        if (IsOfEarlierRound(site, step))
        {
            return ", in an earlier round";
        }

        if (site.Verdict != Verdict.MayBeIllegal)
        {
            return "";
        }

        // Inside a branch, the innermost decision has been made and those around it have too.
        return BranchesAround(step.Site, site.Key.Syntax).FirstOrDefault() is { } branch
            ? OutcomeOf(branch, isTaken: true)
            : LeftOut(site, step);
    }

    /// <summary>True for a step that stands behind a place, or is it, in a loop that both are in.</summary>
    public static bool IsOfEarlierRound(JudgedSite site, TrailStep step)
    {
        var (place, before) = (site.Key.Syntax, step.Site);
        return site is EventSite or DemandSite
            && step.Kind is TrailKind.Entered or TrailKind.Left
            && before.SyntaxTree == place.SyntaxTree
            && before.SpanStart >= place.SpanStart
            && before.Ancestors().TakeWhile(node => !IsFunction(node)).Any(node => IsLoop(node) && node.Span.Contains(place.Span));
    }

    /// <summary>The state was left on other paths, so it is the path without that step.</summary>
    private static string LeftOut(JudgedSite site, TrailStep step)
    {
        foreach (var state in site.Rows.States - site.BadStates)
        {
            if (NextAfter(step, site.Trail.StepTo(state)) is not { } next || BranchesAround(next.Site, site.Key.Syntax) is not { Count: > 0 } branches)
            {
                continue;
            }

            // With one decision alone it is the other outcome of it.
            return branches.Count == 1 && OutcomeOf(branches[0], isTaken: false) is { Length: > 0 } words
                ? words
                : $", without {TrailWords.Name(next)} at line {Words.LineOf(next.Site)}";
        }

        return "";
    }

    private static TrailStep? NextAfter(TrailStep step, TrailStep? last)
    {
        for (var count = 0; count < MaxSteps && last?.Previous is { } previous; count++)
        {
            if (previous.Site == step.Site && previous.State == step.State)
            {
                return last;
            }

            last = previous;
        }

        return null;
    }

    /// <summary>The parts of statements around a step that need not be run on the way to a place, from the inside out.</summary>
    private static List<SyntaxNode> BranchesAround(SyntaxNode step, SyntaxNode place)
    {
        var branches = new List<SyntaxNode>();
        if (step.SyntaxTree != place.SyntaxTree)
        {
            return branches;
        }

        for (var node = step; node.Parent is { } parent && !IsFunction(node) && !parent.Span.Contains(place.Span); node = parent)
        {
            if (IsBranch(node, parent))
            {
                branches.Add(node);
            }
        }

        return branches;
    }

    private static bool IsBranch(SyntaxNode node, SyntaxNode parent) => parent switch
    {
        IfStatementSyntax statement => node == statement.Statement || node == statement.Else,
        ConditionalExpressionSyntax choice => node != choice.Condition,
        BinaryExpressionSyntax binary => node == binary.Right && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression,
        SwitchSectionSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax or TryStatementSyntax or ConditionalAccessExpressionSyntax => true,
        _ => IsLoop(parent),
    };

    private static string OutcomeOf(SyntaxNode branch, bool isTaken) => branch.Parent switch
    {
        IfStatementSyntax statement => When(statement.Condition, branch == statement.Statement == isTaken),
        ConditionalExpressionSyntax choice => When(choice.Condition, branch == choice.WhenTrue == isTaken),
        CatchClauseSyntax handler when isTaken => $", when an exception is caught at line {Words.LineOf(handler)}",
        _ => "",
    };

    private static string When(ExpressionSyntax condition, bool outcome)
    {
        var isTurned = condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        var asked = isTurned ? ((PrefixUnaryExpressionSyntax)condition).Operand : condition;
        var text = asked.ToString();
        var subject = text.Length > MaxCondition || text.Any(char.IsControl) ? "the condition" : $"'{text}'";
        return $", when {subject} at line {Words.LineOf(condition)} is {(outcome != isTurned ? "true" : "false")}";
    }

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax;
}
