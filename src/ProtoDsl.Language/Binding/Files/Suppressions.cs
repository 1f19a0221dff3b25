using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Files;

/// <summary><c>// protodsl: disable …</c>: leaves out findings of a line, and tells of comments that leave out none.</summary>
internal static class Suppressions
{
    public static IEnumerable<TableDiagnostic> Apply(
        IReadOnlyList<TableDiagnostic> found, EquatableArray<SuppressionSyntax> suppressions, BindingContext context)
    {
        if (suppressions.IsEmpty)
        {
            return found;
        }

        var used = new HashSet<(int Line, string Id)>();
        var wanted = new HashSet<(int Line, string Id)>(suppressions.SelectMany(suppression => suppression.Ids.Select(id => (suppression.Line, id))));
        var kept = new List<TableDiagnostic>();
        foreach (var diagnostic in found)
        {
            var key = (context.LineOf(diagnostic.Span) - 1, diagnostic.Rule.Id);
            if (IsSyntax(diagnostic.Rule.Id) || !wanted.Contains(key))
            {
                kept.Add(diagnostic);
            }
            else
            {
                used.Add(key);
            }
        }

        foreach (var suppression in suppressions)
        {
            kept.AddRange(suppression.Ids.Where(id => !used.Contains((suppression.Line, id))).Take(3).Select(id => Complain(suppression.Span, id)).OfType<TableDiagnostic>());
        }

        return kept;
    }

    // What later stages find (1100 and up, 2100 and up) is not known here: of such an id nothing is said.
    private static TableDiagnostic? Complain(TextSpan span, string id) =>
        IsSyntax(id) ? SuppressionMessages.Syntax(span, id)
        : RuleCatalog.Find(id) is not null ? SuppressionMessages.NothingToSuppress(span, id)
        : IsOfAnotherStage(id) ? null
        : SuppressionMessages.NoSuchRule(span, id);

    private static bool IsSyntax(string id) => id.StartsWith("PDSL0", StringComparison.Ordinal);

    private static bool IsOfAnotherStage(string id) => id.Length == 8 && (id[4] is '1' or '2') && id[5] != '0';
}
