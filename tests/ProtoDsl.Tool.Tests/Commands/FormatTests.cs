using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl fmt</c>.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Crooked = "machine Door\ncall Open\ninitial state Closed\n  Open   ->   Closed // again\n";
    private const string Straight = "machine Door\ncall Open\ninitial state Closed\n    Open   -> Closed   // again\n";

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task It_rewrites_what_is_crooked_and_names_it()
    {
        _tool.With("a/Crooked.transitions", Crooked).With("b/Straight.transitions", Straight);

        var first = await _tool.Run("fmt");
        var second = await _tool.Run("fmt");

        Assert.Equal(new ToolResult(0, "a/Crooked.transitions formatted\n", ""), first);
        Assert.Equal(new ToolResult(0, "", ""), second);
        Assert.Equal(Straight, _tool.Read("a/Crooked.transitions"));
        Assert.Equal(["Crooked.transitions"], Directory.GetFiles(_tool.PathOf("a")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Check_changes_nothing_and_exits_with_1()
    {
        _tool.With("Crooked.transitions", Crooked).With("Straight.transitions", Straight);

        Assert.Equal(new ToolResult(1, "Crooked.transitions is not formatted\n", ""), await _tool.Run("fmt", "--check"));
        Assert.Equal(new ToolResult(0, "", ""), await _tool.Run("fmt", "--check", "Straight.transitions"));
        Assert.Equal(Crooked, _tool.Read("Crooked.transitions"));
    }

    [Fact]
    public async Task Standard_input_goes_to_standard_output()
    {
        _tool.Input = Crooked;

        Assert.Equal(new ToolResult(0, Straight, ""), await _tool.Run("fmt", "-"));
        Assert.Equal(new ToolResult(1, "x.transitions is not formatted\n", ""), await _tool.Run("fmt", "--check", "-", "--stdin-path", "x.transitions"));
    }

    /// <summary>Line ends, byte order mark and other encodings are as they were; what cannot be written back is not touched.</summary>
    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    public async Task Bytes_that_are_not_about_columns_stay(string encoding, bool hasMark)
    {
        var codec = System.Text.Encoding.GetEncoding(encoding);
        byte[] BytesOf(string text) => [.. hasMark ? codec.GetPreamble() : [], .. codec.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))];
        _tool.With("Door.transitions", BytesOf(Crooked));

        Assert.Equal(0, (await _tool.Run("fmt", "Door.transitions")).ExitCode);
        Assert.Equal(BytesOf(Straight), File.ReadAllBytes(_tool.PathOf("Door.transitions")));
    }

    [Fact]
    public async Task What_is_no_text_is_left_alone()
    {
        byte[] latin = [.. System.Text.Encoding.Latin1.GetBytes(Crooked.Replace("again", "wieder schön", StringComparison.Ordinal))];
        _tool.With("Latin.transitions", latin).With("Picture.transitions", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1]);

        var told = await _tool.Run("fmt", "Latin.transitions");
        var picture = await _tool.Run("fmt", "Picture.transitions");

        Assert.Equal(new ToolResult(2, "", "error: cannot format 'Latin.transitions': some of its bytes are no text in utf-8, and would be lost; save it as UTF-8\n"), told);
        Assert.StartsWith("error: cannot format 'Picture.transitions': This is not a text file", picture.Error, StringComparison.Ordinal);
        Assert.Equal(latin, File.ReadAllBytes(_tool.PathOf("Latin.transitions")));

        _tool.With("Zoo.transitions", Crooked);
        var all = await _tool.Run("fmt");
        Assert.Equal((2, "Zoo.transitions formatted\n", 2), (all.ExitCode, all.Out, all.Error.Split("error: cannot format").Length - 1));
    }

    [Fact]
    public async Task A_link_stays_a_link_and_permissions_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // links need a privilege there
        }

        _tool.With("Real.transitions", Crooked);
        File.CreateSymbolicLink(_tool.PathOf("Link.transitions"), "Real.transitions");
        File.SetUnixFileMode(_tool.PathOf("Real.transitions"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Equal(0, (await _tool.Run("fmt", "Link.transitions")).ExitCode);
        Assert.Equal("Real.transitions", new FileInfo(_tool.PathOf("Link.transitions")).LinkTarget);
        Assert.Equal(Straight, _tool.Read("Real.transitions"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(_tool.PathOf("Real.transitions")));
    }
}
