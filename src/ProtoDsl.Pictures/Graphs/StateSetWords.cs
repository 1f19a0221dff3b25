using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Pictures.Graphs;

/// <summary>A set of states in the fewest words that the table has for it.</summary>
internal static class StateSetWords
{
    private const int MostExceptions = 3;

    /// <summary><c>any</c>, a group's name, <c>any except CLOSED</c>, or the names of the states.</summary>
    public static string Of(Machine machine, IReadOnlyList<int> states)
    {
        if (states.Count == machine.States.Count)
        {
            return "any";
        }

        if (machine.Groups.FirstOrDefault(group => group.States.SequenceEqual(states)) is { } named)
        {
            return named.Name;
        }

        var missing = Enumerable.Range(0, machine.States.Count).Except(states).ToArray();
        return missing.Length <= MostExceptions && missing.Length < states.Count ? "any except " + Names(machine, missing) : Names(machine, states);
    }

    private static string Names(Machine machine, IEnumerable<int> states) => string.Join(", ", states.Select(state => machine.States[state].Label ?? machine.States[state].Name));
}
