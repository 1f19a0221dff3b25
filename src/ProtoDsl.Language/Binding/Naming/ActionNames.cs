using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Methods of the interface that the user implements.</summary>
internal static class ActionNames
{
    /// <summary>The machine with actions whose methods do not clash.</summary>
    public static Machine Check(BindingContext context, BoundMachine bound, IReadOnlyList<MessageSymbol> messages)
    {
        var machine = bound.Machine;
        var generated = Generated(machine, messages);
        var declared = new Dictionary<Signature, int>();
        var actions = new List<UserAction>();
        for (var i = 0; i < machine.Actions.Count; i++)
        {
            var action = machine.Actions[i];
            var signature = Of(action, machine);
            if (generated.TryGetValue(signature, out var what))
            {
                context.Report(NameMessages.Generated(bound.Map.Actions[i], action.Name, action.MethodName, what));
            }
            else if (declared.TryGetValue(signature, out var first))
            {
                context.Report(NameMessages.Same(
                    bound.Map.Actions[i], action.Name, machine.Actions[first].Name, context.LineOf(bound.Map.Actions[first]), action.MethodName));
            }

            for (; generated.ContainsKey(signature) || declared.ContainsKey(signature); signature = Of(action, machine))
            {
                action = action with { MethodName = action.MethodName + "_" };
            }

            declared.Add(signature, i);
            actions.Add(action);
        }

        return machine with { Actions = actions.ToEquatableArray() };
    }

    private static Signature Of(UserAction action, Machine machine) => action.Receives switch
    {
        ActionReceives.Message => Signature.OfMessage(action.MethodName, action.Subject),
        ActionReceives.CallArguments => Signature.Of(action.MethodName, machine.Calls[action.Subject].Parameters),
        _ => Signature.Of(action.MethodName, action.Parameters),
    };

    private static Dictionary<Signature, string> Generated(Machine machine, IReadOnlyList<MessageSymbol> messages)
    {
        var generated = new Dictionary<Signature, string>();
        foreach (var message in machine.SentMessages)
        {
            generated[Signature.OfMessage("Send", message)] = $"the method that sends {Wording.Quote(messages[message].Name)}";
        }

        foreach (var send in Sends(machine))
        {
            var message = messages[send.Message].Message;
            var given = message.Parameters.Where((_, i) => i < send.Arguments.Count && send.Arguments[i] is not MissingArgument).ToList();
            if (given.Count < message.Parameters.Count || message.BoundType is not null)
            {
                generated[Signature.Of("Create" + message.TypeName, given)] = $"the method that is asked for a {Wording.Quote(message.Name)}";
            }
        }

        return generated;
    }

    private static IEnumerable<SendStep> Sends(Machine machine) =>
        machine.Rows.SelectMany(row => row.Effects)
            .Concat(machine.States.SelectMany(state => state.Exit.Concat(state.Entry)))
            .OfType<SendStep>();
}
