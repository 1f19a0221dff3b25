using System.CommandLine;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Tool.Verifying;
using ProtoDsl.Verification.Grading;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl verify</c>: sessions, to the end.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private readonly TableInputs _inputs;
    private readonly SessionChoice _sessions;
    private readonly Option<int?> _budget = new Option<int?>("--budget") { Description = "The most configurations that are looked at, for each session. Without it, only memory ends the search.", HelpName = "n" }.AtLeast(1);
    private readonly Option<int?> _memory = new Option<int?>("--memory") { Description = "Stop, and tell what is known, when this much memory is used. Without it, three quarters of what there is.", HelpName = "MiB" }.AtLeast(1);
    private readonly Option<int?> _jobs = new Option<int?>("--jobs", "-j") { Description = "How many sessions are looked at side by side. Without it, one on each core.", HelpName = "n" }.AtLeast(1);
    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "text: verdicts, and findings with their message sequence. json: the same as one document. sarif, github: the findings only.",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json", "sarif", "github");

    /// <param name="terminal">What it reads from and writes to.</param>
    public VerifyCommand(Terminal terminal)
        : base(terminal, "verify", """
            Verify sessions: look at everything that the machines of each session can do to each other, without the budget of a build, one session on each core.
            Tells for each session what is wrong, with a shortest way there, and how far it reaches that nothing else is.
            Ctrl-C ends the search and tells what is known so far; press it again to leave at once.
            Exits with 0 only if every session was looked at to the end and nothing was found.
            """)
    {
        _inputs = new TableInputs(terminal, this);
        _sessions = new SessionChoice(this);
        foreach (var option in (Option[])[_budget, _memory, _jobs, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl verify", "Verifies the sessions of every table below the current folder."),
        new("protodsl verify Tcp.transitions --session Pair", "One session of one table."),
        new("protodsl verify big.transitions --budget 50000000", "Looks at fifty million configurations at most."),
        new("protodsl verify --format json > verdicts.json", "Verdicts, grades and traces for a script."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var project = new ProjectReader(Terminal).Read(_inputs.ReadAll(options), cancellationToken);
        var chosen = _sessions.Of(options, project);
        var found = new VerificationReport(project, Verify(project, chosen, options, cancellationToken));
        Write(found, options.GetValue(_format) ?? "text");
        return Task.FromResult(
            found.Told.Count > 0 ? ExitCode.Findings
            : found.IsComplete ? ExitCode.Clean
            : cancellationToken.IsCancellationRequested ? ExitCode.Cancelled
            : ExitCode.Findings);
    }

    private IReadOnlyList<VerifiedSession> Verify(TableProject project, IReadOnlyList<ChosenSession> chosen, ParseResult options, CancellationToken cancelled)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var memory = options.GetValue(_memory) is { } mib ? (long)mib << 20 : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;
        using var meter = new ProgressMeter(Terminal, memory, stop.Cancel) { Total = chosen.Count };
        return new SessionVerifier(project, options.GetValue(_budget) ?? CheckOptions.Unlimited, meter, stop.Token)
            .Run(chosen, options.GetValue(_jobs) ?? Environment.ProcessorCount);
    }

    private void Write(VerificationReport report, string format)
    {
        IFindingWriter? findings = format switch
        {
            "sarif" => new SarifFindings(),
            "github" => new GitHubFindings(),
            _ => null,
        };
        if (findings is not null)
        {
            findings.Write(Terminal, report.Told);
        }
        else if (format == "json")
        {
            VerificationJson.Write(Terminal, report);
        }
        else
        {
            new VerificationText(Terminal).Write(report);
        }
    }
}
