using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>The machine that a method returns.</summary>
/// <param name="Parameter">The parameter that it is; negative for another.</param>
/// <param name="States">The states that it may be in, where the method made it; empty where that is not known.</param>
/// <param name="IsOwned">True when the caller is the only one that has it.</param>
/// <param name="MayBeNull">True when it may be none.</param>
internal sealed record ReturnedMachine(int Parameter, StateSet States, bool IsOwned, bool MayBeNull)
{
    /// <summary>Nothing is known.</summary>
    public static readonly ReturnedMachine Unknown = new(-1, default, false, true);
}
