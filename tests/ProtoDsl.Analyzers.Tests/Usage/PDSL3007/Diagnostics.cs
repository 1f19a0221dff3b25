using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3007;

public sealed class Diagnostics
{
    [Fact]
    public void Where_a_result_is_dropped() => UsageTest.Verify(
        """
        void M(Conn c) { /*!PDSL3007*/c.TrySend(); }
        void N(Conn? c) { /*!PDSL3007*/c?.TrySend(); }
        void R(Conn c) { /*!PDSL3007*/c.TryReceive(new Fin()); }
        async Task A(AsyncDoor d) { /*!PDSL3007*/await d.TryOpenAsync(); }
        void L(Conn c) { Action a = () => /*!PDSL3007*/c.TrySend(); }
        void E(Conn c) => /*!PDSL3007*/c.TrySend();
        """);

    [Fact]
    public void Its_message_says_what_to_write() => Assert.Equal(
        "The result of 'TrySend' is ignored, so nobody learns when 'Send' did not happen: test it, call 'Send', which throws, or write '_ = ' before it.",
        UsageTest.Message("void M(Conn c) { c.TrySend(); }"));
}

public sealed class Valid
{
    [Theory]
    [InlineData("bool M(Conn c) => c.TrySend();")]
    [InlineData("void M(Conn c) { _ = c.TrySend(); }")]
    [InlineData("void M(Conn c) { if (!c.TrySend()) c.Abort(); }")]
    [InlineData("void M(Conn c) { var sent = c.TrySend(); Console.WriteLine(sent); }")]
    [InlineData("void M(Conn c) { Func<bool> f = () => c.TrySend(); }")]
    [InlineData("class Other { public bool TrySend() => true; } void M(Other o) { o.TrySend(); }")]
    public void Says_nothing(string members) => UsageTest.Verify(members);
}
