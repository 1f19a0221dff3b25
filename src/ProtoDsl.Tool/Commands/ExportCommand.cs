using System.CommandLine;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Export;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl export</c>: sessions as models of other checkers.</summary>
internal sealed class ExportCommand : ToolCommand
{
    private readonly Argument<string> _language = new Argument<string>("promela|tla") { Description = "promela: for SPIN and its swarm. tla: for TLC, a module and its configuration." }
        .AcceptOnlyFromAmong("promela", "tla");

    private readonly TableInputs _inputs;
    private readonly SessionChoice _sessions;
    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder to write to, or - for standard output.", HelpName = "folder", DefaultValueFactory = _ => "." };
    private readonly Option<int?> _capacity = new("--capacity") { Description = "How many messages a channel holds, in place of what the session says.", HelpName = "n" };

    /// <param name="terminal">What it reads from and writes to.</param>
    public ExportCommand(Terminal terminal)
        : base(terminal, "export", "Export sessions as models of other checkers, to ask them other questions, or to search past one machine. What a model cannot say stands in its first lines.")
    {
        Arguments.Add(_language);
        _inputs = new TableInputs(terminal, this);
        _sessions = new SessionChoice(this);
        Options.Add(_output);
        Options.Add(_capacity);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl export promela Tcp.transitions -s Pair", "Writes Pair.pml; check it with: spin -run -safety -q Pair.pml"),
        new("protodsl export tla Tcp.transitions -o models", "Writes a module and a configuration for each session; check one with: java -cp tla2tools.jar tlc2.TLC Pair.tla"),
        new("protodsl export promela Tcp.transitions -s Pair --capacity 8 -o -", "The model for larger channels, to standard output."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var project = new ProjectReader(Terminal).Read(_inputs.ReadAll(options), cancellationToken);
        var isTla = options.GetValue(_language) == "tla";
        var models = _sessions.Of(options, project).Select(chosen => SystemOf(project, chosen, options, cancellationToken))
            .SelectMany(system => isTla ? Tla(system) : [(system.Name + ".pml", SystemExport.ToPromela(system))]).ToArray();
        if (models.GroupBy(model => model.Item1, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"two sessions would be written to '{twice.Key}': name one table, or one session");
        }

        foreach (var (name, text) in models)
        {
            new OutputFile(Terminal).Write(options.GetValue(_output) ?? ".", name, text);
        }

        return Task.FromResult(ExitCode.Clean);
    }

    private SessionSystem SystemOf(TableProject project, ChosenSession chosen, ParseResult options, CancellationToken cancellationToken)
    {
        var system = SystemMaker.Make(project, chosen, cancellationToken).System ?? throw new InvalidOperationException("a system that was made is there");
        if (options.GetValue(_capacity) is not { } capacity)
        {
            return system;
        }

        var least = system.Roles.SelectMany(role => role.States).SelectMany(state => state.Moves)
            .SelectMany(move => move.Sends.GroupBy(send => send.Channel).Select(group => group.Count())).DefaultIfEmpty(1).Max();
        return system.Kind == ChannelKind.Rendezvous ? throw new UsageException($"'{system.Name}' is over rendezvous, which has no capacity")
            : capacity < least || capacity > 64 ? throw new UsageException($"the capacity of '{system.Name}' can be {least} to 64")
            : system.WithCapacity(capacity);
    }

    private static (string, string)[] Tla(SessionSystem system)
    {
        var model = SystemExport.ToTla(system);
        return [(model.Name + ".tla", model.Module), (model.Name + ".cfg", model.Configuration)];
    }
}
