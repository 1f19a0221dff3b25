using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.CodeFixes.Usage.Calls;
using ProtoDsl.CodeFixes.Usage.Writing;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>What the providers have in common: from the diagnostic to its call, from the offer to the light bulb.</summary>
internal static class UsageFixes
{
    /// <summary>Registers what is offered for the calls that the diagnostics point at.</summary>
    public static async Task RegisterAsync(CodeFixContext context, Func<EventCall, IEnumerable<FixOffer>> offersFor)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await IsWritableAsync(context.Document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false)
                && await EventCall.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } call)
            {
                Register(context, diagnostic, offersFor(call));
            }
        }
    }

    /// <summary>Registers offers.</summary>
    public static void Register(CodeFixContext context, Diagnostic diagnostic, IEnumerable<FixOffer> offers)
    {
        var document = context.Document;
        foreach (var offer in offers)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    offer.Title,
                    cancellation => TextRewriter.ApplyAsync(document, offer, cancellation),
                    offer.Kind,
                    offer.IsLast ? CodeActionPriority.Low : CodeActionPriority.Default),
                diagnostic);
        }
    }

    /// <summary>False for text that a tool wrote, or that stands for the text of another file.</summary>
    public static async Task<bool> IsWritableAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        return document is not SourceGeneratedDocument
            && tree is not null
            && !tree.GetMappedLineSpan(span, cancellationToken).HasMappedPath
            && tree.GetLineVisibility(span.Start, cancellationToken) != LineVisibility.Hidden;
    }

    /// <summary>The words of a property of a diagnostic, which are joined by commas.</summary>
    public static IReadOnlyList<string> ListIn(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var list) && list is { Length: > 0 }
            ? list.Split(',').Where(word => word.Length > 0).ToArray()
            : [];
}
