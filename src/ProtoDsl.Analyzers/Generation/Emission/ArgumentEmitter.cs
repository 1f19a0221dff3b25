using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What is handed to the user's actions.</summary>
internal sealed class ArgumentEmitter
{
    private readonly MachineForm _form;

    public ArgumentEmitter(MachineForm form) => _form = form;

    /// <summary>A call of an effect or guard. <paramref name="event"/> is null for an entry or exit, where nothing is at hand.</summary>
    public string Call(EventShape? @event, UserAction action, EquatableArray<Argument> written)
    {
        var arguments = string.Join(", ", Handed(@event, action, written));
        return $"_actions.{CSharpText.Identifier(action.MethodName + _form.Flavor.Suffix)}({_form.Flavor.WithToken(arguments, Token(@event))})";
    }

    /// <summary>The values written in parentheses.</summary>
    public IEnumerable<string> Values(EventShape? @event, IEnumerable<Argument> arguments) =>
        arguments.Select(argument => argument switch
        {
            ParameterArgument parameter => @event?.Value(parameter.Name) ?? "default",
            TagArgument tag => _form.Types.TagValue(tag.Tag, tag.Value),
            NumberArgument number => CSharpText.Number(number.Value),
            _ => "default",
        });

    /// <summary>The cancellation token at hand.</summary>
    public static string Token(EventShape? @event) => @event?.TokenLocal ?? "cancellationToken";

    private IEnumerable<string> Handed(EventShape? @event, UserAction action, EquatableArray<Argument> written)
    {
        switch (action.Receives)
        {
            case ActionReceives.WrittenArguments:
                return Values(@event, written);
            case ActionReceives.Message:
                return new[] { @event?.Message is not null && @event.Event.Subject == action.Subject ? _form.Flavor.In + @event.MessageLocal : "default" };
            case ActionReceives.CallArguments:
                var parameters = _form.Shape.Machine.Calls[action.Subject].Parameters;
                return parameters.Select(parameter => @event?.Value(parameter.Name) ?? "default");
            default:
                return Enumerable.Empty<string>();
        }
    }
}
