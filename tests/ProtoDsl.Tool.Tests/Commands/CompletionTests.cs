using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl completion</c>, and what its scripts ask.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("bash", "complete -o default -F _protodsl protodsl")]
    [InlineData("zsh", "compdef _protodsl protodsl")]
    [InlineData("fish", "complete -c protodsl")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName protodsl")]
    public async Task A_script_for_each_shell(string shell, string line)
    {
        var script = await _tool.Run("completion", shell);

        Assert.Equal((0, ""), (script.ExitCode, script.Error));
        Assert.Contains(line, script.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", script.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("protodsl che", "check")]
    [InlineData("protodsl check --format s", "sarif")]
    [InlineData("protodsl check --bu", "--budget")]
    [InlineData("protodsl explain PDSL104", "PDSL1045")]
    [InlineData("protodsl export ", "promela")]
    public async Task What_a_script_asks_is_answered(string typed, string answer) =>
        Assert.Contains(answer, (await _tool.Run($"[suggest:{typed.Length}]", typed)).Out.Split('\n', StringSplitOptions.TrimEntries));

    [Fact]
    public async Task Another_shell_is_told() =>
        Assert.Equal(2, (await _tool.Run("completion", "cmd")).ExitCode);
}
