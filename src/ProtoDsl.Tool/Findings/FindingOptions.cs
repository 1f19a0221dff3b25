using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Findings;

/// <summary>How a command tells findings: the options, and the telling.</summary>
internal sealed class FindingOptions
{
    private static readonly Dictionary<string, IFindingWriter> s_writers = new(StringComparer.Ordinal)
    {
        ["text"] = new TextFindings(),
        ["json"] = new JsonFindings(),
        ["sarif"] = new SarifFindings(),
        ["github"] = new GitHubFindings(),
    };

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "text: one line a finding, as dotnet build writes it. json, sarif (2.1.0): one document. github: annotations in a workflow.",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong([.. s_writers.Keys]);

    private readonly Option<string> _severity = new Option<string>("--severity")
    {
        Description = "The least grave findings that are told, and that make the exit code 1.",
        DefaultValueFactory = _ => "warning",
    }.AcceptOnlyFromAmong("error", "warning", "info", "hidden");

    /// <param name="command">The command whose options these become.</param>
    public FindingOptions(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_severity);
    }

    /// <summary>True where a person reads the answer.</summary>
    public bool IsText(ParseResult options) => options.GetValue(_format) == "text";

    /// <summary>Writes those that are grave enough.</summary>
    /// <returns>The exit code.</returns>
    public int Tell(Terminal terminal, ParseResult options, IReadOnlyList<ReportedFinding> found, int tables)
    {
        var least = LeastOf(options);
        var told = found.Where(finding => finding.Severity >= least).ToArray();
        s_writers[options.GetValue(_format) ?? "text"].Write(terminal, told);
        if (IsText(options))
        {
            terminal.Out.Flush();
            terminal.Error.WriteLine(Summary(told, found.Count(finding => finding.Severity < least && finding.Severity > TableSeverity.Hidden), tables));
        }

        return told.Length > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private TableSeverity LeastOf(ParseResult options) =>
        Enum.GetValues<TableSeverity>().First(severity => SeverityWords.Word(severity) == options.GetValue(_severity));

    private static string Summary(ReportedFinding[] told, int untold, int tables)
    {
        var counts = told.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => Count(group.Count(), group.Key switch
            {
                TableSeverity.Info => "hint",
                TableSeverity.Hidden => "hidden finding",
                var severity => SeverityWords.Word(severity),
            }));
        var found = told.Length == 0 ? "nothing to report" : string.Join(", ", counts);
        return $"{Count(tables, "table")}: {found}{(untold > 0 ? $"; {Count(untold, "lesser finding")} not told (--severity info)" : "")}";
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
