using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>What is found about a table after it was bound: by whom it is told, how grave it is, what switches it off, and when it is looked for again.</summary>
public sealed class TableCheckTests
{
    private static readonly string _unreachable = SampleTables.Text("Door").Replace("Lock   -> Locked", "Lock   -> Opened");

    [Fact]
    public async Task A_check_is_the_analyzer_s_and_stands_at_its_line()
    {
        var project = GeneratorHarness.Run(new TestTable("Door.transitions", _unreachable));

        Assert.Empty(project.Messages);
        var warning = Assert.Single(await project.Analyze());
        Assert.Equal(("PDSL1101", DiagnosticSeverity.Warning), (warning.Id, warning.Severity));
        Assert.Equal("Locked", _unreachable.Substring(warning.Location.SourceSpan.Start, warning.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("none", null)]
    public async Task A_project_chooses_how_grave_a_check_is(string word, DiagnosticSeverity? expected)
    {
        var options = new Dictionary<string, string> { ["protodsl_diagnostic.PDSL1101.severity"] = word };
        var project = GeneratorHarness.Run(new TestTable("Door.transitions", _unreachable) { Options = options });

        Assert.Equal(expected is { } severity ? [severity] : [], (await project.Analyze()).Select(diagnostic => diagnostic.Severity));
    }

    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", null)]
    [InlineData("default", null)]
    public async Task What_is_hidden_is_shown_to_those_who_ask_for_it(string word, DiagnosticSeverity? expected)
    {
        var options = new Dictionary<string, string> { ["protodsl_diagnostic.PDSL1109.severity"] = word };
        var found = await GeneratorHarness.Run(new TestTable("Door.transitions", SampleTables.Text("Door")) { Options = options }).Analyze();

        Assert.Equal(expected is null ? 0 : 3, found.Count);
        Assert.All(found, diagnostic => Assert.Equal(("PDSL1109", expected), (diagnostic.Id, diagnostic.Severity)));
    }

    [Fact]
    public async Task A_comment_switches_a_check_off() =>
        Assert.Empty(await Analyze(_unreachable.Replace("state Locked", "state Locked // protodsl: disable PDSL1101 the next version locks")));

    [Theory]
    [InlineData("PDSL1101", "'PDSL1101' is not reported here; remove it from this comment")]
    [InlineData("PDSL1199", "There is no finding 'PDSL1199' about a table; write an id as messages show it, such as 'PDSL1048'")]
    public async Task A_comment_that_switches_no_check_off_is_told(string id, string message)
    {
        var told = Assert.Single(await Analyze(SampleTables.Text("Door").Replace("state Locked", "state Locked // protodsl: disable " + id)));

        Assert.Equal(("PDSL1091", message), (told.Id, told.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_broken_table_is_not_checked() =>
        Assert.Equal(["PDSL9005"], (await Analyze(_unreachable.Replace("Unlock -> Closed", "Unlock -> Clsed // protodsl: disable PDSL1102"))).Select(diagnostic => diagnostic.Id));

    [Fact]
    public void A_text_is_checked_once()
    {
        var source = SourceText.From(_unreachable);
        var table = Table("/a/Door.transitions");
        var first = CheckedTables.Of(source, table, _unreachable, default);

        Assert.Same(first, CheckedTables.Of(source, table with { RelativePath = "elsewhere" }, _unreachable, default));
        Assert.NotSame(first, CheckedTables.Of(SourceText.From(_unreachable), table, _unreachable, default));
        var moved = CheckedTables.Of(source, Table("/b/Door.transitions"), _unreachable, default);
        Assert.Equal("/b/Door.transitions", moved.Findings.Single(finding => finding.Rule.Id == "PDSL1101").Place.Path);
        Assert.Throws<OperationCanceledException>(() => CheckedTables.Of(SourceText.From("machine M\n"), table, "machine M\n", new CancellationToken(true)));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string text) =>
        await GeneratorHarness.Run(new TestTable("Door.transitions", text)).Analyze();

    private static TableText Table(string path) => new(path, "Door.transitions", path, _unreachable, SeverityChoices.None);
}
