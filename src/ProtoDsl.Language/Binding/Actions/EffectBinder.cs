using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Actions;

/// <summary>What rows do: sends, timers, and calls of the user.</summary>
internal sealed class EffectBinder(
    BindingContext context, Scope scope, EventTable events, TriggerBinder triggers, ActionTable actions, ArgumentBinder arguments, string machine)
{
    /// <summary>The messages sent, in order of first use.</summary>
    public List<MessageSymbol> Sent { get; } = [];

    private readonly HashSet<MessageSymbol> _sent = [];

    /// <summary>The steps that can be understood; the others are reported.</summary>
    public EquatableArray<EffectStep> Bind(EquatableArray<EffectSyntax> effects, Carried carried) =>
        effects.Select(effect => Bind(effect, carried)).OfType<EffectStep>().ToEquatableArray();

    private EffectStep? Bind(EffectSyntax effect, Carried carried) => effect switch
    {
        SendEffectSyntax send => BindSend(send, carried),
        TimerEffectSyntax timer => BindTimer(timer),
        ActionEffectSyntax action => BindAction(action, carried),
        _ => null,
    };

    private SendStep? BindSend(SendEffectSyntax syntax, Carried carried)
    {
        if (syntax.Message.IsMissing)
        {
            return null;
        }

        if (scope.FindMessage(syntax.Message.Text) is not { } message)
        {
            if (context.FirstTime("message", machine + "." + syntax.Message.Text))
            {
                context.Report(EventMessages.Message(syntax.Message, context.Suggest(syntax.Message.Text, scope.Messages.Select(other => other.Name))));
            }

            return null;
        }

        message.IsUsed = true;
        if (_sent.Add(message))
        {
            Sent.Add(message);
        }

        return new SendStep(message.Index, arguments.BindSend(syntax.Arguments, message.Message, carried), syntax.To is { IsMissing: false } role ? role.Text : null);
    }

    private TimerStep? BindTimer(TimerEffectSyntax syntax) =>
        triggers.FindTimer(syntax.Timer, isAfter: false) is { } timer && events.FindTimer(timer) is { } index
            ? new TimerStep(syntax.Operation, index)
            : null;

    private ActionStep? BindAction(ActionEffectSyntax syntax, Carried carried)
    {
        if (syntax.Name.IsMissing)
        {
            return null;
        }

        if (scope.FindMessage(syntax.Name.Text) is not null)
        {
            context.Report(ActionMessages.IsMessage(syntax.Name));
            return null;
        }

        if (scope.FindTimer(syntax.Name.Text) is not null)
        {
            context.Report(ActionMessages.IsTimer(syntax.Name));
            return null;
        }

        if (!syntax.HasArguments)
        {
            var bare = actions.Use(syntax.Name, isGuard: false, carried.Handed, null);
            return bare < 0 ? null : new ActionStep(bare, default);
        }

        if (arguments.BindEffect(syntax.Arguments, carried) is not { } written)
        {
            return null;
        }

        var action = actions.Use(syntax.Name, isGuard: false, null, written);
        return action < 0 ? null : new ActionStep(action, written.Select(one => one.Argument).ToEquatableArray());
    }
}
