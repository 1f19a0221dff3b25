using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>A disagreement for the reader: the program, the table, what was said and what is so.</summary>
internal static class Description
{
    public static string Of(Verdict verdict, Difference difference)
    {
        var lines = verdict.Lines.Where(line => line.Difference == difference).Select(line => line.Site == Report.NoSite ? "no line" : $"s{line.Site}");
        var reports = verdict.Reports.Select(report => $"  s{report.Site} {report.Id}: {report.Message}");
        var truth = verdict.Truth.Contexts().OrderBy(context => context.Site).Select(context =>
            $"  s{context.Site}{(context.Chain.Length == 0 ? "" : " by s" + string.Join(", s", context.Chain))}: "
            + string.Join(", ", context.Rows.OrderBy(row => row.Key.Entry).Select(row => $"{NameOf(verdict, row.Key)} {row.Value.Legal} legal {row.Value.Illegal} illegal")));
        return $"""
            {difference} at {string.Join(", ", lines)} (seed {verdict.Program.Seed}, {verdict.Program.Feature}, {verdict.Program.Machine.Name})
            {verdict.Program.Render("P").Clean}
            reports:
            {string.Join("\n", reports)}
            executions ({verdict.Truth.Executions}):
            {string.Join("\n", truth)}
            table:
            {verdict.Program.Machine.Table}
            """;
    }

    private static string NameOf(Verdict verdict, Execution.Row row) =>
        (row.IsFresh ? "new" : $"from {verdict.Program.Machine.States[row.Entry]}") + (row.IsNamed ? " (tested):" : ":");
}
