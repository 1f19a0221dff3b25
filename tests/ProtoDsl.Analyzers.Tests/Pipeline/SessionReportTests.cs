using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Sessions;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>Where, when and whether findings about sessions are told.</summary>
public sealed class SessionReportTests
{
    private const string Near = """
        import Far
        message A, B
        call Go
        machine Left
        initial state L0
            Go / !A -> L1
        state L1
            ?B -> L2
        final state L2
            forbid Go "done"
        session Pair
            left : Left
            right : Right
            over fifo(2)
        """;

    private const string Far = """
        message A, B
        machine Right
        initial state R0
            ?A / !B, !B -> R1
        final state R1
            ignore ?A
        """;

    private static readonly IReadOnlyDictionary<string, string> _import = new Dictionary<string, string> { ["build_metadata.AdditionalFiles.ProtoDslImport"] = "true" };

    [Fact]
    public async Task Each_file_has_its_own_lines()
    {
        var told = await Analyze(new TestTable("Near.transitions", Near), new TestTable("Far.transitions", Far));

        Assert.Equal(
            [
                "Far.transitions(4): Step 2 of 3", "Far.transitions(4): left Go !A > right ?A !B !B > left ?B",
                "Near.transitions(6): Step 1 of 3", "Near.transitions(8): Step 3 of 3",
            ],
            told);
    }

    [Fact]
    public async Task What_is_wrong_in_a_table_of_another_project_is_told_at_the_session()
    {
        var told = await Analyze(new TestTable("Near.transitions", Near), new TestTable("/elsewhere/Far.transitions", Far) { Options = _import });

        Assert.Equal(
            ["Near.transitions(11): Far.transitions(4)", "Near.transitions(6): Step 1 of 3", "Near.transitions(8): Step 3 of 3"],
            told);
    }

    [Fact]
    public void Nothing_is_generated_from_a_table_of_another_project()
    {
        var harness = GeneratorHarness.Run(new TestTable("Near.transitions", Near), new TestTable("/elsewhere/Far.transitions", Far) { Options = _import });

        Assert.Equal(["Near.g.cs"], harness.Result.GeneratedSources.Select(source => source.HintName));
        Assert.Empty(harness.Messages);
    }

    [Fact]
    public async Task A_comment_at_a_finding_switches_its_steps_off_too() =>
        Assert.Empty(await Analyze(
            new TestTable("Near.transitions", Near),
            new TestTable("Far.transitions", Far.Replace("-> R1", "-> R1 // protodsl: disable PDSL2103 the second is for the log"))));

    [Fact]
    public async Task A_step_can_be_switched_off_alone() =>
        Assert.Equal(3, (await Analyze(
            new TestTable("Near.transitions", Near.Replace("?B -> L2", "?B -> L2 // protodsl: disable PDSL2114 known")),
            new TestTable("Far.transitions", Far))).Count);

    [Theory]
    [InlineData("none", 0)]
    [InlineData("error", 4)]
    public async Task A_severity_takes_the_steps_with_it(string word, int expected)
    {
        var options = new Dictionary<string, string> { ["protodsl_diagnostic.PDSL2103.severity"] = word };
        Assert.Equal(expected, (await Analyze(new TestTable("Near.transitions", Near), new TestTable("Far.transitions", Far) { Options = options })).Count);
    }

    [Fact]
    public async Task A_partner_that_is_not_there_is_one_finding() =>
        Assert.Equal(["Near.transitions(13): No table of this build or of a referenced project is the protocol 'Far', which may have 'Right'; add the file, or a reference to its project ('Pair' is not checked)"],
            await Analyze(new TestTable("Near.transitions", Near)));

    [Fact]
    public async Task A_broken_partner_is_the_partner_s_affair() =>
        Assert.Empty(await Analyze(new TestTable("Near.transitions", Near), new TestTable("Far.transitions", Far.Replace("-> R1", "-> R2"))));

    [Fact]
    public async Task The_steps_travel_with_the_finding()
    {
        var harness = GeneratorHarness.Run(new TestTable("Near.transitions", Near), new TestTable("Far.transitions", Far));
        var finding = Assert.Single(await harness.Analyze(), diagnostic => diagnostic.Id == "PDSL2103");

        Assert.Equal(
            ["Near.transitions(6)", "Far.transitions(4)", "Near.transitions(8)"],
            finding.AdditionalLocations.Select(PlaceOf));
        Assert.StartsWith("scenario \"B is never read\" in Pair\n", finding.Properties["scenario"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_CSharp_checks_nothing_again()
    {
        var near = Near.Replace("fifo(2)", "fifo(7)"); // a text that no other test checks
        var harness = GeneratorHarness.Run(new TestTable("Near.transitions", near), new TestTable("Far.transitions", Far));
        await harness.Analyze();
        var first = CheckedSessions.Find(Table("Near", near), [Table("Far", Far)], VerificationOptions.From(TestOptions.Of([]).GlobalOptions).Budget);
        Assert.NotNull(first);

        harness.EditCSharp("internal static class Edited;");
        await harness.Analyze();

        // The same object, though the compiler hands over new texts: a check would have put another there.
        Assert.Same(first, CheckedSessions.Find(Table("Near", near), [Table("Far", Far)], VerificationOptions.From(TestOptions.Of([]).GlobalOptions).Budget));
    }

    [Fact]
    public void A_check_that_is_cancelled_is_not_remembered()
    {
        var near = Table("Near", Near.Replace("fifo(2)", "fifo(9)"));

        Assert.Throws<OperationCanceledException>(() => CheckedSessions.Of(near, [Table("Far", Far)], 1000, new CancellationToken(true)));
        Assert.Null(CheckedSessions.Find(near, [Table("Far", Far)], 1000));
    }

    private static async Task<IReadOnlyList<string>> Analyze(params TestTable[] tables) =>
    [
        .. (await GeneratorHarness.Run(tables).Analyze())
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(diagnostic => $"{PlaceOf(diagnostic.Location)}: {Start(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Start(string message) => message.Contains(": ", StringComparison.Ordinal) ? message[..message.IndexOf(": ", StringComparison.Ordinal)].Split(" to PDSL")[0] : message;

    private static string PlaceOf(Location location) =>
        $"{Path.GetFileName(location.GetLineSpan().Path)}({location.GetLineSpan().StartLinePosition.Line + 1})";

    private static BuildTable Table(string name, string text)
    {
        var path = GeneratorHarness.Folder + name + ".transitions";
        return new BuildTable(
            new TableText(path, name + ".transitions", path, text, SeverityChoices.None), text, new TableFile(path, TransitionFile.Read(text, name)));
    }
}
