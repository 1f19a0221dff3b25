using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Setup;
using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace ProtoDsl.CodeFixes;

/// <summary>Offers the repair that travels with a finding about a table: a misspelt name, foremost. The table is read again, so that
/// nothing has to be carried in the diagnostic and a repair can never be older than the text. The repair of an error hangs on its
/// hidden companion (<see cref="SetupRules.FixAvailable"/>), for the error itself is the generator's.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = "ProtoDsl table repairs",
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [TableText.Extension])]
[Shared]
public sealed class TableFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        CheckCatalog.All
            .Where(rule => rule.DefaultSeverity != TableSeverity.Error)
            .Select(rule => rule.Id)
            .Append(SetupRules.FixAvailable.Id)
            .ToImmutableArray();

    /// <summary>None: the batch fixer of the compiler platform changes C# documents only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var table = context.TextDocument;
        var text = await table.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var name = ProjectPath.NameWithoutExtension(table.FilePath ?? table.Name);
        var found = TransitionFile.Read(text.ToString(), name, context.CancellationToken).Diagnostics;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var finding in found.Where(finding => IsSame(finding, diagnostic)))
            {
                if (finding.Fix is { } fix)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(fix.Title, cancellation => ApplyAsync(table, fix, cancellation), equivalenceKey: fix.Title),
                        diagnostic);
                }
            }
        }
    }

    private static bool IsSame(TableDiagnostic finding, Diagnostic diagnostic) =>
        finding.Span.Start == diagnostic.Location.SourceSpan.Start
        && (finding.Rule.Id == diagnostic.Id
            || (diagnostic.Id == SetupRules.FixAvailable.Id && finding.Rule.DefaultSeverity == TableSeverity.Error));

    private static async Task<Solution> ApplyAsync(TextDocument table, TableFix fix, CancellationToken cancellationToken)
    {
        var text = await table.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changes = fix.Edits.Select(edit => new TextChange(new TextSpan(edit.Span.Start, edit.Span.Length), edit.NewText));
        return table.Project.Solution.WithAdditionalDocumentText(table.Id, text.WithChanges(changes));
    }
}
