using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Files;

/// <summary>The comments <c>// protodsl: disable …</c> of a file, and what they do to the findings of the language.</summary>
internal static class Suppressions
{
    /// <summary>Finds the line that each speaks of.</summary>
    public static EquatableArray<Suppression> Of(TransitionFileSyntax syntax, BindingContext context)
    {
        var starts = syntax.Suppressions.IsEmpty ? [] : syntax.Lines.Select(line => line.Span.Start).ToArray();
        return syntax.Suppressions
            .SelectMany(comment => comment.Ids.Select(id => new Suppression(id, LineOf(comment.Line), comment.Span)))
            .ToEquatableArray();

        // A row may go on over several lines of text, and a comment on any of them speaks of all.
        TextSpan LineOf(int number)
        {
            var physical = context.SpanOfLine(number);
            var found = System.Array.BinarySearch(starts, physical.End);
            var last = found >= 0 ? found : ~found - 1;
            return last >= 0 && syntax.Lines[last].Span.End >= physical.Start ? syntax.Lines[last].Span : physical;
        }
    }

    /// <summary>Leaves out what is switched off, and tells of comments that leave out nothing.</summary>
    public static IEnumerable<TableDiagnostic> Apply(EquatableArray<Suppression> suppressions, BindingContext context)
    {
        var set = new SuppressionSet(suppressions);
        var kept = context.Diagnostics.Where(diagnostic => !set.SwitchesOff(diagnostic.Rule, diagnostic.Span)).ToList();

        // In a broken table much is not looked for.
        return kept.Concat(set.UselessOfLanguage(_ => !context.HasErrors));
    }
}
