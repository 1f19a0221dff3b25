using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Planning;

/// <summary>A table, its place among the others, and the C# it becomes part of.</summary>
internal sealed record PlacedTable(TableReading Reading, SourcePlace Place, ProjectLanguage Language)
{
    /// <summary>What to generate; null where there is nothing, or where it would only repeat an error that is told already.</summary>
    public Protocol? Protocol =>
        Reading.File is { } file && Place.Clash is null && !Language.IsTooOld && GeneratedTypes.Any(file.Protocol) ? file.Protocol : null;
}
