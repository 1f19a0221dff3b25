using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3006;

public sealed class Diagnostics
{
    [Fact]
    public void Where_a_task_is_dropped() => UsageTest.Verify(
        """
        void M(AsyncDoor d) { /*!PDSL3006*/d.OpenAsync(); }
        void N(AsyncDoor? d) { /*!PDSL3006*/d?.OpenAsync(); }
        void P(AsyncDoor d) { /*!PDSL3006*/d.TryOpenAsync().ConfigureAwait(false); }
        void L(AsyncDoor d) { Action a = () => /*!PDSL3006*/d.OpenAsync(); }
        """);

    [Fact]
    public void Its_message_says_what_to_write() => Assert.Equal(
        "'OpenAsync' is not awaited: 'd' is in its new state only when the task is done, and until then every other event throws. Write 'await' before it.",
        UsageTest.Message("void M(AsyncDoor d) { d.OpenAsync(); }"));
}

public sealed class Valid
{
    [Theory]
    [InlineData("async Task M(AsyncDoor d) { await d.OpenAsync(); await d.CloseAsync().ConfigureAwait(false); }")]
    [InlineData("ValueTask<AsyncDoorState> M(AsyncDoor d) => d.OpenAsync();")]
    [InlineData("async Task M(AsyncDoor d) { var t = d.OpenAsync(); await t; }")]
    [InlineData("void M(AsyncDoor d) { _ = d.OpenAsync(); }")]
    [InlineData("void M(AsyncDoor d) { d.Save(); d.Elapsed(1); }")]
    public void Says_nothing(string members) => UsageTest.Verify(members);
}
