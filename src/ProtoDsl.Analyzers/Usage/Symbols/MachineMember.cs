using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>What a generated member does: the numbers of <c>ProtoDsl.Metadata.MachineMemberKind</c>.</summary>
internal enum MemberKind
{
    Raise,
    Try,
    Can,
    State,
    Elapsed,
    Save,
    Restore,
    Assume,
}

/// <summary>A generated member of a machine.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Event">Its event; null where it has none.</param>
internal sealed record MachineMember(MachineType Machine, MemberKind Kind, EventTable? Event)
{
    /// <summary>Reads the mark of a member; null for a member without one, or with a wrong one.</summary>
    public static MachineMember? From(ISymbol member, MachineType machine)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "MachineMemberAttribute" } type
                && MarkerNames.IsMetadataNamespace(type.ContainingNamespace)
                && attribute.ConstructorArguments is { Length: 2 } arguments
                && arguments[0].Value is int kind
                && arguments[1].Value is int index
                && kind is >= 0 and <= (int)MemberKind.Assume)
            {
                var events = machine.Table.Events;
                var @event = index >= 0 && index < events.Count ? events[index] : null;
                var needsEvent = (MemberKind)kind is MemberKind.Raise or MemberKind.Try or MemberKind.Can;
                return needsEvent && @event is null ? null : new MachineMember(machine, (MemberKind)kind, @event);
            }
        }

        return null;
    }
}
