using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace ProtoDsl.CodeFixes.Usage.Writing;

/// <summary>Applies an offer. Repairs are written as text, so that indentation, line ends and comments stay as they are in the file, whatever the
/// editor's settings; only the names of types are left to the platform, which knows the file's <c>using</c> directives.</summary>
internal static class TextRewriter
{
    /// <summary>The changed document.</summary>
    public static async Task<Document> ApplyAsync(Document document, FixOffer offer, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changed = document.WithText(text.WithChanges(offer.Changes));
        if (offer.Types.IsEmpty || await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return changed;
        }

        var generator = SyntaxGenerator.GetGenerator(changed);
        var first = offer.Changes.Min(change => change.Span.Start);
        var names = offer.Types.ToImmutableDictionary(type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        var written = root.DescendantNodes()
            .Where(node => node.SpanStart >= first
                && node is QualifiedNameSyntax or MemberAccessExpressionSyntax or AliasQualifiedNameSyntax
                && names.ContainsKey(node.ToString()))
            .ToArray();
        SyntaxNode NameOf(SyntaxNode old) => generator.TypeExpression(names[old.ToString()])
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation)
            .WithTriviaFrom(old);
        return changed.WithSyntaxRoot(root.ReplaceNodes(written, (old, _) => NameOf(old)));
    }
}
