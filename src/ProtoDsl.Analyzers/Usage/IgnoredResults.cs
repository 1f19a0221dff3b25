using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
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
