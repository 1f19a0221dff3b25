using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Tool.Findings;

/// <summary>Findings with the severities of their tables and the lines of their places.</summary>
/// <param name="project">The tables.</param>
internal sealed class FindingReport(TableProject project)
{
    private readonly Dictionary<string, LoadedTable> _byPath = project.All.GroupBy(table => table.File.Path).ToDictionary(group => group.Key, group => group.First());

    /// <summary>Those that the tables' settings want to hear of.</summary>
    public IEnumerable<ReportedFinding> Of(IEnumerable<Finding> findings) => findings.Select(Of).OfType<ReportedFinding>();

    /// <summary>All of them: what keeps a command from working is told whatever the settings say.</summary>
    public IReadOnlyList<ReportedFinding> Whatever(IEnumerable<Finding> findings) => findings.Select(finding => Of(finding, finding.Rule.DefaultSeverity)).ToArray();

    private ReportedFinding? Of(Finding finding) =>
        _byPath[finding.Place.Path].Table.Severities.Of(finding.Rule) is { } severity ? Of(finding, severity) : null;

    private ReportedFinding Of(Finding finding, TableSeverity severity) =>
        new(finding.Rule, severity, PlaceOf(finding.Place), finding.Message)
        {
            Steps = finding.Trace.Select(step => new ReportedStep(step.Text, PlaceOf(step.Place))).ToArray(),
            Scenario = finding.Scenario,
            Fix = finding.Fix,
            FixPlaces = finding.Fix is { } fix ? fix.Edits.Select(edit => PlaceOf(new Place(finding.Place.Path, edit.Span))).ToArray() : [],
        };

    private ReportedPlace PlaceOf(Place place)
    {
        var table = _byPath[place.Path];
        var length = table.Text.Text.Length;
        var span = TextSpan.FromBounds(Math.Min(place.Span.Start, length), Math.Min(place.Span.End, length));
        var lines = table.File.Bound.Map.Lines;
        return new ReportedPlace(place.Path, span, lines.PositionOf(span.Start), lines.PositionOf(span.End));
    }
}
