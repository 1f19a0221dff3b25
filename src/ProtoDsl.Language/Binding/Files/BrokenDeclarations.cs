using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Files;

/// <summary>Finds out whether a line that declares names, or may have been meant to, could not be read in full.</summary>
internal static class BrokenDeclarations
{
    public static bool Exist(TransitionFileSyntax syntax)
    {
        var errors = syntax.Diagnostics
            .Where(diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error)
            .Select(diagnostic => diagnostic.Span.Start)
            .OrderBy(start => start)
            .ToList();
        var line = 0;
        foreach (var error in errors)
        {
            while (line + 1 < syntax.Lines.Count && syntax.Lines[line + 1].Span.Start <= error)
            {
                line++;
            }

            if (line >= syntax.Lines.Count || Declares(syntax.Lines[line]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Declares(LineSyntax line) =>
        line is ProtocolLine or ImportLine or MessageLine or CallLine or TimerLine or TagLine or GroupLine
            or MachineLine or StateLine or SessionLine or RoleRow
            or BrokenLine { ClosesSection: true };
}
