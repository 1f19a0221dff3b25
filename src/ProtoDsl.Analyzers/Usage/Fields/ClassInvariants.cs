using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>The states in which the members of a class leave the machine in one of its fields, whenever others can call a member: the least set that holds
/// what constructors leave there and where the members lead it from any of its states, be it that they return, throw, or let other code run in between. The
/// summaries of the members do not depend on it, so it takes no second look at them. Safe under concurrency.</summary>
internal sealed class ClassInvariants(ProgramCode program, SummaryStore summaries)
{
    private readonly ConcurrentDictionary<IFieldSymbol, StateSet> _states = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ClassMembers> _members = new(SymbolEqualityComparer.Default);

    /// <summary>The states; never more than <see cref="MachineField.StatesAtEntry"/>.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public StateSet Of(MachineField field, CancellationToken cancellationToken) =>
        !field.IsOwned ? field.StatesAtEntry
        : _states.TryGetValue(field.Field, out var known) ? known
        : _states.GetOrAdd(field.Field, Find(field, cancellationToken) & field.StatesAtEntry);

    /// <summary>The states in which a method finds it: those, for one that only others call; a helper of other members may find it in between.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public StateSet AtEntry(IMethodSymbol method, MachineField field, CancellationToken cancellationToken)
    {
        if (!field.IsOwned)
        {
            return field.StatesAtEntry;
        }

        var members = MembersOf(field.Field.ContainingType, cancellationToken);
        return members.IsCalledInside(method) || !members.MayBegin(method, caller => IsFollowed(caller, cancellationToken))
            ? field.StatesAtEntry
            : Of(field, cancellationToken);
    }

    private ClassMembers MembersOf(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        _members.TryGetValue(type, out var known) ? known : _members.GetOrAdd(type, new ClassMembers(type, program, cancellationToken));

    private bool IsFollowed(IMethodSymbol method, CancellationToken cancellationToken) => !summaries.Of(method, cancellationToken).IsOpaque;

    private StateSet Find(MachineField field, CancellationToken cancellationToken)
    {
        var members = MembersOf(field.Field.ContainingType, cancellationToken);
        if (members.HasGaps || members.IsNamedElsewhere(field) || members.IsHandedOutEarly || Start(field, members, cancellationToken) is not { } states)
        {
            return field.StatesAtEntry;
        }

        // Lambdas, and whoever else may move a shared machine, do so at any time.
        var deferred = field.Raises.Where(raise => raise.IsDeferred).ToArray();
        var traffic = members.Methods
            .Where(method => !IsConstruction(method, field) && members.MayBegin(method, caller => IsFollowed(caller, cancellationToken)))
            .Select(method => (Method: method, Summary: summaries.Of(method, cancellationToken)))
            .ToArray();
        if (traffic.Any(member => member.Summary.IsOpaque && members.Names(member.Method, field)))
        {
            return field.StatesAtEntry;
        }

        var flows = traffic.Select(member => TrafficOf(member.Summary, field)).OfType<FieldTraffic>().ToArray();
        for (var before = default(StateSet); before != states;)
        {
            before = states;
            states = deferred.Aggregate(states, (all, raise) => all | raise.After(all));
            states = field.Interference.Peers.Aggregate(states, (all, @event) => all | @event.After(all, TagKnowledge.None));
            states = flows.Aggregate(states, (all, flow) => all | flow.Returned.From(all) | flow.Thrown.From(all) | flow.Seen.From(all));
        }

        return states;
    }

    /// <summary>Where constructors leave it; null where that is not known.</summary>
    private StateSet? Start(MachineField field, ClassMembers members, CancellationToken cancellationToken)
    {
        var states = members.IsAssignedInside(field) ? field.StatesAssignedLater : default;
        if (!field.IsStatic && field.Field.ContainingType.BaseType is { SpecialType: not SpecialType.System_Object })
        {
            // A constructor of the base class may call what this class overrides, before its own constructor begins.
            states |= field.StatesInitialized;
        }

        var constructors = field.IsStatic ? field.Field.ContainingType.StaticConstructors : field.Field.ContainingType.InstanceConstructors;
        foreach (var constructor in constructors.Where(constructor => members.Methods.Contains(constructor, SymbolEqualityComparer.Default)))
        {
            if (BodySyntax.CallsThis(constructor, cancellationToken))
            {
                return null;
            }

            if (program.Bodies.Of(constructor, cancellationToken) is { IsInitializersOnly: true })
            {
                states |= field.StatesInitialized;
            }
            else if (TrafficOf(summaries.Of(constructor, cancellationToken), field) is { } traffic)
            {
                states |= traffic.Returned.Fresh | traffic.Seen.Fresh;
            }
            else
            {
                return null;
            }
        }

        return constructors.IsEmpty ? states | field.StatesInitialized : states;
    }

    private static bool IsConstruction(IMethodSymbol method, MachineField field) =>
        method.MethodKind == (field.IsStatic ? MethodKind.StaticConstructor : MethodKind.Constructor);

    private static FieldTraffic? TrafficOf(MethodSummary summary, MachineField field) =>
        summary.Traffic.FirstOrDefault(traffic => SymbolEqualityComparer.Default.Equals(traffic.Field, field.Field));
}
