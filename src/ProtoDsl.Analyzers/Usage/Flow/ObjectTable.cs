using System.Collections.Generic;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Numbers for the machines of one body: one for each expression that makes one, one for each variable that is found to hold an
/// unknown one.</summary>
internal sealed class ObjectTable
{
    /// <summary>No number: the body has more machines than are followed.</summary>
    public const int None = -1;

    private const int MaxObjects = 256;

    private readonly Dictionary<object, int> _numbers = [];
    private readonly List<MachineType> _machines = [];

    /// <summary>The number of what a key stands for (the syntax of a creation, or the number of a place).</summary>
    public int NumberOf(object key, MachineType machine)
    {
        if (_numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        if (_machines.Count == MaxObjects)
        {
            return None;
        }

        _numbers.Add(key, number = _machines.Count);
        _machines.Add(machine);
        return number;
    }

    /// <summary>The class of a machine.</summary>
    public MachineType MachineOf(int number) => _machines[number];
}
