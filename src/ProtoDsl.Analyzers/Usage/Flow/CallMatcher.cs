using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Finds out, for a call of a method whose summary is known, which machines it is about.</summary>
internal sealed class CallMatcher(BodyContext context, MachineMoves moves)
{
    private readonly ReferenceArguments _references = new(context);
    private readonly HandedFields _handed = new(context);

    /// <summary>Which machine each effect is on; null where a machine is handed over in a way that the summary does not speak of.</summary>
    public IReadOnlyList<MatchedEffect>? Match(
        IOperation call, IMethodSymbol method, MethodSummary summary, FlowValue? receiver, IReadOnlyCollection<PassedArgument> arguments, FlowState state)
    {
        var matched = new List<MatchedEffect>();
        var shift = method.ReducedFrom is null ? 0 : 1;
        foreach (var effect in summary.Effects)
        {
            var (value, written) = effect.Subject.Kind switch
            {
                SubjectKind.Parameter when shift == 1 && effect.Subject.Ordinal == 0 => (receiver, InstanceOf(call)),
                SubjectKind.Parameter => Argument(effect.Subject.Ordinal - shift, arguments),
                SubjectKind.This => (receiver, InstanceOf(call)),
                _ when IsOwnedBy(receiver, effect.Subject) => (receiver, InstanceOf(call)),
                _ when IsOnSameObject(call, method, effect.Subject.Member) => (ValueOf(effect, state), call),
                _ => (null, null),
            };
            if (value is ObjectValue machine && written is not null && state.Knows(machine.Object))
            {
                matched.Add(new MatchedEffect(effect, machine, written));
            }
        }

        matched.RemoveAll(match => _handed.IsHandedOnly(match.Effect, match.Machine, matched, summary, method));
        if (receiver is ObjectValue { Within: { } field } && summary.EffectOn(Subject.Of(field)) is null)
        {
            // A method of a base class: what it does to the fields of this one is done by overrides.
            return null;
        }

        var values = arguments.Select(argument => argument.Value).Append(receiver is ObjectValue { Within: not null } ? matched.Select(match => match.Machine).FirstOrDefault(machine => machine == receiver) : receiver).OfType<ObjectValue>().Select(value => value.Object).ToArray();
        var isClear = matched.Where(match => match.Effect.Moves).All(one => matched.Count(other => other.Machine.Object == one.Machine.Object) == 1)
            && !moves.MayBeSame(state, values)
            && !matched.Any(match => match.Effect.Moves && match.Effect.Machine.Table.CanDefer && state.FactsOf(match.Machine.Object).MayHoldMessages)
            && values.All(value => !state.Knows(value) || matched.Any(match => match.Machine.Object == value))
            && matched.All(match => match.Effect.Demanded is not { } demanded || (state.FactsOf(match.Machine.Object).States - demanded).IsEmpty)
            && _references.CanFollow(arguments);
        return isClear ? matched : null;
    }

    /// <summary>True for the machine of the very object that the method is called on.</summary>
    private static bool IsOwnedBy(FlowValue? receiver, Subject subject) =>
        receiver is ObjectValue { Within: { } field } && SymbolEqualityComparer.Default.Equals(field, subject.Member);

    private static IOperation? InstanceOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Instance,
        IPropertyReferenceOperation property => property.Instance,
        _ => null,
    };

    /// <summary>A static field is the same wherever the method is called from, another one where it is called on <c>this</c>.</summary>
    public static bool IsOnSameObject(IOperation call, IMethodSymbol method, ISymbol? member) =>
        member is { IsStatic: true }
        || (!method.IsStatic && InstanceOf(call) is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });

    private FlowValue? ValueOf(SubjectEffect effect, FlowState state) =>
        effect.Subject.Member is { } member && context.Places.OfMember(member) is >= 0 and var place ? state.Get(place) : null;

    private static (FlowValue? Value, IOperation? Written) Argument(int ordinal, IReadOnlyCollection<PassedArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Argument.Parameter?.Ordinal == ordinal)
            {
                return (argument.Value, argument.Argument.Value);
            }
        }

        return (null, null);
    }
}
