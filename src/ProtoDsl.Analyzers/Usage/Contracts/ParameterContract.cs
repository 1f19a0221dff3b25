using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>What is said about a machine that is handed over as a parameter. Null: nothing is said.</summary>
/// <param name="Required">The states that callers must bring it in; the body may rely on it.</param>
/// <param name="Ensured">The states that it is in after a normal return.</param>
/// <param name="EnsuredWhenTrue">The states that it is in when the result is true; to be taken together with <paramref name="Ensured"/>.</param>
/// <param name="EnsuredWhenFalse">The same for false.</param>
/// <param name="IsUnchanged">True when the method raises no event on it.</param>
/// <param name="TakesOwnership">True when the caller need not finish it any more.</param>
internal sealed record ParameterContract(
    StateSet? Required, StateSet? Ensured, StateSet? EnsuredWhenTrue, StateSet? EnsuredWhenFalse, bool IsUnchanged, bool TakesOwnership)
{
    /// <summary>Nothing is said.</summary>
    public static readonly ParameterContract None = new(null, null, null, null, IsUnchanged: false, TakesOwnership: false);
}

/// <summary>The states that a field, a property or a returned value is declared to be in.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="States">Its states.</param>
internal sealed record ValueContract(MachineType Machine, StateSet States);

/// <summary>The states that a field or property must be in when a member of its class is called.</summary>
/// <param name="Member">The field or property, as the called member's class sees it.</param>
/// <param name="Machine">The machine.</param>
/// <param name="States">Its states.</param>
internal sealed record MemberContract(ISymbol Member, MachineType Machine, StateSet States);
