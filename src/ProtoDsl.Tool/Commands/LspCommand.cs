using System.CommandLine;
using ProtoDsl.LanguageServer;
using ProtoDsl.Tool.Output;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Rules;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl lsp</c>: the language server, for editors.</summary>
internal sealed class LspCommand : ToolCommand
{
    /// <param name="terminal">What it reads from and writes to.</param>
    public LspCommand(Terminal terminal)
        : base(terminal, "lsp", "Serve an editor: the language server protocol over standard input and output. Editors start this themselves; docs/editor.md says how to set them up.")
    {
        // What many clients add, whether there is another way to talk or not.
        Options.Add(new Option<bool>("--stdio") { Description = "Talk over standard input and output, as always; accepted since many editors say it." });
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl lsp", "What to give an editor as the language server of *.transitions files."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        if (Terminal.IsInputTerminal)
        {
            throw new UsageException("'protodsl lsp' is started by an editor, which talks to it over standard input; see docs/editor.md");
        }

        var server = new ServerOptions
        {
            Version = ToolVersion.Short,
            RulePage = RulePages.Find,
            Severities = path => new EditorConfigs().Of(path), // read anew: it is asked once, and again when they have changed
        };
        return LanguageServerHost.RunAsync(Terminal.Input, Terminal.Output, server, cancellationToken);
    }
}
