using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Messages;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What attributes demand of a caller, and of who stores a machine. What follows is judged as if the demand had been met: a call that returns
/// tells in which states the machine was.</summary>
internal sealed class ContractCalls(BodyContext context, MachineMoves moves)
{
    private ContractCatalog Contracts => context.Model.Contracts;

    /// <summary>A method, constructor or accessor is about to run.</summary>
    /// <param name="call">The call.</param>
    /// <param name="method">What is called; null where that is not known.</param>
    /// <param name="arguments">The arguments, evaluated.</param>
    /// <param name="state">What is known; dead afterwards where it cannot go on.</param>
    public void Demand(IOperation call, IMethodSymbol? method, IReadOnlyCollection<PassedArgument> arguments, FlowState state)
    {
        foreach (var (argument, value) in arguments)
        {
            if (value is ObjectValue { Object: var @object }
                && argument.Parameter is { ContainingSymbol: { } callee } parameter
                && state.Knows(@object)
                && Contracts.Of(parameter).Required is { } states
                && context.Catalog.MachineOf(parameter.Type) == context.MachineOf(@object))
            {
                Judge(call.Syntax, parameter, ContractRole.Demanded, states, callee, Words.NameOf(argument.Value, context.MachineOf(@object).Symbol.Name), @object, state);
            }
        }

        if (method is null || !IsOnSameObject(call, method))
        {
            return;
        }

        foreach (var member in Contracts.OfMembers(method))
        {
            if (context.Places.OfMember(member.Member) is >= 0 and var place && state.Get(place) is ObjectValue { Object: var held } && state.Knows(held))
            {
                Judge(call.Syntax, member.Member, ContractRole.Demanded, member.States, method, member.Member.Name, held, state);
            }
        }
    }

    /// <summary>True for a function of which attributes say something: those who call it are told that, whatever its body does.</summary>
    public bool SaysSomethingOf(IMethodSymbol function) =>
        function.Parameters.Any(parameter => Contracts.Of(parameter) != ParameterContract.None) || Contracts.OfReturn(function) is not null;

    /// <summary>A machine is about to be stored in a field or property that is not followed to the end of the body.</summary>
    public void Store(IOperation target, IOperation written, FlowValue? value, FlowState state)
    {
        var contract = target switch
        {
            IFieldReferenceOperation field => Contracts.Of(field.Field),
            IPropertyReferenceOperation property => Contracts.Of(property.Property),
            _ => null,
        };
        if (contract is not null
            && target is IMemberReferenceOperation { Member: var member }
            && value is ObjectValue { Object: var @object }
            && state.Knows(@object)
            && contract.Machine == context.MachineOf(@object)
            && !MayStillChange(member))
        {
            Judge(target.Syntax, member, ContractRole.Stored, contract.States, member, Words.NameOf(written, contract.Machine.Symbol.Name), @object, state);
        }
    }

    /// <summary>An initialiser is followed by a constructor, if one is written.</summary>
    private bool MayStillChange(ISymbol member) =>
        context.Owner is not IMethodSymbol
        && (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors).Any(constructor => !constructor.IsImplicitlyDeclared);

    /// <summary>Fields are those of the object at hand in a call on <c>this</c> or <c>base</c>, and static ones in a call of a static member.</summary>
    private bool IsOnSameObject(IOperation call, IMethodSymbol method)
    {
        if (context.Places.Members.Count == 0)
        {
            return false;
        }

        var instance = call switch
        {
            IInvocationOperation invocation => invocation.Instance,
            IMemberReferenceOperation reference => reference.Instance,
            _ => null,
        };
        return method.IsStatic
            ? SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, context.Owner.ContainingType?.OriginalDefinition)
            : instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
    }

    private void Judge(
        SyntaxNode syntax, ISymbol subject, ContractRole role, StateSet states, ISymbol owner, string name, int @object, FlowState state)
    {
        var facts = moves.Observe(state, @object);
        var site = context.Sites.At(new SiteKey(syntax, (role, subject)), key =>
            new ContractSite(key, context.MachineOf(@object), role, states, owner, name, Words.LocationOf(syntax)));
        site.Add(facts);
        var kept = facts.And(states);
        if (!kept.Rows.IsEmpty)
        {
            state.Refine(@object, kept);
        }
        else if (context.IsAssumedLegal(site.Key))
        {
            var origin = context.Origins.Of(("met", site.Key), OriginKind.Declared, facts.Machine);
            state.Replace(@object, facts.Forgotten(StateRows.Each(origin, states)).WithMessages(facts.MayHoldMessages));
        }
        else
        {
            state.Kill();
        }
    }
}
