using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProtoDsl.Analyzers.Usage.Symbols;
using ProtoDsl.CodeFixes.Usage.Calls;
using ProtoDsl.CodeFixes.Usage.Writing;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>Calls <c>TryX</c>, which answers, instead of X, which throws.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "ProtoDsl: try the event")]
[Shared]
public sealed class TryFixProvider : CodeFixProvider
{
    private const string Kind = "ProtoDsl.Try";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(UsageIds.Illegal, UsageIds.MayBeIllegal, UsageIds.Unexpected);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => UsageFixes.RegisterAsync(context, OffersFor);

    private static IEnumerable<FixOffer> OffersFor(EventCall call)
    {
        if (call.Member.Kind == MemberKind.Raise
            && call.Sibling(MemberKind.Try) is { } method
            && RefusalWriter.Write(call, method.Name, isAwaitMissing: false) is { } written)
        {
            yield return new FixOffer($"Call '{method.Name}', and '{written.WayOut}' where it is refused", Kind, written.Changes)
            {
                // It is refused always.
                IsLast = call.Diagnostic.Id == UsageIds.Illegal,
            };
        }
    }
}
