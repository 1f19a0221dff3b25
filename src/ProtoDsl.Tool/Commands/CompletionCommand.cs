using System.CommandLine;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl completion</c>: the script by which a shell completes command lines.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private const string Prefix = "completion/";

    private readonly Argument<string> _shell = new Argument<string>("shell") { Description = "The shell." }.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");

    /// <param name="terminal">What it reads from and writes to.</param>
    public CompletionCommand(Terminal terminal)
        : base(terminal, "completion", "Print the script that makes a shell complete commands, options and ids of findings.") => Arguments.Add(_shell);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl completion bash", "For ~/.bashrc: source <(protodsl completion bash)"),
        new("protodsl completion zsh", "For ~/.zshrc: source <(protodsl completion zsh)"),
        new("protodsl completion fish > ~/.config/fish/completions/protodsl.fish", "For fish."),
        new("protodsl completion pwsh | Out-String | Invoke-Expression", "For the profile of PowerShell."),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var name = $"{Prefix}protodsl.{options.GetValue(_shell)}";
        using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{name}' is missing"));
        Terminal.Out.Write((await script.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n"));
        return ExitCode.Clean;
    }
}
