using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProtoDsl.Testing;

namespace ProtoDsl.CodeFixes.Tests;

/// <summary>A misspelt name is repaired where it stands.</summary>
public sealed class TableFixTests
{
    private static readonly string _door = SampleTables.Text("Door");

    [Theory]
    [InlineData("-> Locked", "-> Loked")]
    [InlineData("Close  ->", "Clsoe  ->")]
    [InlineData("state Opened", "sttae Opened")]
    public async Task A_misspelt_word_becomes_the_one_that_was_meant(string right, string wrong)
    {
        using var workspace = new TableWorkspace(_door.Replace(right, wrong));
        var found = await workspace.DiagnoseAsync();
        Assert.Contains(found, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var repair = found.First(diagnostic => diagnostic.Id == "PDSL9005");
        var action = Assert.Single(await workspace.OfferAsync(repair));
        Assert.Equal(repair.GetMessage(System.Globalization.CultureInfo.InvariantCulture), action.Title);
        await workspace.ApplyAsync(action);

        Assert.Equal(_door, await workspace.TextAsync());
        Assert.Empty(await workspace.DiagnoseAsync());
    }

    [Fact]
    public async Task A_name_that_is_repeated_is_removed()
    {
        const string section = "in Opened, Locked";
        var table = _door.Replace("call Open,", "call Knock, Open,") + section + "\n    Knock / answer\n";
        using var workspace = new TableWorkspace(table.Replace(section, section + ",  Opened"));
        var repeated = Assert.Single(await workspace.DiagnoseAsync());
        Assert.Equal("PDSL1026", repeated.Id);

        await workspace.ApplyAsync(Assert.Single(await workspace.OfferAsync(repeated)));

        Assert.Equal(table, await workspace.TextAsync());
    }

    [Fact]
    public async Task Two_mistakes_are_two_repairs()
    {
        using var workspace = new TableWorkspace(_door.Replace("-> Locked", "-> Loked").Replace("-> Opened", "-> Opend"));

        for (var left = 2; left > 0; left--)
        {
            var repairs = (await workspace.DiagnoseAsync()).Where(diagnostic => diagnostic.Id == "PDSL9005").ToArray();
            Assert.Equal(left, repairs.Length);
            await workspace.ApplyAsync(Assert.Single(await workspace.OfferAsync(repairs[0])));
        }

        Assert.Equal(_door, await workspace.TextAsync());
    }

    [Fact]
    public async Task The_error_itself_offers_nothing_so_that_nothing_is_offered_twice()
    {
        using var workspace = new TableWorkspace(_door.Replace("-> Locked", "-> Loked"));

        var error = (await workspace.DiagnoseAsync()).Single(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.DoesNotContain(error.Id, new TableFixProvider().FixableDiagnosticIds);
    }

    [Fact]
    public async Task A_repair_of_an_older_text_is_not_offered()
    {
        using var workspace = new TableWorkspace(_door.Replace("-> Locked", "-> Loked"));
        var repair = (await workspace.DiagnoseAsync()).Single(diagnostic => diagnostic.Id == "PDSL9005");
        await workspace.ApplyAsync(Assert.Single(await workspace.OfferAsync(repair)));

        Assert.Empty(await workspace.OfferAsync(repair));
    }

    [Fact]
    public void Editors_find_it_for_tables_only()
    {
        var export = (ExportCodeFixProviderAttribute)Attribute.GetCustomAttribute(typeof(TableFixProvider), typeof(ExportCodeFixProviderAttribute))!;

        Assert.Equal(["AdditionalDocument"], export.DocumentKinds ?? []);
        Assert.Equal([".transitions"], export.DocumentExtensions ?? []);
        Assert.Null(new TableFixProvider().GetFixAllProvider());
    }
}
