using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Symbols;
using ProtoDsl.CodeFixes.Usage.Calls;
using ProtoDsl.CodeFixes.Usage.Writing;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>The answer of <c>TryX</c>, which nobody heard, is tested, or not asked for, or thrown away in so many words.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "ProtoDsl: heed the result")]
[Shared]
public sealed class IgnoredTryFixProvider : CodeFixProvider
{
    private const string TestKind = "ProtoDsl.TestResult";
    private const string RaiseKind = "ProtoDsl.Raise";
    private const string DiscardKind = "ProtoDsl.Discard";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageIds.TryResultIgnored);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => UsageFixes.RegisterAsync(context, OffersFor);

    private static IEnumerable<FixOffer> OffersFor(EventCall call)
    {
        if (call.Member.Kind != MemberKind.Try || call.Unused() is not { } whole || call.Name is not { } name)
        {
            yield break;
        }

        if (RefusalWriter.Write(call, call.Method.Name, isAwaitMissing: false) is { } written)
        {
            yield return new FixOffer($"Test the result: '{written.WayOut}' where it is refused", TestKind, written.Changes);
        }

        if (call.Sibling(MemberKind.Raise) is { } raise)
        {
            yield return new FixOffer(
                $"Call '{raise.Name}', which throws where it is illegal",
                RaiseKind,
                ImmutableArray.Create(new TextChange(name.Identifier.Span, StateTest.Identifier(raise.Name))));
        }

        if (call.Model.LookupSymbols(whole.SpanStart, name: "_").IsEmpty)
        {
            yield return new FixOffer("Discard the result: '_ = '", DiscardKind, ImmutableArray.Create(new TextChange(new TextSpan(whole.SpanStart, 0), "_ = ")));
        }
    }
}
