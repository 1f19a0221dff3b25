using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Files;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Names of generated types: those of the namespace, and those that nest in the protocol's class or a machine's.</summary>
internal sealed class TypeClashes(BindingContext context, string protocolClass, IList<BoundMachine> machines)
{
    private readonly List<(Machine Machine, List<string> Companions)> _companions =
        machines.Select(machine => (machine.Machine, CompanionsOf(machine.Machine).ToList())).ToList();

    public void Check(IReadOnlyList<MessageSymbol> messages, IReadOnlyList<TagSymbol> tags)
    {
        foreach (var machine in machines)
        {
            CheckBound(machine);
        }

        CheckNamespace(messages, tags);
        var owners = messages.Select(message => message.Message.Owner).Concat(tags.Select(tag => tag.Type.Owner)).Distinct();
        foreach (var owner in owners.ToList())
        {
            CheckNested(owner, messages.Where(message => message.Message.Owner == owner), tags.Where(tag => tag.Type.Owner == owner));
        }
    }

    /// <summary>The types that stand beside a machine's class.</summary>
    public static IEnumerable<string> CompanionsOf(Machine machine)
    {
        yield return machine.ClassName + "State";
        if (!machine.Actions.IsEmpty || !machine.SentMessages.IsEmpty || !machine.Timers.IsEmpty)
        {
            yield return "I" + machine.ClassName + "Actions";
        }

        if (!machine.Timers.IsEmpty)
        {
            yield return machine.ClassName + "Timer";
            yield return machine.ClassName + "TimerToken";
        }

        if (machine.Rows.Any(row => row.Triggers.Any(trigger => trigger.From is not null) || row.Effects.OfType<SendStep>().Any(send => send.To is not null)))
        {
            yield return machine.ClassName + "Peer";
        }
    }

    private void CheckNamespace(IReadOnlyList<MessageSymbol> messages, IReadOnlyList<TagSymbol> tags)
    {
        var names = new NameTable(context);
        var hasContainer = machines.All(machine => machine.Machine.ClassName != protocolClass)
            && (messages.Any(message => message.Message is { Owner: null, BoundType: null }) || tags.Any(tag => tag.Type is { Owner: null, Binding: not TagBinding.ExistingEnum }));
        if (hasContainer)
        {
            names.Reserve(protocolClass, "the class that holds the protocol's messages");
        }

        for (var i = 0; i < machines.Count; i++)
        {
            var machine = machines[i].Machine;
            var className = names.Add(machine.ClassName, machine.Name, machines[i].Map.Name);
            foreach (var companion in _companions[i].Companions)
            {
                className += names.Add(companion, machine.Name, machines[i].Map.Name) == companion ? "" : "_";
            }

            machines[i] = machines[i] with { Machine = machine with { ClassName = className } };
        }
    }

    private void CheckNested(string? owner, IEnumerable<MessageSymbol> messages, IEnumerable<TagSymbol> tags)
    {
        var names = new NameTable(context);
        foreach (var (machine, companions) in _companions)
        {
            names.Reserve(machine.ClassName, "the class of a machine");
            companions.ForEach(companion => names.Reserve(companion, $"a type that stands beside the machine '{Wording.Clip(machine.Name)}'"));
        }

        var container = owner is null ? protocolClass : CSharpNaming.Pascal(owner);
        names.Reserve(container, "the class that it nests in");
        var nested = messages.Where(message => message.Message.BoundType is null).Cast<Symbol>()
            .Concat(tags.Where(tag => tag.Type.Binding != TagBinding.ExistingEnum))
            .OrderBy(symbol => symbol.Span.Start);
        foreach (var symbol in nested)
        {
            if (symbol is MessageSymbol message)
            {
                message.Message = message.Message with { TypeName = names.Add(message.Message.TypeName, message.Name, message.Span) };
            }
            else if (symbol is TagSymbol tag)
            {
                tag.Type = tag.Type with { TypeName = names.Add(tag.Type.TypeName, tag.Name, tag.Span) };
            }
        }
    }

    private void CheckBound(BoundMachine machine)
    {
        var byType = new Dictionary<string, MessageSymbol>();
        foreach (var message in MessageUse.Of(machine))
        {
            if (message.Message.BoundType is not { } type)
            {
                continue;
            }

            if (!byType.TryGetValue(type, out var first))
            {
                byType.Add(type, message);
                continue;
            }

            context.Report(NameMessages.Bound(message.Span, message.Name, first.Name, type));
            message.Message = message.Message with { BoundType = null };
        }
    }
}
