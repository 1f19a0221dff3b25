using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>Short ways to read a table in a test.</summary>
internal static class Reading
{
    public static BoundFile Read(string text) => TransitionFile.Read(text, "Test");

    /// <summary>The only machine of a table that must have no error.</summary>
    public static Machine Machine(string text)
    {
        var bound = Read(text);
        Assert.Equal([], Errors(bound));
        return Assert.Single(bound.Protocol.Machines);
    }

    public static IEnumerable<string> Errors(BoundFile bound) =>
        bound.Diagnostics.Where(diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error).Select(diagnostic => diagnostic.Rule.Id + ": " + diagnostic.Message);

    public static IEnumerable<string> Ids(string text) => Read(text).Diagnostics.Select(diagnostic => diagnostic.Rule.Id);

    /// <summary>The rows of a cell as text, in the order in which they are tried.</summary>
    public static IEnumerable<string> Cell(Machine machine, string state, string @event)
    {
        var stateIndex = machine.States.ToList().FindIndex(one => one.Name == state);
        var eventIndex = machine.Events.ToList().FindIndex(one => one.Name == @event);
        return (machine.CellOf(stateIndex, eventIndex)?.Candidates ?? default).Select(candidate => machine.Rows[candidate.Row].Text);
    }
}
