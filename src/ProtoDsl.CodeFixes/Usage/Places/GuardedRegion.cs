using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.CodeFixes.Usage.Places;

/// <summary>The statements that run only if a test holds, when it is put before one of them. What a statement declares, later ones use: they go with
/// it, for without the event they have nothing to go on.</summary>
internal static class GuardedRegion
{
    /// <summary>The last statement of the region that begins with a statement; null where the region cannot be left out without breaking the
    /// code after it.</summary>
    public static StatementSyntax? LastOf(StatementSyntax first, SemanticModel model)
    {
        var siblings = StatementsFrom(first);
        var last = 0;
        for (var next = 0; next <= last; next++)
        {
            if (siblings[next] is LocalFunctionStatementSyntax or LabeledStatementSyntax || CallPlace.HasDirectiveInside(siblings[next], orBefore: next > 0))
            {
                return null;
            }

            if (siblings[next] is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
            {
                // It is disposed where the block ends, and must be so still.
                last = siblings.Count - 1;
            }

            if (next < last)
            {
                continue;
            }

            var end = EndOfUses(siblings, last, model);
            if (end is null)
            {
                return null;
            }

            last = end.Value;
        }

        return CanBeLeftOut(siblings[0], siblings[last], model) ? siblings[last] : null;
    }

    /// <summary>A statement and those after it in its list.</summary>
    private static IReadOnlyList<StatementSyntax> StatementsFrom(StatementSyntax first)
    {
        var list = first.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            _ => SyntaxFactory.SingletonList(first),
        };
        return list.Count == 1 ? [first] : list.SkipWhile(statement => statement != first).ToArray();
    }

    /// <summary>The last statement that uses what the region declares; null where something else does.</summary>
    private static int? EndOfUses(IReadOnlyList<StatementSyntax> siblings, int last, SemanticModel model)
    {
        var flow = model.AnalyzeDataFlow(siblings[0], siblings[last]);
        if (flow is not { Succeeded: true })
        {
            return null;
        }

        var escaping = flow.VariablesDeclared.Where(variable => flow.ReadOutside.Contains(variable) || flow.WrittenOutside.Contains(variable)).ToArray();
        if (escaping.Length == 0 || (last == siblings.Count - 1 && siblings[0].Parent is BlockSyntax))
        {
            // Nothing outlives its block, but for the compiler's own call of Dispose.
            return last;
        }

        var names = new HashSet<string>(escaping.Select(variable => variable.Name));
        for (var index = siblings.Count - 1; index > last; index--)
        {
            if (siblings[index].DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)))
            {
                return index;
            }
        }

        return null;
    }

    private static bool CanBeLeftOut(StatementSyntax first, StatementSyntax last, SemanticModel model)
    {
        var control = model.AnalyzeControlFlow(first, last);
        var data = model.AnalyzeDataFlow(first, last);
        return control is { Succeeded: true, EndPointIsReachable: true, EntryPoints.IsEmpty: true }
            && data is { Succeeded: true }
            && data.AlwaysAssigned.All(variable => !data.DataFlowsOut.Contains(variable) || data.DefinitelyAssignedOnEntry.Contains(variable));
    }
}
