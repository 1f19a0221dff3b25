using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>How machines change without a call of theirs in sight.</summary>
internal sealed class MachineMoves(BodyContext context)
{
    /// <summary>Code that is not analysed may have raised events on every machine that it can reach.</summary>
    /// <param name="state">Where.</param>
    /// <param name="except">A machine that it cannot move, as its own event is running; or <see cref="ObjectTable.None"/>.</param>
    public void RunUserCode(FlowState state, int except = ObjectTable.None)
    {
        foreach (var pair in state.Objects.Where(pair => pair.Key != except && pair.Value.IsEscaped).ToArray())
        {
            Forget(state, pair.Key);
        }
    }

    /// <summary>Code of an assembly may have moved the machines whose class it can name.</summary>
    public void RunAssembly(FlowState state, IAssemblySymbol? assembly)
    {
        foreach (var pair in state.Objects.Where(pair => pair.Value.IsEscaped).ToArray())
        {
            if (CallEffects.KnowsAssemblyOf(context.MachineOf(pair.Key), assembly, context.Catalog.Compilation))
            {
                Forget(state, pair.Key);
            }
        }
    }

    /// <summary>A machine is in unknown hands.</summary>
    public void Surrender(FlowState state, FlowValue? value)
    {
        if (value is ObjectValue { Object: var @object } && state.Objects.ContainsKey(@object))
        {
            state.Escape(value);
            Forget(state, @object);
            MoveAliases(state, @object);
        }
    }

    /// <summary>A machine has moved: any other number that may stand for the same one is void.</summary>
    public void MoveAliases(FlowState state, int moved)
    {
        var machine = context.MachineOf(moved);
        var facts = state.FactsOf(moved);
        foreach (var pair in state.Objects.ToArray())
        {
            var mayBeSame = (facts.IsForeign && pair.Value.IsEscaped) || (pair.Value.IsForeign && facts.IsEscaped);
            if (pair.Key != moved && mayBeSame && context.MachineOf(pair.Key) == machine)
            {
                Forget(state, pair.Key);
            }
        }
    }

    /// <summary>An unknown machine of a class has moved.</summary>
    public void MoveUnknown(FlowState state, MachineType machine)
    {
        foreach (var pair in state.Objects.Where(pair => pair.Value.IsEscaped).ToArray())
        {
            if (context.MachineOf(pair.Key) == machine)
            {
                Forget(state, pair.Key);
            }
        }
    }

    /// <summary>Brings the facts about a machine up to this moment: where other threads may have told it of messages and timers since, all
    /// that they may have made of it.</summary>
    public ObjectFacts Observe(FlowState state, int @object)
    {
        var facts = state.FactsOf(@object);
        var table = context.MachineOf(@object).Table;
        if (table.IsShared)
        {
            facts = facts.In(table.ClosedUnderPeers(facts.States)).WithMessages(facts.MayHoldMessages || table.CanDefer);
            state.Update(@object, facts);
        }

        return facts;
    }

    private static void Forget(FlowState state, int @object) => state.Update(@object, state.FactsOf(@object).Forgotten());
}
