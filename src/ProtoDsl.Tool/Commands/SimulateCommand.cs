using System.CommandLine;
using ProtoDsl.Language;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Simulating;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Simulation;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl simulate</c>: a session or a machine, step by step.</summary>
internal sealed class SimulateCommand : ToolCommand
{
    private readonly TableInputs _inputs;
    private readonly SubjectChoice _subject;
    private readonly Option<string?> _script = new("--script") { Description = "Take the steps of this file, one a line, in the syntax of a scenario; exit with 1 at the first that cannot happen.", HelpName = "file" };
    private readonly Option<string?> _record = new("--record") { Description = "Write the scenario to this file at the end. Without it, it is printed.", HelpName = "file" };
    private readonly Option<string> _title = new("--title") { Description = "The title of the scenario.", HelpName = "text", DefaultValueFactory = _ => "recorded" };

    /// <param name="terminal">What it reads from and writes to.</param>
    public SimulateCommand(Terminal terminal)
        : base(terminal, "simulate", """
            Step through a session, or a machine alone: shows the states and what is on its way, what can happen, and on 'why' what cannot and for which reason.
            Guards are asked. At the end the way is a scenario, to paste into the table as a test.
            """)
    {
        _inputs = new TableInputs(terminal, this, isOne: true);
        _subject = new SubjectChoice(this);
        foreach (var option in (Option[])[_script, _record, _title])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl simulate Door.transitions", "Plays with one machine; 'help' at the prompt tells the rest."),
        new("protodsl simulate Tcp.transitions --session Pair --record crossing.txt", "Plays both ends of a connection, and keeps the way as a scenario."),
        new("protodsl simulate Tcp.transitions -s Pair --script crossing.txt", "Does it again, without questions."),
        new("printf 'Open\\nClose\\n' | protodsl simulate Door.transitions", "The same from standard input."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var text = _inputs.ReadOne(options);
        var script = options.GetValue(_script) is { } file ? new TableReader(Terminal).ReadNamed(file).Text : null;
        if (text.IsStandardInput && script is null)
        {
            throw new UsageException("the table comes from standard input, so that the steps cannot: give them with --script");
        }

        var subject = _subject.Of(options, new ProjectReader(Terminal).Read([text], cancellationToken), null, cancellationToken);
        var simulation = new SystemSimulation(subject.System, subject.IsSolo);
        var isScript = script is not null || !Terminal.IsInputTerminal;
        var isDone = new Simulator(Terminal, script is null ? Terminal.In : new StringReader(script), simulation, isScript, cancellationToken).Run();
        if (simulation.Taken.Count > 0)
        {
            Record(TransitionFile.Print(simulation.Record(options.GetValue(_title) ?? "recorded")), options.GetValue(_record));
        }

        return Task.FromResult(isDone ? ExitCode.Clean : ExitCode.Findings);
    }

    private void Record(string scenario, string? path)
    {
        if (path is null)
        {
            Terminal.Out.Write($"\n{scenario}");
        }
        else
        {
            new OutputFile(Terminal).WriteTo(path, scenario);
        }
    }
}
