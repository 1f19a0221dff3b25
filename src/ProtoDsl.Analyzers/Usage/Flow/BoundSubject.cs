using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>A machine that a body is handed or finds.</summary>
/// <param name="Subject">How.</param>
/// <param name="Machine">Its class.</param>
/// <param name="Object">Its number in the flow.</param>
/// <param name="Origin">The origin of its rows: they tell what the body makes of each state at entry.</param>
/// <param name="EntryPlace">A place that holds it to the end, whatever the variable holds then.</param>
/// <param name="Place">The variable's place.</param>
internal sealed record BoundSubject(Subject Subject, MachineType Machine, int Object, Origin Origin, int EntryPlace, int Place)
{
    /// <summary>The states in which an attribute demands that it comes; null where nothing is demanded. The body is looked at for those only.</summary>
    public StateSet? Demanded { get; init; }
}
