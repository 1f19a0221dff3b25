using System.Collections.Generic;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>One of the classes that a machine becomes: the plain one, or the one with the actions as a type parameter. Both are
/// written by the same emitters, which ask here where the two differ.</summary>
internal sealed class MachineForm
{
    private readonly HashSet<string> _used = new();

    public MachineForm(MachineShape shape, bool isGeneric)
    {
        Shape = shape;
        IsGeneric = isGeneric;
    }

    public MachineShape Shape { get; }

    public Flavor Flavor => Shape.Flavor;

    public TypeNames Types => Shape.Types;

    public bool IsGeneric { get; }

    /// <summary>The class as a type.</summary>
    public string ClassType => Shape.ClassName + (IsGeneric ? "<TActions>" : "");

    /// <summary>What its constructor takes.</summary>
    public string ActionsType => IsGeneric ? "TActions" : Shape.ActionsType;

    /// <summary>The name of a private helper.</summary>
    public string Helper(string name) => Shape.Members[name];

    /// <summary>The same for a helper that is written only where something calls it.</summary>
    public string Use(string name)
    {
        _used.Add(name);
        return Helper(name);
    }

    /// <summary>True where something written so far calls the helper.</summary>
    public bool IsUsed(string name) => _used.Contains(name);

    /// <summary>A type that both forms share; it nests in the plain one.</summary>
    public string Nested(string name) => IsGeneric ? $"{Shape.Types.Top(Shape.Machine.ClassName)}.{name}" : name;
}
