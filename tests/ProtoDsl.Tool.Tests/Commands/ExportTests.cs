using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl export</c>. That other checkers read the models, and agree, is tested where they are made.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public ExportTests() => _tool.WithSample("Tcp");

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Each_session_is_a_file_and_its_name_is_told()
    {
        Assert.Equal(new ToolResult(0, "", "models/Pair.pml written\nmodels/Crossing.pml written\n"), await _tool.Run("export", "promela", "-o", "models"));
        Assert.Equal(new ToolResult(0, "", "Pair.tla written\nPair.cfg written\n"), await _tool.Run("export", "tla", "Tcp.transitions", "-s", "Pair"));

        Assert.Contains("active proctype client()", _tool.Read("models/Pair.pml"), StringComparison.Ordinal);
        Assert.Contains("MODULE Pair", _tool.Read("Pair.tla"), StringComparison.Ordinal);
        Assert.Contains("INVARIANT", _tool.Read("Pair.cfg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_and_another_capacity()
    {
        var written = await _tool.Run("export", "promela", "-s", "Pair", "--capacity", "8", "-o", "-");

        Assert.Contains("#define K 8 ", written.Out, StringComparison.Ordinal);
        Assert.Equal((0, "", 1), (written.ExitCode, written.Error, Directory.GetFiles(_tool.Folder).Length));
    }

    [Theory]
    [InlineData("promela -s Pear", "there is no session 'Pear'; there is Pair, Crossing")]
    [InlineData("tla -s Pair --capacity 65", "the capacity of 'Pair' can be 1 to 64")]
    [InlineData("tla -s Pair -o Tcp.transitions", null)]
    public async Task What_cannot_be_written_is_told(string arguments, string? message)
    {
        var result = await _tool.Run(["export", .. arguments.Split(' ')]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message is null ? "error: cannot write 'Tcp.transitions/Pair.tla': " : $"error: {message}\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_table_and_tables_that_do_not_fit_are_told_with_their_findings()
    {
        var table = _tool.Read("Tcp.transitions");
        _tool.With("Tcp.transitions", table.Replace("-> CLOSING", "-> CLOSNG", StringComparison.Ordinal));
        var broken = await _tool.Run("export", "tla");
        _tool.With("Tcp.transitions", "import Nowhere\n" + table.Replace("client : TcpConnection", "client : Nobody", StringComparison.Ordinal));
        var unfit = await _tool.Run("export", "tla", "-s", "Pair");

        Assert.Equal(new ToolResult(1, "", "Tcp.transitions(79,62): error PDSL1020: 'CLOSNG' is no state of 'TcpConnection'; did you mean 'CLOSING'?\nerror: 'Tcp.transitions' has errors; remove them first\n"), broken);
        Assert.Contains("warning PDSL2109: No table of this build or of a referenced project is the protocol 'Nowhere'", unfit.Error, StringComparison.Ordinal);
        Assert.EndsWith("error: the tables of 'Pair' do not fit together\n", unfit.Error, StringComparison.Ordinal);
    }
}
