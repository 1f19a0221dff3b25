using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Calls that are handed the machine in a field of the very object whose method is called: <c>Helper(_link)</c>.</summary>
internal sealed class HandedFields(BodyContext context)
{
    /// <summary>True where the callee gets at the machine by its parameter alone. What its summary says of the field is then only what others may do to it in
    /// between; and these, the effects of that machine's own events, can raise none on it.</summary>
    /// <param name="effect">What the summary says of the field.</param>
    /// <param name="machine">The machine that the field holds; null where that is not known.</param>
    /// <param name="matched">Which machines the summary is about.</param>
    /// <param name="summary">What the callee does.</param>
    /// <param name="method">The callee.</param>
    public bool IsHandedOnly(SubjectEffect effect, FlowValue? machine, IReadOnlyList<MatchedEffect> matched, MethodSummary summary, IMethodSymbol method)
    {
        if (effect.Subject is not { Kind: SubjectKind.Member, Member: { } member } || machine is not ObjectValue { Object: var @object })
        {
            return false;
        }

        return matched.Any(match => match.Effect.Subject.Kind == SubjectKind.Parameter && match.Machine.Object == @object && summary.Unseen.Spares(match.Effect.Subject))
            && !context.Model.Program.Mentions.IsNamedBy(method, member, context.Budget.CancellationToken);
    }
}
