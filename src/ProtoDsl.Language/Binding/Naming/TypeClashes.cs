using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Files;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Names of generated types: those of the namespace, and those that nest in the protocol's class or a machine's.</summary>
internal sealed class TypeClashes(BindingContext context, string protocolClass, IReadOnlyList<BoundMachine> machines)
{
    private readonly List<(Machine Machine, List<string> Companions)> _companions =
        machines.Select(machine => (machine.Machine, CompanionsOf(machine.Machine).ToList())).ToList();

    public void Check(IReadOnlyList<MessageSymbol> messages, IReadOnlyList<TagSymbol> tags)
    {
        CheckNamespace(messages, tags);
        var owners = messages.Select(message => message.Message.Owner).Concat(tags.Select(tag => tag.Type.Owner)).Distinct();
        foreach (var owner in owners.ToList())
        {
            CheckNested(owner, messages.Where(message => message.Message.Owner == owner), tags.Where(tag => tag.Type.Owner == owner));
        }

        foreach (var machine in machines)
        {
            CheckBound(machine);
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
            names.Add(machines[i].Machine.ClassName, machines[i].Machine.Name, machines[i].Map.Name);
            foreach (var companion in _companions[i].Companions)
            {
                names.Add(companion, machines[i].Machine.Name, machines[i].Map.Name);
            }
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
        var nested = messages.Where(message => message.Message.BoundType is null).Select(message => (message.Message.TypeName, message.Name, message.Span))
            .Concat(tags.Where(tag => tag.Type.Binding != TagBinding.ExistingEnum).Select(tag => (tag.Type.TypeName, tag.Name, tag.Span)));
        foreach (var (typeName, name, span) in nested.OrderBy(type => type.Span.Start))
        {
            names.Add(typeName, name, span);
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
            }
            else if (context.FirstTime("bound", first.Index + "." + message.Index))
            {
                context.Report(NameMessages.Bound(message.Span, message.Name, first.Name, type));
            }
        }
    }
}
