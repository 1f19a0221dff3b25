using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>How the generated code cites a row: its section and its text. No line numbers: a comment added to the table must not change
/// what is generated.</summary>
internal sealed class RowText
{
    private const int MostStates = 4;

    private readonly Machine _machine;
    private readonly Dictionary<int, string> _cited = new();

    public RowText(Machine machine) => _machine = machine;

    /// <summary>A comment that cites the row.</summary>
    public string Cite(int index)
    {
        if (!_cited.TryGetValue(index, out var text))
        {
            var row = _machine.Rows[index];
            _cited.Add(index, text = $"// {CSharpText.Comment(SectionOf(row))}: {CSharpText.Comment(row.Text)}");
        }

        return text;
    }

    /// <summary>The event as a table writes it, with the values that the trigger names: <c>?ACK(FIN)</c>.</summary>
    public static string EventText(Protocol protocol, EventShape @event, RowTrigger trigger)
    {
        if (trigger.Pattern.All(value => value < 0))
        {
            return @event.Event.Name;
        }

        var values = @event.Parameters.Select((parameter, index) =>
            parameter.Tag < 0 || index >= trigger.Pattern.Count || trigger.Pattern[index] < 0
                ? "_"
                : protocol.Tags[parameter.Tag].Values[trigger.Pattern[index]].Name);
        return $"{@event.Event.Name}({string.Join(", ", values)})";
    }

    private string SectionOf(Row row)
    {
        if (!row.IsShared)
        {
            return row.States.IsEmpty ? "state" : "state " + _machine.States[row.States[0]].Name;
        }

        if (row.States.Count == _machine.States.Count)
        {
            return "in any";
        }

        foreach (var group in _machine.Groups)
        {
            if (group.States == row.States)
            {
                return "in " + group.Name;
            }
        }

        return row.States.Count <= MostStates
            ? "in " + string.Join(", ", row.States.Select(state => _machine.States[state].Name))
            : $"in {CSharpText.Number(row.States.Count)} states";
    }
}
