using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Verification.Findings;

/// <summary>What the stages after binding say of one file.</summary>
public static class FileFindings
{
    /// <summary>Leaves out what the file's comments switch off, and adds what is to be said of comments that switch off nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="found">What all these stages found; places in other files are left out.</param>
    /// <param name="answered">The rules that were looked for, to the end: of a comment for another rule nothing is said.</param>
    /// <returns>In the order of the text.</returns>
    public static IReadOnlyList<Finding> Of(TableFile file, IEnumerable<Finding> found, IEnumerable<TableRule> answered)
    {
        var suppressions = new SuppressionSet(file.Bound.Suppressions);
        var kept = found.Where(finding => finding.Place.Path == file.Path && !suppressions.SwitchesOff(finding.Rule, finding.Place.Span)).ToList();
        var asked = new HashSet<TableRule>(file.Bound.IsSound ? answered : []);
        var useless = suppressions.Useless(CheckCatalog.Find, asked.Contains)
            .Select(told => new Finding(told.Rule, new Place(file.Path, told.Span), told.Message));
        return kept.Concat(useless).OrderBy(finding => finding.Place.Span.Start).ThenBy(finding => finding.Rule.Id, System.StringComparer.Ordinal).ToArray();
    }
}
