using ProtoDsl.Testing;
using ProtoDsl.Tool.Tests.Running;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl explain</c>.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Every_page_is_there_with_all_its_words_and_examples()
    {
        foreach (var path in Directory.EnumerateFiles(RepositoryPaths.Combine("docs", "rules"), "*.md"))
        {
            var page = await File.ReadAllTextAsync(path);
            var result = await _tool.Run("explain", Path.GetFileNameWithoutExtension(path));

            Assert.Equal(0, result.ExitCode);
            foreach (var example in MarkdownBlocks.Of(page, "transitions").Concat(MarkdownBlocks.Of(page, "csharp")))
            {
                Assert.Contains(string.Join('\n', example.Split('\n').Select(line => $"    {line}".TrimEnd())).TrimEnd('\n'), result.Out, StringComparison.Ordinal);
            }

            var prose = string.Concat(page.Replace("\r\n", "\n", StringComparison.Ordinal).Split("```").Where((_, index) => index % 2 == 0));
            Assert.All(prose.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLetter)), word => Assert.Contains(word, result.Out, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_id_may_be_short_and_several_may_be_asked_for()
    {
        var both = await _tool.Run("explain", "26", "pdsl1003");

        Assert.Contains("PDSL0026: Nested too deeply\n", both.Out, StringComparison.Ordinal);
        Assert.Contains("\n\nPDSL1003: ", both.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_id_all_are_listed_with_the_titles_that_findings_have()
    {
        var list = await _tool.Run("explain");

        Assert.Equal(0, list.ExitCode);
        Assert.All(CheckCatalog.All, rule => Assert.Contains($"  {rule.Id}  {rule.Title}\n", list.Out, StringComparison.Ordinal));
        Assert.Contains("PDSL3001", list.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PDSL1029", "there is no finding 'PDSL1029'; did you mean PDSL1020? 'protodsl explain' lists them all")]
    [InlineData("door", "there is no finding 'door'; 'protodsl explain' lists them all")]
    [InlineData("../rules", "there is no finding '../rules'; 'protodsl explain' lists them all")]
    public async Task What_there_is_no_page_of_is_told(string id, string message) =>
        Assert.Equal(new ToolResult(2, "", $"error: {message}\n"), await _tool.Run("explain", "1020", id));

    [Fact]
    public async Task On_a_terminal_it_is_wrapped_and_coloured()
    {
        _tool.IsTerminal = true;

        var page = (await _tool.Run("explain", "2101")).Out;

        Assert.Contains("\u001b[1mPDSL2101", page, StringComparison.Ordinal);
        Assert.DoesNotContain("`", page, StringComparison.Ordinal);
    }
}
