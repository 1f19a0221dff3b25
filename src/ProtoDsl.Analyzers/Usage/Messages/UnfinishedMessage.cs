using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Which machine is not finished, where it is left, and what would finish it.</summary>
internal static class UnfinishedMessage
{
    private const int MaxFinalStates = 6;

    /// <summary><c>'conn' is not finished: it may still be in Established (entered by …) when 'Run' returns at line 12. Final: Closed. Call Close?</c></summary>
    public static string Of(UnfinishedSite site)
    {
        var table = site.Machine.Table;
        var final = new List<string>();
        foreach (var state in table.Final)
        {
            final.Add(table.NameOf(state));
        }

        var finishing = CallsThatFinish(site).Take(2).ToArray();
        return $"'{NameOf(site.Key.Syntax, table.Relation.ClassName)}' is not finished: it may still be in {TrailWords.StatesOf(site)} when {EndOf(site)}. "
            + $"Final: {Words.List(final, MaxFinalStates)}."
            + (finishing.Length == 1 ? $" Call {finishing[0].DisplayName}?" : "");
    }

    /// <summary>The calls that may lead to a final state, from each state that it may be left in.</summary>
    public static IEnumerable<EventTable> CallsThatFinish(UnfinishedSite site)
    {
        var table = site.Machine.Table;
        return table.Events.Where(@event => @event.Event.Kind == RelationEventKind.Call && LeadsTo(@event, site.BadStates, table.Final));
    }

    private static bool LeadsTo(EventTable @event, StateSet from, StateSet to)
    {
        foreach (var state in from)
        {
            if ((@event.After(state, TagKnowledge.None) & to).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private static string EndOf(UnfinishedSite site)
    {
        if (site.Ending is not { IsReturn: true } ending)
        {
            return "nothing refers to it any more";
        }

        var line = LineOf(ending, site.Body) is { } number ? $" at line {number}" : "";
        return site.Owner switch
        {
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "the lambda returns" + line,
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "the constructor returns" + line,
            IMethodSymbol { AssociatedSymbol: { } member } => $"'{member.Name}' returns{line}",
            IMethodSymbol { CanBeReferencedByName: true } method => $"'{method.Name}' returns{line}",
            _ => "the code around it ends" + line,
        };
    }

    /// <summary>The line on which a body is left; null for one of several statements without a value.</summary>
    private static int? LineOf(Ending ending, SyntaxNode body)
    {
        if (ending.Returned is { } returned)
        {
            return Words.LineOf(returned);
        }

        var returns = body.DescendantNodes(inner => inner == body || inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is ReturnStatementSyntax or YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldBreakStatement });
        return returns ? null : body.GetLocation().GetMappedLineSpan().EndLinePosition.Line + 1;
    }

    /// <summary>The variable that it is put in; its class where there is none.</summary>
    private static string NameOf(SyntaxNode creation, string className)
    {
        var node = creation.Parent;
        while (node is ParenthesizedExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax)
        {
            node = node.Parent;
        }

        return node switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } => variable.Identifier.ValueText,
            _ => className,
        };
    }
}
