using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Generation;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>What an edit costs.</summary>
public sealed class Incrementality
{
    private static readonly string[] _perTable =
        [Steps.Text, Steps.Reading, Steps.Request, Steps.Placed, Steps.Protocol, Steps.Source, Steps.Types, Steps.TypeChecks, Steps.Findings];

    [Fact]
    public void An_edit_of_C_sharp_leaves_every_step_cached()
    {
        var project = Project();

        project.EditCSharp("internal static class Unrelated { public static int Answer => 42; }");

        foreach (var step in _perTable.Append(Steps.Plan))
        {
            Assert.All(project.Reasons(step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
    }

    [Fact]
    public void A_comment_in_a_table_generates_nothing_anew()
    {
        var project = Project();
        var table = project.Tables[0];
        var before = project.Source("Tcp.g.cs");

        project.Edit(table, "// A remark.\n\n" + table.GetText());

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], project.Reasons(Steps.Reading));
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached], project.Reasons(Steps.Protocol));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], project.Reasons(Steps.Source));
        Assert.Equal(before, project.Source("Tcp.g.cs"));
    }

    [Fact]
    public void A_new_row_generates_its_own_table_only()
    {
        var project = Project();
        var table = project.Tables[1];

        project.Edit(table, table.GetText() + "\n    ignore Close\n");

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], project.Reasons(Steps.Source));
        Assert.Empty(project.Messages);
    }

    [Fact]
    public void No_step_holds_on_to_the_compilation()
    {
        var project = Project();

        var outputs = project.Result.TrackedSteps
            .Where(step => _perTable.Contains(step.Key) || step.Key is Steps.Plan or Steps.Language)
            .SelectMany(step => step.Value.SelectMany(run => run.Outputs).Select(output => (Step: step.Key, output.Value)))
            .ToArray();

        Assert.Equal(_perTable.Length + 2, outputs.Select(output => output.Step).Distinct().Count());
        Assert.All(outputs, output => ObjectGraph.Visit(output.Value, value => Assert.False(
            value is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location or Diagnostic or AdditionalText or Microsoft.CodeAnalysis.Text.SourceText,
            $"Step {output.Step} holds a {value.GetType()}.")));
    }

    [Fact]
    public void Every_run_gives_the_same_bytes()
    {
        var first = Project();
        var second = Project();

        Assert.Equal(3, first.Result.GeneratedSources.Length);
        Assert.Equal(
            first.Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())),
            second.Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void No_source_names_the_folder_but_the_type_check_where_the_project_allows(bool deterministic, int expected)
    {
        var project = GeneratorHarness.Run(
            new TransitionGenerator(), [new TestTable("Tcp.transitions", SampleTables.Text("Tcp"))], deterministic: deterministic);

        var sources = project.Result.GeneratedSources.Where(source => source.SourceText.ToString().Contains(GeneratorHarness.Folder, StringComparison.Ordinal));

        Assert.Equal(expected, sources.Count(source => source.HintName == "Tcp.Types.g.cs"));
        Assert.Equal(expected, sources.Count());
    }

    [Fact]
    public void The_order_of_the_tables_changes_no_source()
    {
        TestTable[] tables = [new("b/Door.transitions", Door("B")), new("a/Door.transitions", Door("A")), new("a/Door-2.transitions", Door("A"))];

        var forward = GeneratorHarness.Run(tables);
        var backward = GeneratorHarness.Run([.. tables.Reverse()]);

        Assert.Equal(Sources(forward), Sources(backward));
        Assert.Equal(forward.Messages, backward.Messages);

        static IEnumerable<string> Sources(GeneratorHarness project) =>
            project.Result.GeneratedSources.Select(source => source.HintName + source.SourceText).Order(StringComparer.Ordinal);

        static string Door(string @namespace) => $"namespace {@namespace}\n{SampleTables.Text("Door")}";
    }

    private static GeneratorHarness Project()
    {
        var project = GeneratorHarness.Run(
            new TestTable("Tcp.transitions", SampleTables.Text("Tcp")),
            new TestTable("Tables/Door.transitions", SampleTables.Text("Door")));
        Assert.Empty(project.Messages);
        return project;
    }
}
