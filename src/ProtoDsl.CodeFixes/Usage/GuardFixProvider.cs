using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.CodeFixes.Usage.Calls;
using ProtoDsl.CodeFixes.Usage.Places;
using ProtoDsl.CodeFixes.Usage.Writing;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>Tests the state before an event: <c>if (door.State is DoorState.Opened) { door.Close(); }</c>. Not for a machine that others move, whose
/// state may be another one when the test is done: there <c>TryX</c> asks and acts at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "ProtoDsl: test the state")]
[Shared]
public sealed class GuardFixProvider : CodeFixProvider
{
    private const string Kind = "ProtoDsl.Guard";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(UsageIds.Illegal, UsageIds.MayBeIllegal, UsageIds.Unexpected);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => UsageFixes.RegisterAsync(context, OffersFor);

    private static IEnumerable<FixOffer> OffersFor(EventCall call)
    {
        var states = UsageFixes.ListIn(call.Diagnostic, UsageDiagnostics.LegalStatesKey);
        if (states.Count == 0 || call.Machine.Table.IsShared || call.Receiver is not { } receiver || CallPlace.Of(call) is not { } place)
        {
            yield break;
        }

        var listed = StateTest.Of(call, receiver, states);
        var own = StateTest.IsShort(call, states) ? null : StateTest.OfEvent(call, receiver);
        if ((own ?? listed) is { } condition && Write(call, place, Template.Guard(condition)) is { IsEmpty: false } changes)
        {
            var title = own is null ? $"Test that '{receiver.Name}' is in {StateTest.Names(states)}" : $"Test '{own}'";
            yield return new FixOffer(title, Kind, changes)
            {
                Types = own is null ? ImmutableArray.Create(call.Machine.StateType) : ImmutableArray<INamedTypeSymbol>.Empty,

                // The analysis knows the answer already.
                IsLast = call.Diagnostic.Id != UsageIds.MayBeIllegal,
            };
        }
    }

    private static ImmutableArray<TextChange> Write(EventCall call, CallPlace place, Template template)
    {
        if (place.Statement is { } first)
        {
            return GuardedRegion.LastOf(first, call.Model) is { } last
                ? PlaceWriter.AtStatements(call, first, last, template)
                : ImmutableArray<TextChange>.Empty;
        }

        return place.Body is { } body && EnclosingFunction.ReturnsNothing(body, call.Model)
            ? PlaceWriter.AtBody(call, body, returnsNothing: true, template)
            : ImmutableArray<TextChange>.Empty;
    }
}
