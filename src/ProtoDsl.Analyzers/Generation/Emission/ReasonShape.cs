using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The reasons of the table. One that several rows or cells give becomes a constant, so that it is written once.</summary>
internal sealed class ReasonShape
{
    private readonly Dictionary<string, string> _constants = new();

    public ReasonShape(Machine machine, MemberNames members)
    {
        var uses = machine.Cells
            .SelectMany(cell => cell.Candidates)
            .Select(candidate => machine.Rows[candidate.Row])
            .Where(row => row.Kind == RowKind.Forbid && !string.IsNullOrEmpty(row.Reason));
        foreach (var row in uses)
        {
            var reason = row.Reason ?? "";
            if (!_constants.ContainsKey(reason))
            {
                _constants.Add(reason, members.Private("Reason" + CSharpText.Number(_constants.Count + 1)));
            }
        }
    }

    /// <summary>Each reason and the constant that holds it, in the order of the cells.</summary>
    public IEnumerable<KeyValuePair<string, string>> Constants => _constants;

    /// <summary>What a handler answers for a row that forbids.</summary>
    public string Reference(Row row, MachineForm form) =>
        row.Reason is { Length: > 0 } reason && _constants.TryGetValue(reason, out var constant) ? constant : form.Helper("NotListed");
}
