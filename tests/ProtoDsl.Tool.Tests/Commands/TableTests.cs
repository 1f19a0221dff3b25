using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl table</c> and <c>protodsl import table</c>.</summary>
public sealed class TableTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public TableTests() => _tool.WithSample("Door").WithSample("Tcp");

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_matrix_of_a_small_machine()
    {
        var text = await _tool.Run("table", "Door.transitions");

        Assert.Equal(new ToolResult(0, """
            Door    Open       Close      Lock       Unlock
            Closed  -> Opened  ·          -> Locked  ·
            Opened  ·          -> Closed  forbid     ·
            Locked  forbid     ·          ·          -> Closed

            """.ReplaceLineEndings("\n"), "12 cells, 6 of them holes\n"), text);
        Assert.StartsWith("| Door | Open |", (await _tool.Run("table", "Door.transitions", "--markdown")).Out, StringComparison.Ordinal);
        Assert.Contains("\nLocked,\"forbid \"\"it is locked\"\"\",,,-> Closed\n", (await _tool.Run("table", "Door.transitions", "--csv")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tcp.transitions -m TcpConection", "there is no machine 'TcpConection'; did you mean 'TcpConnection'?")]
    [InlineData("Door.transitions --csv --markdown", "choose one of --markdown and --csv")]
    public async Task What_is_not_there_is_told(string arguments, string message) =>
        Assert.Equal(new ToolResult(2, "", $"error: {message}\n"), await _tool.Run(["table", .. arguments.Split(' ')]));

    [Fact]
    public async Task There_and_back_gives_a_table_that_checks_clean()
    {
        _tool.With("Door.csv", (await _tool.Run("table", "Door.transitions", "--csv")).Out);

        Assert.Equal(new ToolResult(0, "", "new/Door.transitions written\n"), await _tool.Run("import", "table", "Door.csv", "-o", "new/Door.transitions"));
        Assert.Equal(0, (await _tool.Run("check", "new")).ExitCode);
        Assert.Equal((await _tool.Run("table", "Door.transitions")).Out, (await _tool.Run("table", "new")).Out);
        Assert.Equal(new ToolResult(2, "", "error: 'new/Door.transitions' exists; remove it first, or choose another name\n"), await _tool.Run("import", "table", "Door.csv", "-o", "new/Door.transitions"));
    }

    [Fact]
    public async Task What_is_not_taken_over_is_told_and_in_the_table()
    {
        _tool.Input = "Lamp,toggle\nOff,On\nOn,Offf\n";

        var result = await _tool.Run("import", "table", "-");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("    // not imported, toggle: Offf\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("not taken over: (On, toggle): 'Offf': 'Offf' is no state (did you mean 'Off'?)", result.Error, StringComparison.Ordinal);
        Assert.Contains("note: no state says 'initial'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Door.csv", "there is no file 'Door.csv'")]
    [InlineData(".", "'.' is a folder; name a file")]
    [InlineData("-", "cannot import '-': a matrix has a head line with the events, and a line for each state, beginning with its name")]
    public async Task What_is_no_matrix_is_told(string file, string message) =>
        Assert.Equal(new ToolResult(2, "", $"error: {message}\n"), await _tool.Run("import", "table", file));
}
