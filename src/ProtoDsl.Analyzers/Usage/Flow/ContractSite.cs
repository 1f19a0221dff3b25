using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Which side of which contract is judged.</summary>
internal enum ContractRole
{
    /// <summary>A call of what demands a state.</summary>
    Demanded,

    /// <summary>An assignment to a field or property that is always in a state.</summary>
    Stored,

    /// <summary>A way out of a method that promises to leave a parameter in a state.</summary>
    Left,

    /// <summary>The same for the result true.</summary>
    LeftWhenTrue,

    /// <summary>The same for the result false.</summary>
    LeftWhenFalse,

    /// <summary>A way out of a method that promises to leave a parameter as it was.</summary>
    Unchanged,

    /// <summary>A way out of a method that promises a state of what it returns.</summary>
    Returned,

    /// <summary>A way out of a member of a class with a field that is always in a state.</summary>
    Kept,
}

/// <summary>A place at which an attribute wants a machine to be in certain states.</summary>
/// <param name="key">What tells it from others.</param>
/// <param name="machine">The machine's class.</param>
/// <param name="role">Which side of which contract.</param>
/// <param name="states">The states that the attribute names.</param>
/// <param name="owner">The method, field or property whose contract it is.</param>
/// <param name="name">The machine, as it is written, or as the attribute's parameter or field is called.</param>
/// <param name="location">Where to point.</param>
internal class ContractSite(SiteKey key, MachineType machine, ContractRole role, StateSet states, ISymbol owner, string name, Location location)
    : JudgedSite(key, machine)
{
    /// <summary>Which side of which contract.</summary>
    public ContractRole Role { get; } = role;

    /// <summary>The states that the attribute names.</summary>
    public StateSet States { get; } = states;

    /// <summary>The method, field or property whose contract it is.</summary>
    public ISymbol Owner { get; } = owner;

    /// <summary>The machine, as it is written, or as the attribute's parameter or field is called.</summary>
    public string Name { get; } = name;

    /// <summary>Where to point.</summary>
    public Location Location { get; } = location;

    /// <summary>True where the one who comes with the machine has to see to it, who may have got it in that state.</summary>
    public bool IsDemand => Role is ContractRole.Demanded or ContractRole.Stored;

    /// <inheritdoc/>
    public override Failing Fails
    {
        get
        {
            // A machine that others move is said to be elsewhere only where that is certain.
            var others = Machine.Table.All - States;
            return new Failing(others, Machine.Table.IsShared ? default : others);
        }
    }
}

/// <summary>A way out of a method that promises to leave a parameter as it was: each state at entry is judged for itself.</summary>
internal sealed class UnchangedSite(SiteKey key, BoundSubject subject, ISymbol owner, string name, Location location)
    : ContractSite(key, subject.Machine, ContractRole.Unchanged, subject.Machine.Table.All, owner, name, location)
{
    /// <inheritdoc/>
    public override Failing Fails => default;

    /// <inheritdoc/>
    public override Verdict Verdict
    {
        get
        {
            var (mayMove, mayStay) = (false, false);
            foreach (var origin in Rows.Origins)
            {
                // Where unseen hands have had it, nobody knows.
                mayStay |= origin.Origin != subject.Origin;
                for (var entry = 0; origin.Origin == subject.Origin && entry < origin.Rows.Length; entry++)
                {
                    mayStay |= origin.Rows[entry].Contains(entry);
                    mayMove |= !(origin.Rows[entry] - StateSet.Of(entry)).IsEmpty;
                }
            }

            return mayMove && !mayStay ? Verdict.Illegal
                : mayMove && !Machine.Table.IsShared ? Verdict.MayBeIllegal
                : Verdict.Legal;
        }
    }

    /// <inheritdoc/>
    public override StateSet BadStates
    {
        get
        {
            var states = default(StateSet);
            foreach (var origin in Rows.Origins)
            {
                for (var entry = 0; origin.Origin == subject.Origin && entry < origin.Rows.Length; entry++)
                {
                    states |= origin.Rows[entry] - StateSet.Of(entry);
                }
            }

            return states;
        }
    }
}
