using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Symbols;
using ProtoDsl.CodeFixes.Usage.Calls;
using ProtoDsl.CodeFixes.Usage.Places;
using ProtoDsl.CodeFixes.Usage.Writing;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>Awaits the event of an asynchronous machine, in a function that is asynchronous already: to make it so is a change of its callers too. The
/// answer of <c>TryX</c> is tested at once, for it would be the next finding.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "ProtoDsl: await the event")]
[Shared]
public sealed class AwaitFixProvider : CodeFixProvider
{
    private const string Kind = "ProtoDsl.Await";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageIds.NotAwaited);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => UsageFixes.RegisterAsync(context, OffersFor);

    private static IEnumerable<FixOffer> OffersFor(EventCall call)
    {
        // 'await c?.OpenAsync()' awaits what may be no task at all.
        if (call.Unused() is not { } whole
            || whole is AwaitExpressionSyntax
            || call.Syntax.Parent is ConditionalAccessExpressionSyntax
            || !EnclosingFunction.AllowsAwait(whole))
        {
            yield break;
        }

        yield return call.Member.Kind == MemberKind.Try && RefusalWriter.Write(call, call.Method.Name, isAwaitMissing: true) is { } written
            ? new FixOffer($"Await '{call.Method.Name}', and '{written.WayOut}' where it is refused", Kind, written.Changes)
            : new FixOffer($"Await '{call.Method.Name}'", Kind, ImmutableArray.Create(new TextChange(new TextSpan(whole.SpanStart, 0), "await ")));
    }
}
