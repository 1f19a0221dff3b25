using System.Collections.Generic;
using Microsoft.CodeAnalysis;
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
    private readonly List<(MachineType Machine, object Key)> _objects = [];

    /// <summary>The number of what a key stands for (the syntax of a creation, a parameter, the number of a place).</summary>
    public int NumberOf(object key, MachineType machine)
    {
        if (_numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        if (_objects.Count == MaxObjects)
        {
            return None;
        }

        _numbers.Add(key, number = _objects.Count);
        _objects.Add((machine, key));
        return number;
    }

    /// <summary>The class of a machine.</summary>
    public MachineType MachineOf(int number) => _objects[number].Machine;

    /// <summary>True for two that are taken to be different machines though both come from elsewhere: two parameters.</summary>
    public bool AreDistinct(int left, int right) => _objects[left].Key is IParameterSymbol && _objects[right].Key is IParameterSymbol;
}
