using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Verification.Sessions;

/// <summary>Rows of a file's machines that none of its sessions takes, though one allows them. Nothing is said of a machine as long as one
/// of its sessions is not known to the end.</summary>
internal static class UnusedRows
{
    public static IEnumerable<Finding> Of(TableFile file, IReadOnlyList<SessionCheck> checks)
    {
        for (var machine = 0; machine < file.Bound.Protocol.Machines.Count; machine++)
        {
            var name = file.Bound.Protocol.Machines[machine].Name;
            var uses = new List<(IReadOnlyList<int> Used, IReadOnlyList<int> Excluded)>();
            var isKnown = true;
            foreach (var check in checks)
            {
                for (var role = 0; role < check.Session.Roles.Count; role++)
                {
                    if (check.Session.Roles[role].Machine != machine)
                    {
                        continue;
                    }

                    if (check is { System: { } system, Verdict: { IsComplete: true } verdict })
                    {
                        uses.Add((verdict.UsedRows[role], system.Roles[role].ExcludedRows));
                    }
                    else
                    {
                        isKnown = false;
                    }
                }
            }

            if (!isKnown || uses.Count == 0)
            {
                continue;
            }

            var rows = file.Bound.Protocol.Machines[machine].Rows;
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows[row].Kind is RowKind.Transition or RowKind.Ignore
                    && uses.All(use => !use.Used.Contains(row)) && uses.Any(use => !use.Excluded.Contains(row)))
                {
                    yield return new Finding(
                        SessionRules.UnusedRow,
                        new Place(file.Path, file.Bound.Map.Machines[machine].Rows[row]),
                        $"No session of this file ever takes this row of {name}; remove it, or add a session that needs it");
                }
            }
        }
    }
}
