using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>What an event carries.</summary>
internal static class EventParameters
{
    /// <summary>Its parameters; none for a timer.</summary>
    public static EquatableArray<Parameter> Of(RoleSource source, MachineEvent @event) => Of(source.Protocol, source.Machine, @event);

    /// <summary>The same of a machine that no role has.</summary>
    public static EquatableArray<Parameter> Of(Protocol protocol, Machine machine, MachineEvent @event) => @event.Kind switch
    {
        EventKind.Call => machine.Calls[@event.Subject].Parameters,
        EventKind.Receive => protocol.Messages[@event.Subject].Parameters,
        _ => default,
    };

    /// <summary>The index of a parameter by its name; -1 for none.</summary>
    public static int IndexOf(this EquatableArray<Parameter> parameters, string name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The names of the values of a tag; empty for a parameter of a C# type.</summary>
    public static IReadOnlyList<string> ValuesOf(Protocol protocol, Parameter parameter)
    {
        var names = new List<string>();
        if (parameter.Tag >= 0)
        {
            foreach (var value in protocol.Tags[parameter.Tag].Values)
            {
                names.Add(value.Name);
            }
        }

        return names;
    }

    /// <summary>In how many ways one of each can be chosen; anything past the limit is the limit and one.</summary>
    public static int CountWays<T>(IReadOnlyList<IReadOnlyList<T>> choices, int limit)
    {
        var ways = 1L;
        for (var i = 0; i < choices.Count && ways <= limit; i++)
        {
            ways *= choices[i].Count;
        }

        return ways > limit ? limit + 1 : (int)ways;
    }

    /// <summary>Every way to choose one of each, the last choice changing fastest.</summary>
    public static IEnumerable<IReadOnlyList<T>> Product<T>(IReadOnlyList<IReadOnlyList<T>> choices)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i].Count == 0)
            {
                yield break;
            }
        }

        var digits = new int[choices.Count];
        int changed;
        do
        {
            var chosen = new T[choices.Count];
            for (var i = 0; i < chosen.Length; i++)
            {
                chosen[i] = choices[i][digits[i]];
            }

            yield return chosen;
            for (changed = digits.Length - 1; changed >= 0 && ++digits[changed] == choices[changed].Count; changed--)
            {
                digits[changed] = 0;
            }
        }
        while (changed >= 0);
    }
}
