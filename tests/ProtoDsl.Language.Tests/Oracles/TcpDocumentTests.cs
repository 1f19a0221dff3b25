using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary><c>docs/tcp.md</c> shows the reviewed list as the tests read it.</summary>
public sealed class TcpDocumentTests
{
    private static readonly string Document = File.ReadAllText(RepositoryPaths.Combine("docs", "tcp.md")).Replace("\r\n", "\n", StringComparison.Ordinal);

    [Fact]
    public void It_lists_the_differences_from_the_rfc() =>
        Assert.Contains(
            Table(
                ["State", "Event", "RFC 9293", "The table", "Why"],
                ReviewedDifference.All().Select(entry => new[]
                {
                    entry.State,
                    entry.Guard is "" or "*" ? entry.Event : $"{entry.Event} ({entry.Guard})",
                    entry.Rfc,
                    entry.Table,
                    entry.Reason,
                })),
            Document,
            StringComparison.Ordinal);

    // The whole table with the blank line that ends it, so that a row too many in the document is noticed.
    private static string Table(string[] headings, IEnumerable<string[]> rows) =>
        string.Concat(rows
            .Select(row => row.Select(cell => cell == "*" ? "any" : cell.Replace("|", "\\|", StringComparison.Ordinal)))
            .Prepend(headings.Select(_ => "---"))
            .Prepend(headings)
            .Select(cells => $"| {string.Join(" | ", cells)} |\n"))
            .Replace("| --- | --- | --- | --- | --- |", "|---|---|---|---|---|", StringComparison.Ordinal) + "\n";
}
