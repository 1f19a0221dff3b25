using ProtoDsl.Analyzers.Generation.Planning;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Analyzers.Generation.Output;

/// <summary>A class that another table generates already.</summary>
/// <param name="Type">Its full name.</param>
/// <param name="OtherTable">The path of that table from the project's folder.</param>
/// <param name="Place">Where this table names it.</param>
internal sealed record ClashReport(string Type, string OtherTable, TablePlace Place)
{
    /// <summary>The clash of a table; null for none.</summary>
    public static ClashReport? Of(PlacedTable placed)
    {
        if (placed is not
            {
                Place: { Clash: { } type, ClashesWith: { } other },
                Reading: { File: { } file, Table: { Text: { } text } table },
            })
        {
            return null;
        }

        var machine = GeneratedTypes.MachineOf(file.Protocol, type);
        var span = machine >= 0 && machine < file.Map.Machines.Count ? file.Map.Machines[machine].Name : default;
        return new ClashReport(type, other, TablePlace.Of(table.Path, text.Length, new LineMap(text), span));
    }
}
