using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl graph</c>.</summary>
public sealed class GraphTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Mermaid_goes_to_standard_output()
    {
        _tool.WithSample("Door");

        var result = await _tool.Run("graph");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("flowchart TB\n    s0(\"<b>Closed</b>\")\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svg", "<svg ")]
    [InlineData("dot", "digraph \"Door\" {")]
    [InlineData("html", "<!doctype html>")]
    public async Task Other_formats_go_to_a_file(string format, string start)
    {
        _tool.WithSample("Door");

        Assert.Equal(new ToolResult(0, "", "new/door.out written\n"), await _tool.Run("graph", "Door.transitions", "--format", format, "--output", "new/door.out"));
        Assert.StartsWith(start, _tool.Read("new/door.out"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_machines_need_a_folder_or_a_name()
    {
        _tool.WithSample("Door").WithSample("Ppp");

        Assert.Equal("error: there are 2 pictures (Door, Lcp); name one of them, or a folder for all with --output\n", (await _tool.Run("graph")).Error);
        Assert.Equal("error: there are 2 pictures (Door, Lcp); 'all.svg' is one file: name a folder\n", (await _tool.Run("graph", "-f", "svg", "-o", "all.svg")).Error);
        Assert.Equal("error: there is no machine 'Dor'; did you mean 'Door'?\n", (await _tool.Run("graph", "--machine", "Dor")).Error);
        Assert.Equal(0, (await _tool.Run("graph", "-f", "svg", "-o", "all")).ExitCode);
        Assert.Equal(["Door.svg", "Lcp.svg"], Directory.GetFiles(_tool.PathOf("all")).Select(Path.GetFileName).Order());
        Assert.Equal(0, (await _tool.Run("graph", "-f", "html", "-o", "all")).ExitCode);
        Assert.Contains("session", _tool.Read("all/Ppp.html"), StringComparison.Ordinal);
        Assert.Equal("error: a page has all machines of its table: leave --machine out\n", (await _tool.Run("graph", "-f", "html", "-m", "Lcp")).Error);
        Assert.Contains("ReqSent", (await _tool.Run("graph", "--machine", "Lcp")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_say_what_is_drawn()
    {
        _tool.WithSample("Tcp");

        var drawn = await _tool.Run("graph", "--show-ignored", "--show-forbidden", "--hide-actions", "--shared-as-edges");

        Assert.Contains("forbid Send", drawn.Out, StringComparison.Ordinal);
        Assert.Contains("ignore ?RST", drawn.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("deliver", drawn.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("in Ending", drawn.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_drawn_says_why()
    {
        _tool.With("Broken.transitions", "machine M\ncall A\ninitial state S\n    A -> T\n").With("Empty.transitions", "message A\n");

        var broken = await _tool.Run("graph", "Broken.transitions");
        Assert.Equal((1, ""), (broken.ExitCode, broken.Out));
        Assert.Contains("'T' is no state of 'M'", broken.Error, StringComparison.Ordinal);
        Assert.Equal("error: there is no machine in this table\n", (await _tool.Run("graph", "Empty.transitions")).Error);
    }
}
