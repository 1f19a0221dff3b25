using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Tests.Diagnostics;

public sealed class NameSuggestionTests
{
    [Theory]
    [InlineData("FIN_WIAT_2", "FIN_WAIT_2")]
    [InlineData("FIN_WAIT2", "FIN_WAIT_2")]
    [InlineData("fin_wait_2", "FIN_WAIT_2")]
    [InlineData("CLOSE", "CLOSED")]
    [InlineData("syn", "SYN")]
    [InlineData("a", "A")]
    [InlineData("LISTEM", "LISTEN")]
    public void The_nearest_name_is_found(string name, string expected) =>
        Assert.Equal(expected, NameSuggestion.Find(name, ["FIN_WAIT_1", "FIN_WAIT_2", "CLOSED", "CLOSING", "LISTEN", "SYN", "A"]));

    [Theory]
    [InlineData("SYN")]
    [InlineData("OPEN")]
    [InlineData("Z")]
    [InlineData("")]
    public void Nothing_is_guessed_where_nothing_is_near(string name) => Assert.Null(NameSuggestion.Find(name, ["FIN", "CLOSED", "A"]));

    [Fact]
    public void Long_names_cost_nothing() =>
        Assert.Null(NameSuggestion.Find(new string('x', 1_000_000), [new string('x', 999_999), "x"]));
}
