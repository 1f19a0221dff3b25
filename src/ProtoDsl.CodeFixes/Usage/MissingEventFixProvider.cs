using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
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

/// <summary>Raises the event that was forgotten, where there is exactly one that leads to where the other is legal, and it wants no arguments. Where the
/// machine is in a wrong state on some paths only, it is raised in those states only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "ProtoDsl: raise the missing event")]
[Shared]
public sealed class MissingEventFixProvider : CodeFixProvider
{
    private const string Kind = "ProtoDsl.MissingEvent";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(UsageIds.Illegal, UsageIds.MayBeIllegal, UsageIds.Unexpected);

    /// <summary>None: an event that is raised here changes what is right further down, so each one wants to be looked at.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => UsageFixes.RegisterAsync(context, OffersFor);

    private static IEnumerable<FixOffer> OffersFor(EventCall call)
    {
        var (wrong, leads) = LeadingCalls.Of(call);
        if (leads.Count != 1
            || call.Receiver is not { } receiver
            || CallPlace.Of(call) is not { } place
            || MethodOf(call, leads[0]) is not { } method)
        {
            yield break;
        }

        var raise = receiver.Member(StateTest.Identifier(method.Name)) + "()";
        var isAsync = call.Machine.Table.IsAsync;
        if (isAsync && (receiver.IsConditional || !EnclosingFunction.AllowsAwait(call.Syntax)))
        {
            yield break;
        }

        var statement = (isAsync ? "await " : "") + raise + (isAsync ? ConfiguredAs(call) : "") + ";";
        var isSometimes = call.Diagnostic.Id == UsageIds.MayBeIllegal;
        var condition = isSometimes ? StateTest.Of(call, receiver, wrong) : null;
        if (isSometimes && (condition is null || call.Machine.Table.IsShared))
        {
            yield break;
        }

        var template = condition is null ? Template.Before(statement) : Template.BeforeIf(condition, statement);
        if (Write(call, place, template) is { IsEmpty: false } changes)
        {
            var where = condition is null ? "" : $" where it is in {StateTest.Names(wrong)}";
            yield return new FixOffer($"{(isAsync ? "Await" : "Call")} '{raise}' first{where}", Kind, changes)
            {
                Types = condition is null ? ImmutableArray<INamedTypeSymbol>.Empty : ImmutableArray.Create(call.Machine.StateType),
            };
        }
    }

    private static IMethodSymbol? MethodOf(EventCall call, string @event) => call.MembersOf(MemberKind.Raise)
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => call.Machine.MemberOf(method)?.Event?.Event.Name == @event
            && method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams));

    /// <summary>The new one is awaited as the old one is.</summary>
    private static string ConfiguredAs(EventCall call) =>
        call.Syntax.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }
            ? ".ConfigureAwait" + configured.ArgumentList
            : "";

    private static ImmutableArray<TextChange> Write(EventCall call, CallPlace place, Template template)
    {
        if (place.Statement is { } statement)
        {
            return PlaceWriter.AtStatements(call, statement, statement, template);
        }

        return place.Body is { } body && EnclosingFunction.ReturnTypeOf(body, call.Model) is { } result
            ? PlaceWriter.AtBody(call, body, result.SpecialType == SpecialType.System_Void, template)
            : ImmutableArray<TextChange>.Empty;
    }
}
