using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Tool.Rules;
using ProtoDsl.Tool.Terminals;
using Spectre.Console;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl explain</c>: the page of a rule.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private static readonly (char Digit, string Family)[] s_families =
    [
        ('0', "Text of a table"), ('1', "Meaning of a table"), ('2', "Sessions and scenarios"), ('3', "C# that uses a machine (told by the build only)"), ('9', "Set-up of a project (told by the build only)"),
    ];

    private readonly Argument<string[]> _ids = new("id")
    {
        Description = "The id of a finding, PDSL1020 or 1020. Without any, all ids with their titles.",
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "id",
    };

    /// <param name="terminal">What it reads from and writes to.</param>
    public ExplainCommand(Terminal terminal)
        : base(terminal, "explain", "Explain a finding: what it means, a table where it fires, one where it stays silent, and the repair.")
    {
        _ids.CompletionSources.Add(_ => RulePages.Ids);
        Arguments.Add(_ids);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl explain PDSL2101", "The page of one finding."),
        new("protodsl explain 1020 1045", "Two of them; the letters may be left out."),
        new("protodsl explain | grep -i timer", "All findings by title."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var asked = options.GetValue(_ids) ?? [];
        var pages = asked.Select(Find).ToArray(); // all of them first: a mistyped one writes nothing
        if (asked.Length == 0)
        {
            WriteList();
        }

        for (var index = 0; index < pages.Length; index++)
        {
            Terminal.Out.Write(index > 0 ? "\n" : "");
            new PageRenderer(Terminal.Page, Terminal.Paint).Write(pages[index]);
        }

        return Task.FromResult(ExitCode.Clean);
    }

    private static string Find(string asked)
    {
        var id = asked.Trim().ToUpperInvariant();
        id = id.StartsWith("PDSL", StringComparison.Ordinal) ? id : "PDSL" + id.PadLeft(4, '0');
        if (RulePages.Find(id) is { } page)
        {
            return page;
        }

        var near = NameSuggestion.Find(id, RulePages.Ids);
        throw new UsageException($"there is no finding '{asked}'; {(near is null ? "" : $"did you mean {near}? ")}'protodsl explain' lists them all");
    }

    private void WriteList()
    {
        var isFirst = true;
        foreach (var (digit, family) in s_families)
        {
            Terminal.Paint.Write($"{(isFirst ? "" : "\n")}{family}\n", new Style(decoration: Decoration.Bold));
            isFirst = false;
            foreach (var id in RulePages.Ids.Where(id => id[4] == digit))
            {
                Terminal.Paint.Write($"  {id}  {RulePages.TitleOf(RulePages.Find(id) ?? "")}\n", Style.Plain);
            }
        }
    }
}
