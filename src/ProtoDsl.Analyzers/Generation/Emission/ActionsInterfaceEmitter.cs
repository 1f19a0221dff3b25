using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The user's part as one interface: effects and guards, messages sent, messages asked for, timers.</summary>
internal sealed class ActionsInterfaceEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineShape _shape;
    private readonly HashSet<string> _written = new();

    public ActionsInterfaceEmitter(SourceWriter writer, MachineShape shape)
    {
        _writer = writer;
        _shape = shape;
    }

    private Flavor Flavor => _shape.Flavor;

    /// <summary>Writes the interface, if the machine needs one.</summary>
    public void Write()
    {
        if (!_shape.HasActions)
        {
            return;
        }

        var name = _shape.Machine.ClassName;
        _writer.Line();
        _writer.Doc($"<summary>What {Documentation.Code(name)} leaves to its user.</summary>");
        _writer.Line(ProtocolEmitter.GeneratedCode);
        using (_writer.Block($"{_shape.Accessibility} interface {CSharpText.Identifier("I" + name + "Actions")}"))
        {
            foreach (var action in _shape.Machine.Actions)
            {
                Action(action);
            }

            foreach (var send in Sends())
            {
                var parameters = $"{Flavor.In}{_shape.Types.Message(send.Message)} message{(send.HasPeer ? $", {_shape.PeerType} peer" : "")}";
                Member($"Sends {Documentation.Code(_shape.Protocol.Messages[send.Message].Name)}.", "void", "Send" + Flavor.Suffix, parameters);
            }

            foreach (var create in _shape.Outputs.Methods)
            {
                var message = _shape.Protocol.Messages[create.Message];
                Member($"Makes a {Documentation.Code(message.Name)} that the machine is about to send.", _shape.Types.Message(create.Message), create.Name, _shape.Types.Declare(create.Given));
            }

            if (_shape.HasTimers)
            {
                Timer("Starts a timer: when it elapses, hand the token back to the machine.", $"Start({_shape.TokenType} token, global::System.TimeSpan due)");
                Timer("Stops a timer that was started.", $"Stop({_shape.TokenType} token)");
            }
        }
    }

    private void Action(UserAction action)
    {
        var parameters = action.Receives switch
        {
            ActionReceives.Message => $"{Flavor.In}{_shape.Types.Message(action.Subject)} message",
            ActionReceives.CallArguments => _shape.Types.Declare(_shape.Machine.Calls[action.Subject].Parameters),
            ActionReceives.WrittenArguments => _shape.Types.Declare(action.Parameters),
            _ => "",
        };
        var summary = $"The {(action.IsGuard ? "guard" : "effect")} {Documentation.Code(action.Name)}.";
        Member(summary, action.IsGuard ? "bool" : "void", CSharpText.Identifier(action.MethodName + Flavor.Suffix), parameters);
    }

    /// <summary>Each message that is sent, once without and once with a receiver, as its rows name them.</summary>
    private IEnumerable<(int Message, bool HasPeer)> Sends()
    {
        var steps = _shape.Machine.Rows.SelectMany(row => row.Effects)
            .Concat(_shape.Machine.States.SelectMany(state => state.Exit.Concat(state.Entry)))
            .OfType<SendStep>();
        return steps.Select(send => (send.Message, send.To is not null)).Distinct();
    }

    private void Member(string summary, string type, string name, string parameters)
    {
        var list = Flavor.WithToken(parameters, $"{Flavor.CancellationTokenType} {FreeName(parameters)}");
        if (!_written.Add($"{name}({list})"))
        {
            return; // a broken table: the clash is reported there
        }

        _writer.Doc($"<summary>{summary}</summary>");
        _writer.Line($"{Flavor.Answer(type)} {name}({list});");
        _writer.Line();
    }

    private void Timer(string summary, string signature)
    {
        _writer.Doc($"<summary>{summary}</summary>");
        _writer.Line($"void {signature};");
        _writer.Line();
    }

    private static string FreeName(string parameters)
    {
        var name = "cancellationToken";
        while ((parameters + ",").Contains($" {name},"))
        {
            name += "_";
        }

        return name;
    }
}
