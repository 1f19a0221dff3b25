using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;
using ProtoDsl.CodeFixes.Usage;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>All findings of a kind are repaired at once.</summary>
public sealed class FixAllTests
{
    [Fact]
    public Task Guards() => Verify(
        new GuardFixProvider(),
        "ProtoDsl.Guard",
        Tables.Door,
        Snippet.Statements("""
            var door = new Acme.Door();
            door.Lock();
            var other = new Acme.Door();
            other.Lock();
            """, "void Run()").Replace("using Acme;\n", ""),
        Snippet.Statements("""
            var door = new Acme.Door();
            if (door.State is DoorState.Opened)
            {
                door.Lock();
            }
            var other = new Acme.Door();
            if (other.State is DoorState.Opened)
            {
                other.Lock();
            }
            """, "void Run()"));

    [Fact]
    public Task Tried_events() => Verify(
        new TryFixProvider(),
        "ProtoDsl.Try",
        Tables.Door,
        Snippet.Statements("var door = new Door();\ndoor.Lock();\nvisited = new Door();\nvisited.Lock();"),
        Snippet.Statements("""
            var door = new Door();
            if (!door.TryLock())
            {
                return;
            }
            visited = new Door();
            if (!visited.TryLock())
            {
                return;
            }
            """));

    [Theory]
    [InlineData("ProtoDsl.TestResult", "if (!visited.TryLock())\n{\n    return;\n}\nif (!visited.TryOpen())\n{\n    return;\n}")]
    [InlineData("ProtoDsl.Raise", "visited.Lock();\nvisited.Open();")]
    [InlineData("ProtoDsl.Discard", "_ = visited.TryLock();\n_ = visited.TryOpen();")]
    public Task Ignored_results(string kind, string after) => Verify(
        new IgnoredTryFixProvider(),
        kind,
        Tables.Door.Replace("Lock   -> Locked", "Lock   -> Closed"),
        Snippet.Statements("visited.TryLock();\nvisited.TryOpen();"),
        Snippet.Statements(after));

    [Fact]
    public Task Awaited_events() => Verify(
        new AwaitFixProvider(),
        "ProtoDsl.Await",
        Tables.AsyncDoor,
        Snippet.Statements("visited.OpenAsync();\nvisited.CloseAsync();", "async Task Run(Door visited)"),
        Snippet.Statements("await visited.OpenAsync();\nawait visited.CloseAsync();", "async Task Run(Door visited)"));

    [Fact]
    public async Task Contracts()
    {
        const string Before = "public static void Run(Door one, Door two) => Console.WriteLine();";
        const string After = "public static void Run([InState(DoorState.Opened)] Door one, [InState(DoorState.Closed)] Door two) => Console.WriteLine();";
        using var project = new UsageProject(Tables.Door, Snippet.Members(Before));
        var findings = new[]
        {
            await new MadeFinding("PDSL3010", "one", ("States", "Opened")).InAsync(project.Document),
            await new MadeFinding("PDSL3010", "two", ("States", "Closed")).InAsync(project.Document),
        };

        await project.ApplyAsync((await project.FixAllAsync(new InStateFixProvider(), "ProtoDsl.InState", findings))!);

        Assert.Equal(Snippet.Members(After).Replace("using Acme;", "using Acme;\nusing ProtoDsl;"), project.Text);
        Assert.Empty(await project.ErrorsAsync());
    }

    [Fact]
    public void A_missing_event_is_looked_at_one_by_one() => Assert.Equal(
        [typeof(MissingEventFixProvider)],
        Providers.All.Where(provider => provider.GetFixAllProvider() is null).Select(provider => provider.GetType()));

    private static async Task Verify(CodeFixProvider provider, string kind, string table, string before, string after)
    {
        using var project = new UsageProject(table, before);
        Assert.Empty(await project.ErrorsAsync());
        var findings = await project.FindAsync();
        Assert.Equal(2, findings.Length);

        await project.ApplyAsync((await project.FixAllAsync(provider, kind, findings))!);

        Assert.Equal(after, project.Text);
        Assert.Empty(await project.ErrorsAsync());
        Assert.DoesNotContain(await project.FindAsync(), finding => finding.Id == findings[0].Id);
    }
}
