using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Judges, wherever a body returns, what its attributes promise: of parameters, of the result, of the fields of its class.</summary>
internal sealed class ContractEnds(BodyContext context)
{
    private readonly IMethodSymbol? _method = context.Owner as IMethodSymbol;
    private List<Promised>? _parameters;
    private bool? _isIterator;

    private ContractCatalog Contracts => context.Model.Contracts;

    /// <summary>A body returns.</summary>
    /// <param name="block">Where it leaves for its end.</param>
    /// <param name="state">What is known there.</param>
    public void Judge(BasicBlock block, FlowState state)
    {
        // What a function inside returns is judged where that is looked at by itself; what an iterator returns to its caller is not its end.
        if (_method is null || !context.IsFirstRound || context.CurrentGraph != context.Graph || (_isIterator ??= IsIterator(_method)))
        {
            return;
        }

        var returned = block is { ConditionalSuccessor: null, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return } ? block.BranchValue?.Syntax : null;
        var end = returned ?? context.Graph.OriginalOperation.Syntax;
        var location = returned?.GetLocation() ?? end.GetLastToken().GetLocation();
        foreach (var promised in _parameters ??= Parameters(_method))
        {
            JudgeParameter(promised, end, location, state);
        }

        foreach (var pair in context.Places.Members)
        {
            if (MustKeepFields(_method) && ContractEntry.DeclaredOf(Contracts, pair.Value) is { } states && FactsIn(pair.Key, state) is { } facts)
            {
                ISymbol member = (ISymbol?)pair.Value.Property ?? pair.Value.Field;
                At(end, location, ContractRole.Kept, member, pair.Value.Machine, states, member.Name).Add(facts);
            }
        }

        if (Contracts.OfReturn(_method) is { } contract && FactsIn(context.ResultPlace, state) is { } result)
        {
            At(end, location, ContractRole.Returned, _method, contract.Machine, contract.States, "").Add(result);
        }
    }

    private bool IsIterator(IMethodSymbol method) =>
        method.ReturnType.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator"
        && context.Graph.OriginalOperation.Descendants().Any(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    /// <summary>A constructor for others leaves an object that they may use; one that calls another of its class has not seen what that did.</summary>
    private bool MustKeepFields(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? method.DeclaredAccessibility != Accessibility.Private && !BodySyntax.CallsThis(method, context.Budget.CancellationToken)
        : ContractEntry.KeepsFields(method);

    private void JudgeParameter(Promised promised, SyntaxNode end, Location location, FlowState state)
    {
        var (parameter, contract, machine, place, subject) = promised;
        if (FactsIn(place, state) is not { } facts)
        {
            return;
        }

        var met = facts.In(AtEntry(facts.Rows, subject, machine));
        if (contract.Ensured is { } ensured)
        {
            At(end, location, ContractRole.Left, parameter, machine, ensured, parameter.Name).Add(met);
        }

        if (contract.IsUnchanged && subject is not null)
        {
            context.Sites.At(
                new SiteKey(end, (ContractRole.Unchanged, parameter)),
                key => new UnchangedSite(key, subject, context.Owner, parameter.Name, location))
                .Add(facts);
        }

        JudgeOutcome(promised, true, contract.EnsuredWhenTrue, facts, end, location, state);
        JudgeOutcome(promised, false, contract.EnsuredWhenFalse, facts, end, location, state);
    }

    private void JudgeOutcome(Promised promised, bool outcome, StateSet? states, ObjectFacts facts, SyntaxNode end, Location location, FlowState state)
    {
        // Of a result that is not followed nobody knows when it is true.
        if (states is not { } named
            || state.Get(context.ResultPlace) is not BoolValue result
            || result.When(outcome) is not { } side
            || state.Get(promised.Place) is not ObjectValue { Object: var @object })
        {
            return;
        }

        var then = side.Find(@object) is { } known ? ObjectFacts.Intersect(facts, known) : facts;
        if (!then.Rows.IsEmpty)
        {
            At(end, location, outcome ? ContractRole.LeftWhenTrue : ContractRole.LeftWhenFalse, promised.Parameter, promised.Machine, named, promised.Parameter.Name)
                .Add(then.In(AtEntry(then.Rows, promised.Subject, promised.Machine)));
        }
    }

    private ContractSite At(SyntaxNode end, Location location, ContractRole role, ISymbol subject, MachineType machine, StateSet states, string name) =>
        context.Sites.At(
            new SiteKey(end, (role, subject)),
            key => new ContractSite(key, machine, role, states, context.Owner, name, location));

    private static ObjectFacts? FactsIn(int place, FlowState state) => state.Get(place) is ObjectValue { Object: var @object } ? state.Find(@object) : null;

    /// <summary>Who promises something without demanding anything promises it for every state in which it may be called: those of the entry are all
    /// possible. A machine that unseen code has had is in one that nobody knows.</summary>
    private StateRows AtEntry(StateRows rows, BoundSubject? subject, MachineType machine) => rows.Rehomed(origin =>
        subject is not null && origin == subject.Origin ? context.Origins.Of(("promised", subject.Subject), OriginKind.Declared, machine.Table) : origin);

    private List<Promised> Parameters(IMethodSymbol method)
    {
        var promised = new List<Promised>();
        foreach (var parameter in method.Parameters)
        {
            if (context.Catalog.MachineOf(parameter.Type) is not { } machine || Contracts.Of(parameter) is not { } contract || contract == ParameterContract.None)
            {
                continue;
            }

            // By reference it is about what the variable holds then, else about what was handed over.
            var subject = context.Subjects.FirstOrDefault(subject => subject.Subject.Equals(Subject.Of(parameter)));
            var place = parameter.RefKind is RefKind.Ref or RefKind.Out ? context.Places.Of(parameter) : subject?.EntryPlace ?? PlaceTable.None;
            if (place >= 0)
            {
                promised.Add(new Promised(parameter, contract, machine, place, subject));
            }
        }

        return promised;
    }

    /// <summary>What is promised of a parameter, and where it is at the end.</summary>
    private sealed record Promised(IParameterSymbol Parameter, ParameterContract Contract, MachineType Machine, int Place, BoundSubject? Subject);
}
