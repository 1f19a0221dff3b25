using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>Results that nobody heeded: of TryX, and tasks.</summary>
public sealed class IgnoredResultTests
{
    [Theory]
    [InlineData("Test the result: 'return' where it is refused", "visited.TryLock();", "if (!visited.TryLock())\n{\n    return;\n}")]
    [InlineData("Call 'Lock', which throws where it is illegal", "visited.TryLock(); // now", "visited.Lock(); // now")]
    [InlineData("Discard the result: '_ = '", "visited.TryLock();", "_ = visited.TryLock();")]
    [InlineData("Discard the result: '_ = '", "visited?.TryLock();", "_ = visited?.TryLock();")]
    [InlineData("Call 'Lock', which throws where it is illegal", "Action act = () => visited.TryLock();", "Action act = () => visited.Lock();")]
    [InlineData("Discard the result: '_ = '", "Action act = () => visited.TryLock();", "Action act = () => _ = visited.TryLock();")]
    public Task Of_a_tried_event(string title, string before, string after) =>
        FixTest.Verify(Tables.Door, title, Snippet.Statements(before), Snippet.Statements(after));

    [Fact]
    public async Task A_variable_of_that_name_is_no_discard() => Assert.DoesNotContain(
        await FixTest.Titles(Tables.Door, Snippet.Statements("var _ = 1;\nvisited.TryLock();")),
        title => title.StartsWith("Discard", StringComparison.Ordinal));

    [Theory]
    [InlineData("Await 'LockAsync'", "visited.LockAsync();", "await visited.LockAsync();")]
    [InlineData("Await 'LockAsync'", "visited.LockAsync().ConfigureAwait(false);", "await visited.LockAsync().ConfigureAwait(false);")]
    [InlineData("Await 'TryLockAsync', and 'return' where it is refused", "visited.TryLockAsync();", "if (!await visited.TryLockAsync())\n{\n    return;\n}")]
    public Task Of_an_asynchronous_event(string title, string before, string after) =>
        FixTest.Verify(Tables.AsyncDoor, title, Snippet.Statements(before, "async Task Run(Door visited)"), Snippet.Statements(after, "async Task Run(Door visited)"));

    [Fact]
    public Task In_an_asynchronous_lambda() => FixTest.Verify(
        Tables.AsyncDoor,
        "Await 'LockAsync'",
        Snippet.Statements("Func<Task> act = async () => visited.LockAsync();"),
        Snippet.Statements("Func<Task> act = async () => await visited.LockAsync();"));

    [Theory]
    [InlineData("void Run(Door visited)", "visited.LockAsync();")]
    [InlineData("async Task Run(Door? visited)", "visited?.LockAsync();")]
    [InlineData("async Task Run(Door visited)", "Action act = () => { visited.LockAsync(); }; await Task.Yield();")]
    [InlineData("async Task Run(Door visited)", "await Task.Yield(); lock (visited) { visited.LockAsync(); }")]
    [InlineData("async Task Run(Door visited)", "await Task.Yield(); unsafe { visited.LockAsync(); }")]
    public async Task No_await_where_the_language_has_none(string signature, string statements) =>
        Assert.Empty(await FixTest.Titles(Tables.AsyncDoor, Snippet.Statements(statements, signature)));
}
