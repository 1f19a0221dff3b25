using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Projects;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl check</c>: what the build would say of tables.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly TableInputs _inputs;
    private readonly FindingOptions _findings;
    private readonly Option<int?> _budget = new Option<int?>("--budget")
    {
        Description = "The most configurations that are looked at, for each session, as ProtoDslVerificationBudget in a build; 0 checks no session.",
        HelpName = "n",
        DefaultValueFactory = _ => new CheckOptions().Budget,
    }.AtLeast(0);

    /// <param name="terminal">What it reads from and writes to.</param>
    public CheckCommand(Terminal terminal)
        : base(terminal, "check", """
            Check tables: everything that 'dotnet build' reports in them and that needs no C# compiler.
            Comments that switch findings off count, and so do severities in .editorconfig and .globalconfig files.
            What only the build can know: PDSL3xxx (illegal events in C#), PDSL9xxx (the project's set-up), C# types that do not exist.
            """)
    {
        _inputs = new TableInputs(terminal, this);
        _findings = new FindingOptions(this);
        Options.Add(_budget);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl check", "Checks every table below the current folder; exits with 1 if there is an error or a warning."),
        new("protodsl check Tcp.transitions --severity info", "Tells hints too."),
        new("protodsl check --format sarif > tables.sarif", "For code scanning: rules with their help, traces as related locations."),
        new("protodsl check --format github", "In a workflow of GitHub: annotates the lines of a pull request."),
        new("cat Tcp.transitions | protodsl check - --stdin-path src/Tcp.transitions", "For an editor: checks what is not saved yet, as if it were that file."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var project = new ProjectReader(Terminal).Read(_inputs.ReadAll(options), cancellationToken);
        var check = new ProjectCheck(project, options.GetValue(_budget) ?? 0, cancellationToken);
        var found = new FindingReport(project).Of(project.Tables.SelectMany(check.Of)).ToArray();
        return Task.FromResult(_findings.Tell(Terminal, options, found, project.Tables.Count));
    }
}
