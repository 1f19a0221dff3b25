using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Messages;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>Writes what was probably meant, where the finding itself says so: <c>[InState("Opened")]</c> becomes
/// <c>[InState(DoorState.Opened)]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "ProtoDsl: write what was meant")]
[Shared]
public sealed class ReplacementFixProvider : CodeFixProvider
{
    private const string Kind = "ProtoDsl.Replacement";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageIds.UnreadableContract);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            if (diagnostic.Properties.TryGetValue(ContractDiagnostics.ReplacementKey, out var meant)
                && meant is { Length: > 0 }
                && await UsageFixes.IsWritableAsync(context.Document, span, context.CancellationToken).ConfigureAwait(false))
            {
                var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
                UsageFixes.Register(context, diagnostic, [OfferFor(meant, span, model?.Compilation)]);
            }
        }
    }

    /// <summary>The member of an enum comes with its namespace, and is written without.</summary>
    private static FixOffer OfferFor(string meant, TextSpan span, Compilation? compilation)
    {
        var dot = meant.LastIndexOf('.');
        var type = dot < 0 ? null : compilation?.GetTypesByMetadataName(meant.Substring(0, dot)).FirstOrDefault();
        var (title, text) = type is null
            ? (meant, meant)
            : (type.Name + meant.Substring(dot), type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + meant.Substring(dot));
        return new FixOffer($"Write '{title}'", Kind, ImmutableArray.Create(new TextChange(span, text)))
        {
            Types = type is null ? ImmutableArray<INamedTypeSymbol>.Empty : ImmutableArray.Create(type),
        };
    }
}
