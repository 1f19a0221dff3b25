using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Inputs;

/// <summary>Files, folders, patterns and standard input, through a command that names what it works on.</summary>
public sealed class InputTests : IDisposable
{
    private const string Crooked = "machine A\n";

    private readonly ToolRun _tool = new();

    public InputTests() => _tool
        .With("A.transitions", Crooked + "   ")
        .With("src/B.transitions", Crooked + "   ")
        .With("src/deep/er/C.transitions", Crooked + "   ")
        .With("src/bin/D.transitions", Crooked + "   ")
        .With("obj/E.transitions", Crooked + "   ")
        .With("notes.txt", "no table")
        .With("empty/nothing.txt", "");

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("", "A src/B src/deep/er/C")]
    [InlineData(".", "A src/B src/deep/er/C")]
    [InlineData("src", "src/B src/deep/er/C")]
    [InlineData("src/ A.transitions", "src/B src/deep/er/C A")]
    [InlineData("*.transitions", "A")]
    [InlineData("src/**/*.transitions", "src/B src/deep/er/C")]
    [InlineData("**/C*", "src/deep/er/C")]
    [InlineData("src/../A.transitions A.transitions", "src/../A")]
    [InlineData("src/bin/D.transitions", "src/bin/D")]
    public async Task Tables_are_found_each_once(string arguments, string expected)
    {
        var result = await _tool.Run(["fmt", "--check", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(string.Concat(expected.Split(' ').Select(path => path + ".transitions is not formatted\n")), result.Out);
    }

    [Fact]
    public async Task A_link_to_a_folder_above_is_no_way_to_more_tables()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // links need a privilege there
        }

        Directory.CreateSymbolicLink(_tool.PathOf("src/deep/back"), _tool.PathOf("src"));

        Assert.Equal(2, (await _tool.Run("fmt", "--check", "src")).Out.Split(" is not formatted\n").Length - 1);
        Assert.Equal(2, (await _tool.Run("fmt", "--check", "src/**/*.transitions")).Out.Split(" is not formatted\n").Length - 1);
    }

    [Theory]
    [InlineData("B.transitions", "there is no file 'B.transitions'; did you mean 'A.transitions'?")]
    [InlineData("src/b.transitions", "there is no file 'src/b.transitions'; did you mean 'src/B.transitions'?")]
    [InlineData("src/B", "there is no file 'src/B'; did you mean 'src/B.transitions'?")]
    [InlineData("none/B.transitions", "there is no file 'none/B.transitions': there is no folder 'none'")]
    [InlineData("empty", "there is no *.transitions file in 'empty' or below it")]
    [InlineData("none/*.transitions", "no file matches 'none/*.transitions'")]
    [InlineData("--chekc", "unknown option '--chekc'; did you mean '--check'? (see 'protodsl fmt --help')")]
    public async Task What_is_not_there_is_told_with_what_was_meant(string argument, string message) =>
        Assert.Equal(new ToolResult(2, "", $"error: {message}\n"), await _tool.Run("fmt", argument));

    [Theory]
    [InlineData("fnt", "unknown command 'fnt'; did you mean 'fmt'? (see 'protodsl --help')")]
    [InlineData("--colour", "unknown option '--colour'; did you mean '--color'? (see 'protodsl --help')")]
    [InlineData("verify --budget 0", "--budget must be 1 or more (see 'protodsl verify --help')")]
    [InlineData("check --budget many", "Cannot parse argument 'many' for option '--budget': write a whole number (see 'protodsl check --help')")]
    [InlineData("fmt --color blue", "Argument 'blue' not recognized. Must be one of: 'auto' 'always' 'never' (see 'protodsl fmt --help')")]
    public async Task A_wrong_command_line_is_told_in_one_line(string arguments, string message) =>
        Assert.Equal(new ToolResult(2, "", $"error: {message}\n"), await _tool.Run(arguments.Split(' ')));

    [Fact]
    public async Task Colours_are_for_terminals_that_want_them()
    {
        var piped = await _tool.Run("nonsense");
        _tool.IsTerminal = true;
        var shown = await _tool.Run("nonsense");
        _tool.Variables["NO_COLOR"] = "1";
        var plain = await _tool.Run("nonsense");

        Assert.DoesNotContain("\u001b", piped.Error, StringComparison.Ordinal);
        Assert.Contains("\u001b", shown.Error, StringComparison.Ordinal);
        Assert.Equal(piped, plain);
    }

    [Fact]
    public async Task Every_command_teaches_by_example()
    {
        var root = await _tool.Run();
        Assert.Equal(0, root.ExitCode);
        Assert.Equal(root, await _tool.Run("--help"));
        var commands = root.Out[root.Out.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n')
            .Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]);
        foreach (var command in commands)
        {
            var help = await _tool.Run(command, "--help");
            Assert.Contains($"Examples:\n  protodsl {command}", help.Out, StringComparison.Ordinal);
        }
    }
}
