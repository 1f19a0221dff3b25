using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Drawing;

/// <summary>A table without errors: what an error makes of one is a guess, and nobody sees that in a picture.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Protocol">What it means.</param>
internal sealed record DrawnTable(string Path, Protocol Protocol)
{
    /// <exception cref="UsageException">The table has an error.</exception>
    public static DrawnTable Read(TableText table, CancellationToken cancellationToken)
    {
        var bound = TransitionFile.Read(table.Text, table.Name, cancellationToken);
        if (bound.IsSound)
        {
            return new DrawnTable(table.Path, bound.Protocol);
        }

        var errors = bound.Diagnostics.Where(diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error).ToArray();
        var at = bound.Map.Lines.PositionOf(errors[0].Span.Start);
        var more = errors.Length == 1 ? "" : $" (and {errors.Length - 1} more)";
        throw new UsageException($"cannot draw '{table.Path}', since it has errors: ({at.Line + 1},{at.Column + 1}): {errors[0].Message}{more}; 'protodsl check' tells all");
    }
}
