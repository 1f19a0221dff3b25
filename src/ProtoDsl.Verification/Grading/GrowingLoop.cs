using System.Collections.Generic;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>Says where channels grow with their capacity: a send that lacked room, and that its role can come back to. The shortest
/// such loop, counted in the role's own moves.</summary>
internal static class GrowingLoop
{
    public static (int Role, int State)? Find(Expander expander)
    {
        (int Role, int State)? found = null;
        var shortest = int.MaxValue;
        for (var step = 0; step < expander.WasRefused.Length; step++)
        {
            if (!expander.WasRefused[step]) continue;
            var origin = expander.Table.Origins[step];
            var length = LoopLength(expander.Table.System.Roles[origin.Role], origin);
            if (length >= shortest) continue;
            shortest = length;
            found = (origin.Role, origin.Source);
        }

        return found;
    }

    private static int LoopLength(RoleAutomaton role, StepOrigin origin)
    {
        var distance = new Dictionary<int, int> { [role.States[origin.Source].Moves[origin.Move].Target] = 1 };
        var waiting = new Queue<int>(distance.Keys);
        while (waiting.Count > 0)
        {
            var state = waiting.Dequeue();
            if (state == origin.Source) return distance[state];
            foreach (var move in role.States[state].Moves)
            {
                if (distance.ContainsKey(move.Target)) continue;
                distance[move.Target] = distance[state] + 1;
                waiting.Enqueue(move.Target);
            }
        }

        return int.MaxValue;
    }
}
