using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Why an attribute about states cannot be read, and what to write: one method a message.</summary>
internal static class ContractMessages
{
    private const int MaxNames = 6;

    /// <summary>It stands on something that is never a machine.</summary>
    public static ContractProblem NoMachine(ContractKind kind, ISymbol target, ITypeSymbol type)
    {
        var what = target is IMethodSymbol ? $"what '{target.Name}' returns" : $"'{target.Name}'";
        return Whole($"[{kind}] needs a machine, but {what} is {Show(type)}: put it where the class is one that a transition file generates, or leave it out.");
    }

    /// <summary>It has no states.</summary>
    public static ContractProblem NoStates(ContractKind kind, MachineType machine) =>
        Whole($"[{kind}] names no state, so no machine could ever keep it: name those that {machine.Symbol.Name} may be in, such as {Example(machine)}.");

    /// <summary>A value is something else than a state of this machine.</summary>
    public static ContractProblem NoState(TypedConstant value, int argument, MachineType machine)
    {
        var written = Words.OneLine(Show(value));
        var name = value switch
        {
            { Kind: TypedConstantKind.Enum, Type: { } type } => MemberName(type, value.Value),
            { Kind: TypedConstantKind.Primitive, Value: string text } => text,
            _ => null,
        };
        var meant = name is null ? null : Meant(name, StatesOf(machine));
        return new ContractProblem(
            argument,
            $"{written} is no state of {machine.Symbol.Name}. "
            + (meant is not null ? $"Did you mean {machine.StateType.Name}.{meant}?" : $"Name members of {machine.StateType.Name}: {Words.List(StatesOf(machine), MaxNames)}."),
            meant is null ? null : $"{machine.StateType.ToDisplayString()}.{meant}");
    }

    /// <summary>A member is named that does not exist.</summary>
    public static ContractProblem UnknownMember(string name, INamedTypeSymbol type, IEnumerable<string> machines)
    {
        var candidates = machines.ToArray();
        var meant = Meant(name, candidates);
        var advice = meant is not null ? $"Did you mean nameof({meant})?"
            : candidates.Length > 0 ? $"Those that hold machines: {Words.List(candidates, MaxNames)}."
            : "None of them holds a machine: leave it out.";
        return new ContractProblem(0, $"{type.Name} has no field or property '{Words.OneLine(name)}' that [MemberInState] could be about. {advice}", meant is null ? null : $"nameof({meant})");
    }

    /// <summary>A member is named that is no machine.</summary>
    public static ContractProblem MemberIsNoMachine(ISymbol member) => new(
        0,
        $"[MemberInState] needs a machine, but '{member.Name}' is {Show(MachinePlaces.TypeOf(member))}: name a field or property whose class a transition file generates.");

    /// <summary>A static member has no instance whose field could be in a state.</summary>
    public static ContractProblem StaticTarget(ISymbol target, ISymbol member) => new(
        0,
        $"'{target.Name}' is static and belongs to no object whose '{member.Name}' could be in a state: name a static field, or take the machine as a parameter with [InState].");

    /// <summary>What depends on the result, where there is no yes or no.</summary>
    public static ContractProblem NoBooleanResult(ISymbol? member)
    {
        var returned = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => "a constructor returns nothing",
            IMethodSymbol { ReturnsVoid: true } => $"'{member.Name}' returns nothing",
            IMethodSymbol method => $"'{member.Name}' returns {Show(method.ReturnType)}",
            _ => "there is none here",
        };
        return Whole($"[EnsuresStateWhen] is about a result that is true or false, but {returned}: return bool, or write [EnsuresState] for what holds always.");
    }

    /// <summary>Nothing comes in through an <c>out</c> parameter.</summary>
    public static ContractProblem OnOutParameter(ContractKind kind, ISymbol parameter) => Whole(
        $"[{kind}] is about a machine that callers hand over, but 'out {parameter.Name}' only hands one back: leave it out; [InState] says in which states that one is.");

    /// <summary>The same is said twice.</summary>
    public static ContractProblem SaidTwice(ContractClause clause)
    {
        var about = clause switch
        {
            { Member: { } member } => $" about '{member.Name}'",
            { Outcome: true } => " for true",
            { Outcome: false } => " for false",
            _ => "",
        };
        return Whole($"[{clause.Kind}] stands here twice{about}, and only the first counts: name the states in one.");
    }

    /// <summary>More is demanded or less promised than by what is overridden.</summary>
    public static string AtOddsWithInherited(ContractClause clause, ISymbol target, ContractConflict conflict)
    {
        var (member, about) = target is IParameterSymbol ? (target.ContainingSymbol, $"'{target.Name}'") : (target, clause.Member is { } named ? $"'{named.Name}'" : "what it gives");
        var inherited = $"'{conflict.Inherited.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
        var own = Words.List(NamesOf(conflict.Own, conflict.Machine), MaxNames);
        var theirs = conflict.Theirs is { } states ? "in " + Words.List(NamesOf(states, conflict.Machine), MaxNames) : "in any state";
        return conflict.IsDemand
            ? $"'{member.Name}' demands that {about} is in {own}, but {inherited} takes it {theirs}, and whoever calls that is not told: demand it there too, or test the state here."
            : $"'{member.Name}' promises that {about} is in {own}, but {inherited} promises it {theirs}, and whoever calls that relies on it: promise no less here.";
    }

    private static ContractProblem Whole(string message) => new(-1, message);

    private static string? Meant(string name, IReadOnlyCollection<string> candidates) =>
        candidates.Contains(name) ? name : NameSuggestion.Find(name, candidates);

    private static string Example(MachineType machine) => machine.StateType.Name + "." + StatesOf(machine)[0];

    private static List<string> NamesOf(StateSet states, MachineType machine)
    {
        var names = new List<string>();
        foreach (var state in states)
        {
            names.Add(machine.Table.NameOf(state));
        }

        return names;
    }

    private static string[] StatesOf(MachineType machine) => machine.Table.Relation.States.Select(state => state.MemberName).ToArray();

    private static string? MemberName(ITypeSymbol type, object? value) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))?.Name;

    private static string Show(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "nothing";

    private static string Show(TypedConstant value) => value switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Enum, Type: { } type } => MemberName(type, value.Value) is { } name ? $"{type.Name}.{name}" : $"({type.Name}){value.Value}",
        { Kind: TypedConstantKind.Type } => $"typeof({Show(value.Value as ITypeSymbol)})",
        { Kind: TypedConstantKind.Array } => "An array",
        _ => value.ToCSharpString(),
    };
}
