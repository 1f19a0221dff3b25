using System.CommandLine;
using ProtoDsl.Language;
using ProtoDsl.Language.Model;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Output;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Replaying;
using ProtoDsl.Tool.Simulating;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Scenarios;
using Spectre.Console;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl replay</c>: what happened, held against a table.</summary>
internal sealed class ReplayCommand : ToolCommand
{
    private readonly Argument<string> _trace = new("trace") { Description = "A file with scenarios, or with a JSON object a line; - for standard input." };
    private readonly TableInputs _inputs;
    private readonly SubjectChoice _subject;
    private readonly Option<string?> _role = new("--role") { Description = "With --machine: the role of the trace that the machine is.", HelpName = "name" };
    private readonly Option<string> _format = new Option<string>("--format") { Description = "text, or json.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");

    /// <param name="terminal">What it reads from and writes to.</param>
    public ReplayCommand(Terminal terminal)
        : base(terminal, "replay", """
            Replay a recorded trace against a table: tells the first step that the table does not allow, and what was allowed there, and exits with 1.
            A trace is a scenario, as the runtime library's TraceRecorder writes it, or JSON lines:
              {"role": "client", "event": "Close", "source": "ESTABLISHED", "target": "FIN_WAIT_1"}
              {"from": "client", "to": "server", "message": "FIN"}, with "lost": true for one that was lost
            What a line does not say (values, guards, states) may be anything.
            """)
    {
        Arguments.Add(_trace);
        _inputs = new TableInputs(terminal, this, isOne: true);
        _subject = new SubjectChoice(this);
        Options.Add(_role);
        Options.Add(_format);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl replay trace.txt Tcp.transitions", "Both ends of a connection; the scenario names the session."),
        new("protodsl replay client.jsonl Tcp.transitions --machine TcpConnection", "What one machine did: whatever it received may have been sent."),
        new("protodsl replay trace.txt Tcp.transitions -m TcpConnection --role server", "One role of a trace of several."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var path = options.GetValue(_trace) ?? TableReader.StandardInput;
        var reader = new TableReader(Terminal);
        var traces = TraceReader.Read(path == TableReader.StandardInput ? reader.ReadStandardInput("trace") : reader.ReadNamed(path));
        var project = new ProjectReader(Terminal).Read([_inputs.ReadOne(options)], cancellationToken);
        var results = traces.Select(trace => new TraceReplay(_subject.Of(options, project, trace.Subject, cancellationToken), options.GetValue(_role)).Run(trace, cancellationToken)).ToArray();
        if (options.GetValue(_format) == "json")
        {
            JsonText.Write(Terminal.Out, new { traces = results.Select(Of) });
        }
        else
        {
            Array.ForEach(results, result => Write(path, result));
        }

        return Task.FromResult(results.All(result => result.Result == ScenarioResult.Holds) ? ExitCode.Clean : ExitCode.Findings);
    }

    private void Write(string path, ReplayResult result)
    {
        var steps = result.Trace.Steps.Count == 1 ? "1 step" : $"{result.Trace.Steps.Count} steps";
        if (result.Failed is not { } failed)
        {
            var isKnown = result.Result == ScenarioResult.Holds;
            Terminal.Paint.Write($"{path}: '{result.Trace.Title}', {steps}: {(isKnown ? "the table allows it" : "there are too many ways to follow it")}\n", new Style(isKnown ? Color.Green : Color.Yellow));
            return;
        }

        Terminal.Paint.Write($"{path}({failed.Line}): ", Style.Plain);
        Terminal.Paint.Write($"'{TransitionFile.Print(failed.Step)}' is not {(failed.Step is StatesStep ? "so" : "allowed")}", new Style(Color.Red, decoration: Decoration.Bold));
        Terminal.Paint.Write($"{(result.Reason is null ? "" : $": {result.Reason}")}\n", Style.Plain);
        Line("there", result.States.Take(3));
        Line("allowed", result.Allowed);
    }

    private void Line(string what, IEnumerable<string> texts)
    {
        var all = string.Join("; ", texts);
        Terminal.Paint.Write(all.Length == 0 ? "" : $"    {what}: {all}\n", Style.Plain);
    }

    private static object Of(ReplayResult result) => new
    {
        title = result.Trace.Title,
        steps = result.Trace.Steps.Count,
        result = result.Result,
        failed = result.Failed is not { } failed ? null : new { line = failed.Line, step = TransitionFile.Print(failed.Step), reason = result.Reason, states = result.States, allowed = result.Allowed },
    };
}
