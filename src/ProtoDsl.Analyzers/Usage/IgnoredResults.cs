using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>Finds results that are thrown away: of <c>TryX</c>, and the tasks of asynchronous events. It needs no flow.</summary>
internal static class IgnoredResults
{
    /// <summary>The findings in a body, inner functions included.</summary>
    public static IEnumerable<Diagnostic> Find(IOperation body, MachineCatalog catalog)
    {
        foreach (var statement in body.DescendantsAndSelf().OfType<IExpressionStatementOperation>())
        {
            var (call, isAwaited) = CallIn(statement.Operation);
            if (call is null || catalog.MemberOf(call.TargetMethod) is not { Event: { } @event } member)
            {
                continue;
            }

            if (member.Machine.Table.IsAsync && !isAwaited && member.Kind is MemberKind.Raise or MemberKind.Try)
            {
                yield return UsageDiagnostics.NotAwaited(call, member, @event);
            }
            else if (member.Kind == MemberKind.Try)
            {
                yield return UsageDiagnostics.TryResultIgnored(call, member, @event);
            }
        }
    }

    /// <summary>True for a call that is a statement of its own, so that what it returns is lost.</summary>
    public static bool IsDropped(SyntaxNode call)
    {
        var value = call;
        while (true)
        {
            switch (value.Parent)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }:
                    value = configured;
                    break;
                case ConditionalAccessExpressionSyntax access when access.WhenNotNull == value:
                    value = access;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized;
                    break;
                default:
                    return value.Parent is ExpressionStatementSyntax;
            }
        }
    }

    private static (IInvocationOperation? Call, bool IsAwaited) CallIn(IOperation operation)
    {
        var isAwaited = false;
        while (true)
        {
            switch (operation)
            {
                case IAwaitOperation awaited:
                    isAwaited = true;
                    operation = awaited.Operation;
                    break;
                case IConditionalAccessOperation access:
                    operation = access.WhenNotNull;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    operation = task;
                    break;
                case IInvocationOperation call:
                    return (call, isAwaited);
                default:
                    return (null, isAwaited);
            }
        }
    }
}
