using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Generation;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>What is said about a table, where, and by whom.</summary>
public sealed class FindingTests
{
    private static readonly string _misspelt = SampleTables.Text("Door").Replace("Lock   -> Locked", "Lock   -> Loked");
    private static readonly string _unused = SampleTables.Text("Door").Replace("call Open,", "call Knock, Open,");

    [Fact]
    public void An_error_stands_at_its_word_and_asks_what_was_meant()
    {
        var project = GeneratorHarness.Run(new TestTable("Tables/Door.transitions", _misspelt));

        var expected = _misspelt.Split('\n').Index().Single(line => line.Item.Contains("Loked", StringComparison.Ordinal));
        Assert.Equal(
            [$"Tables/Door.transitions({expected.Index + 1},{expected.Item.IndexOf("Loked", StringComparison.Ordinal) + 1}): error PDSL1020: 'Loked' is no state of 'Door'; did you mean 'Locked'?"],
            project.Messages);
        var span = Assert.Single(project.Result.Diagnostics).Location.SourceSpan;
        Assert.Equal("Loked", _misspelt.Substring(span.Start, span.Length));
    }

    [Fact]
    public async Task An_error_is_the_generator_s_and_its_repair_the_analyzer_s()
    {
        var project = GeneratorHarness.Run(new TestTable("Door.transitions", _misspelt));

        var repair = Assert.Single(await project.Analyze());
        Assert.Equal(("PDSL9005", DiagnosticSeverity.Hidden), (repair.Id, repair.Severity));
        Assert.Equal(project.Result.Diagnostics.Single().Location.SourceSpan, repair.Location.SourceSpan);
        Assert.Contains("Locked", repair.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_is_the_analyzer_s()
    {
        var project = GeneratorHarness.Run(new TestTable("Door.transitions", _unused));

        Assert.Empty(project.Messages);
        var warning = Assert.Single(await project.Analyze());
        Assert.Equal(("PDSL1090", DiagnosticSeverity.Warning), (warning.Id, warning.Severity));
        Assert.StartsWith("Door.transitions(", GeneratorHarness.Describe(warning), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData(" Warning ", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    [InlineData("none", null)]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("nonsense", DiagnosticSeverity.Warning)]
    public async Task A_project_chooses_how_grave_a_warning_is(string word, DiagnosticSeverity? expected)
    {
        var project = GeneratorHarness.Run(new TestTable("Door.transitions", _unused) { Options = Severity("PDSL1090", word) });

        Assert.Equal(expected is { } severity ? [severity] : [], (await project.Analyze()).Select(diagnostic => diagnostic.Severity));
    }

    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("none", null)]
    public void A_project_chooses_how_grave_an_error_is(string word, DiagnosticSeverity? expected)
    {
        var project = GeneratorHarness.Run(new TestTable("Door.transitions", _misspelt) { Options = Severity("pdsl1020", word) });

        Assert.Equal(expected is { } severity ? [severity] : [], project.Result.Diagnostics.Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public void Every_rule_about_tables_is_the_generator_s_or_the_analyzer_s()
    {
        var analyzer = new TableAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).ToHashSet();

        Assert.NotEmpty(CheckCatalog.All);
        Assert.All(CheckCatalog.All, rule => Assert.NotEqual(rule.DefaultSeverity == TableSeverity.Error, analyzer.Contains(rule.Id)));
    }

    [Fact]
    public void Two_tables_that_generate_one_class_are_one_clear_error()
    {
        var door = SampleTables.Text("Door");
        var project = GeneratorHarness.Run(new TestTable("Front/Door.transitions", door), new TestTable("Back/Door.transitions", door));

        var line = door.Split('\n').Index().Single(line => line.Item.Contains("machine Door", StringComparison.Ordinal));
        Assert.Equal(
            [$"Front/Door.transitions({line.Index + 1},{line.Item.IndexOf("Door", StringComparison.Ordinal) + 1}): error PDSL9004: 'Door' is generated from 'Back/Door.transitions' already, so nothing is generated from 'Front/Door.transitions': give one of the two a 'namespace' line, or another name"],
            project.Messages);
        Assert.Equal(["Back.Door.g.cs"], project.Result.GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void A_class_of_one_table_and_an_enum_of_another_clash_too()
    {
        var project = GeneratorHarness.Run(
            new TestTable("A.transitions", SampleTables.Text("Door")),
            new TestTable("B.transitions", "machine DoorState\ncall Go\ninitial state A\n    Go -> A\n"));

        Assert.StartsWith("B.transitions(1,9): error PDSL9004: 'DoorState' is generated from 'A.transitions' already", Assert.Single(project.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tables_of_one_name_in_two_folders_both_generate()
    {
        var door = SampleTables.Text("Door");
        var project = GeneratorHarness.Run(
            new TestTable("Front/Door.transitions", "namespace Front\n" + door), new TestTable("Back/Door.transitions", "namespace Back\n" + door));

        Assert.Empty(project.Messages);
        Assert.Equal(["Front.Door.g.cs", "Back.Door.g.cs"], project.Result.GeneratedSources.Select(source => source.HintName));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp1, "1")]
    public void A_language_that_is_too_old_is_one_clear_error(LanguageVersion language, string name)
    {
        TestTable[] tables = [new("Door.transitions", SampleTables.Text("Door")), new("Tcp.transitions", SampleTables.Text("Tcp"))];
        var project = GeneratorHarness.Run(new TransitionGenerator(), tables, language, TargetFramework.NetStandard20, "class Unrelated { }");

        Assert.Equal(
            [$"error PDSL9002: This project compiles as C# {name}, and the machines generated from its transition files need C# 8 or later: write <LangVersion>8.0</LangVersion> (or 'latest') in the project file"],
            project.Result.Diagnostics.Select(GeneratorHarness.Describe));
        Assert.Empty(project.Result.GeneratedSources);
    }

    [Fact]
    public void Without_a_table_no_language_is_too_old() =>
        Assert.Empty(GeneratorHarness.Run(new TransitionGenerator(), [], LanguageVersion.CSharp7_3, source: "class Unrelated { }").Result.Diagnostics);

    private static Dictionary<string, string> Severity(string id, string word) => new() { [$"protodsl_diagnostic.{id}.severity"] = word };
}
