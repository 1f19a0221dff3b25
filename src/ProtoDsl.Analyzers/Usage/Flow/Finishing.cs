using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Watches what becomes of the machines that a body makes: one that nobody else has got, and that nothing refers to any more, can never be
/// finished. A machine that need not be finished any more gets another origin, so that where paths meet it is still known by which of them it
/// came in which state.</summary>
internal sealed class Finishing(BodyContext context)
{
    private readonly Dictionary<SyntaxNode, UnfinishedSite> _sites = [];

    /// <summary>Where machines are made, with what they may be left in; in the order of the text.</summary>
    public IEnumerable<UnfinishedSite> Sites => _sites.Values.OrderBy(site => site.Key.Syntax.SpanStart);

    /// <summary>The body is left normally: what is not returned stays behind.</summary>
    /// <param name="state">What holds.</param>
    /// <param name="returned">What is returned, as it is written; null for nothing.</param>
    public void LeaveBody(FlowState state, SyntaxNode? returned)
    {
        var result = state.Get(context.ResultPlace) is ObjectValue { Object: var @object } ? @object : ObjectTable.None;
        Check(state, left => left != result, new Ending(IsReturn: true, returned));
    }

    /// <summary>Nothing refers any more to the machines that no place holds.</summary>
    public void Drop(FlowState state) => Check(state, @object => !state.HoldersOf(@object).Any(), new Ending(IsReturn: false, null));

    /// <summary>The expression that made a machine is evaluated once more, and the machine from the last time was in the variable that is written
    /// now. Where another variable has it, that one is not followed from here on.</summary>
    public void MakeAgain(FlowState state, int @object, IOperation creation)
    {
        if (state.Knows(@object))
        {
            var target = TargetOf(creation);
            Check(state, left => left == @object && state.HoldersOf(left).All(place => place == target), new Ending(IsReturn: false, null));
        }
    }

    /// <summary>A machine is somebody else's from here on, or there is none.</summary>
    public void Excuse(FlowState state, FlowValue? value)
    {
        if (value is ObjectValue { Object: var @object })
        {
            Excuse(state, @object);
        }
    }

    /// <summary>A machine is somebody else's from here on, or there is none.</summary>
    public void Excuse(FlowState state, int @object)
    {
        if (context.Origins.AnyToFinish && state.Find(@object) is { } facts && facts.Rows.MustFinish)
        {
            state.Restate(@object, Excused);
        }
    }

    /// <summary>An exception is thrown: to clean up behind those would mean a handler at each call.</summary>
    public void ExcuseAll(FlowState state)
    {
        if (context.Origins.AnyToFinish)
        {
            foreach (var @object in state.Objects())
            {
                Excuse(state, @object);
            }
        }
    }

    /// <summary>Machines were handed to a method; a parameter may say that they are its own from here on.</summary>
    public void HandOver(FlowState state, IEnumerable<PassedArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value is ObjectValue && argument.Argument.Parameter is { } parameter && context.Model.Contracts.Of(parameter).TakesOwnership)
            {
                state.Escape(argument.Value);
            }
        }
    }

    private ObjectFacts Excused(ObjectFacts facts) => facts.In(facts.Rows.Rehomed(
        origin => origin.MustFinish ? context.Origins.Of(("excused", origin.Key), origin.Kind, origin.Machine) : origin));

    private void Check(FlowState state, System.Func<int, bool> isLeft, Ending ending)
    {
        if (state.IsDead || !context.Origins.AnyToFinish)
        {
            return;
        }

        for (var @object = 0; @object < state.ObjectCount; @object++)
        {
            if (state.Find(@object) is { IsEscaped: false, IsStored: false, Rows.MustFinish: true } facts && isLeft(@object))
            {
                Check(@object, facts, ending);
            }
        }
    }

    private void Check(int @object, ObjectFacts facts, Ending ending)
    {
        foreach (var origin in facts.Rows.Origins)
        {
            if (!origin.Origin.MustFinish || origin.Origin.Key is not SyntaxNode creation)
            {
                continue;
            }

            if (!_sites.TryGetValue(creation, out var site))
            {
                _sites.Add(creation, site = new UnfinishedSite(creation, context.MachineOf(@object), context.Owner, context.Graph.OriginalOperation.Syntax));
            }

            var rows = StateRows.Of(origin.Origin, origin.Rows);
            site.Add(facts.In(facts.Machine.IsShared ? rows.Select(facts.Machine.ClosedUnderPeers) : rows), ending);
        }
    }

    /// <summary>The variable that the result of an expression is written to.</summary>
    private int TargetOf(IOperation creation)
    {
        var parent = creation.Parent;
        while (parent is IConversionOperation or IAwaitOperation)
        {
            parent = parent.Parent;
        }

        return parent is ISimpleAssignmentOperation assignment ? context.Places.OfVariable(context.Places.TargetOf(assignment.Target)) : PlaceTable.None;
    }
}
