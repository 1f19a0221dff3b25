using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

/// <summary>What an event carries.</summary>
internal static class EventParameters
{
    /// <summary>Its parameters; none for a timer.</summary>
    public static EquatableArray<Parameter> Of(RoleSource source, MachineEvent @event) => @event.Kind switch
    {
        EventKind.Call => source.Machine.Calls[@event.Subject].Parameters,
        EventKind.Receive => source.Protocol.Messages[@event.Subject].Parameters,
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

    /// <summary>Every way to choose one of each.</summary>
    public static IEnumerable<IReadOnlyList<T>> Product<T>(IReadOnlyList<IReadOnlyList<T>> choices)
    {
        var chosen = new T[choices.Count];
        return From(0);

        IEnumerable<IReadOnlyList<T>> From(int index)
        {
            if (index == chosen.Length)
            {
                yield return (T[])chosen.Clone();
                yield break;
            }

            foreach (var item in choices[index])
            {
                chosen[index] = item;
                foreach (var rest in From(index + 1))
                {
                    yield return rest;
                }
            }
        }
    }
}
