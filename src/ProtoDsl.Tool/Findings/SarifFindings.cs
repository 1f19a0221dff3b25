using ProtoDsl.Tool.Output;
using ProtoDsl.Tool.Rules;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Tool.Findings;

/// <summary>A SARIF 2.1.0 log: what code scanning services and viewers take. The way to a finding is there as related locations and as a code flow,
/// the page of each rule as its help.</summary>
internal sealed class SarifFindings : IFindingWriter
{
    private const string Root = "SRCROOT";

    /// <inheritdoc/>
    public void Write(Terminal terminal, IReadOnlyList<ReportedFinding> findings)
    {
        var rules = findings.Select(finding => finding.Rule).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        JsonText.Write(terminal.Out, new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "protodsl", semanticVersion = ToolVersion.Short, rules = rules.Select(Rule) } },
                    originalUriBaseIds = new Dictionary<string, object> { [Root] = new { uri = new Uri(Path.TrimEndingDirectorySeparator(terminal.Folder) + "/").AbsoluteUri } },
                    columnKind = "utf16CodeUnits",
                    results = findings.Select(finding => Result(finding, rules.IndexOf(finding.Rule))),
                },
            },
        });
    }

    private static object Rule(TableRule rule) => new
    {
        id = rule.Id,
        shortDescription = new { text = rule.Title },
        help = RulePages.Find(rule.Id) is { } page ? new { text = page, markdown = page } : null,
        defaultConfiguration = new { level = SeverityWords.SarifLevel(rule.DefaultSeverity) },
    };

    private static object Result(ReportedFinding finding, int ruleIndex) => new
    {
        ruleId = finding.Rule.Id,
        ruleIndex,
        level = SeverityWords.SarifLevel(finding.Severity),
        message = new { text = finding.Message },
        locations = new[] { new { physicalLocation = Location(finding.Place) } },
        relatedLocations = finding.Steps.Count == 0 ? null : finding.Steps.Select((step, index) => new
        {
            id = index + 1,
            physicalLocation = Location(step.Place),
            message = new { text = step.Text },
        }),
        codeFlows = finding.Steps.Count == 0 ? null : new[]
        {
            new { threadFlows = new[] { new { locations = finding.Steps.Select(step => new { location = new { physicalLocation = Location(step.Place), message = new { text = step.Text } } }) } } },
        },
        fixes = finding.Fix is not { } fix ? null : new[]
        {
            new
            {
                description = new { text = fix.Title },
                artifactChanges = new[]
                {
                    new
                    {
                        artifactLocation = Artifact(finding.Place.Path),
                        replacements = fix.Edits.Select((edit, index) => new { deletedRegion = Region(finding.FixPlaces[index]), insertedContent = new { text = edit.NewText } }),
                    },
                },
            },
        },
        properties = finding.Scenario is null ? null : new { scenario = finding.Scenario },
    };

    private static object Location(ReportedPlace place) => new { artifactLocation = Artifact(place.Path), region = Region(place) };

    private static object Region(ReportedPlace place) => new
    {
        startLine = place.Start.Line + 1,
        startColumn = place.Start.Column + 1,
        endLine = place.End.Line + 1,
        endColumn = place.End.Column + 1,
    };

    private static object Artifact(string path)
    {
        var isRooted = Path.IsPathRooted(path);
        return new
        {
            uri = isRooted ? new Uri(path).AbsoluteUri : string.Join('/', path.Split('/', '\\').Select(Uri.EscapeDataString)),
            uriBaseId = isRooted ? null : Root,
        };
    }
}
