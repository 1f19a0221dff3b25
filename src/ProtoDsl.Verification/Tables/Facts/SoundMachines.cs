using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>Which machines of a file can be checked. An error above all machines, in a session, or that hides others may touch any of them; one below a machine's line
/// touches that machine.</summary>
internal static class SoundMachines
{
    private const string TooLarge = "PDSL1004";
    private const string Sessions = "PDSL20";

    public static IEnumerable<int> Of(BoundFile file)
    {
        var begins = file.Map.Machines.Select(machine => LineOf(machine.Name)).ToArray();
        var isBroken = new bool[begins.Length];
        foreach (var error in file.Diagnostics.Where(diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error))
        {
            var found = Array.BinarySearch(begins, LineOf(error.Span));
            var machine = found >= 0 ? found : ~found - 1;
            if (machine < 0 || error.Rule.Id == TooLarge || error.Rule.Id.StartsWith(Sessions, StringComparison.Ordinal))
            {
                return [];
            }

            isBroken[machine] = true;
        }

        return Enumerable.Range(0, begins.Length).Where(machine => !isBroken[machine] && !file.Protocol.Machines[machine].States.IsEmpty);

        int LineOf(TextSpan span) => file.Map.Lines.PositionOf(span.Start).Line;
    }
}
