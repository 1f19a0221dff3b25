using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Names;

/// <summary>Every name of a file, with all places where it stands: what an editor needs to find and to rename. It is there for a broken table too, as
/// far as its lines can be read.</summary>
public sealed class NameMap
{
    private readonly DeclaredNames _declared;
    private readonly ILookup<NameKey, NameUse> _byKey;

    internal NameMap(DeclaredNames declared, IEnumerable<NameUse> uses)
    {
        _declared = declared;
        Uses = uses.OrderBy(use => use.Span.Start).ToEquatableArray();
        _byKey = Uses.Where(use => !use.IsElsewhere).ToLookup(use => use.Key);
    }

    /// <summary>All of them, in the order of the text.</summary>
    public EquatableArray<NameUse> Uses { get; }

    /// <summary>What an offset touches, its end included: mostly one name or none.</summary>
    public IReadOnlyList<NameUse> At(int offset)
    {
        var inside = Uses.Where(use => use.Span.Start <= offset && offset < use.Span.End).ToArray();
        return inside.Length > 0 ? inside : Uses.Where(use => use.Span.End == offset).ToArray();
    }

    /// <summary>Every place in this file that names the same; declarations too.</summary>
    public IEnumerable<NameUse> Of(NameKey key) => _byKey[key];

    /// <summary>True where the file declares it, or, for what has no declaration, uses it.</summary>
    public bool Has(NameKey key) => _byKey[key].Any(use => use.IsDeclaration || key.Kind is NameKind.Guard or NameKind.Effect);

    /// <summary>The machine that a role of a session of this file is of; null where there is none.</summary>
    public string? MachineOf(string session, string role) => _declared.MachineOf(session, role);

    /// <summary>The names of a kind that a machine of this file can use, its own and the shared ones, in the order of their declaration.</summary>
    public IEnumerable<NameKey> VisibleIn(string? machine, NameKind kind) => Uses
        .Where(use => use.Key.Kind == kind && !use.IsElsewhere && (use.Key.Owner == machine || use.Key.Owner is null))
        .Where(use => use.IsDeclaration || kind is NameKind.Guard or NameKind.Effect)
        .Select(use => use.Key)
        .Distinct();

    /// <summary>What a name that another file writes of a machine of this file is here; null where it is nothing.</summary>
    public NameKey? Resolve(NameUse elsewhere)
    {
        var (kind, machine, name) = elsewhere.Key;
        if (machine is not null && !_declared.HasMachine(machine))
        {
            return null;
        }

        if (elsewhere.Argument is { } argument)
        {
            return machine is not null && _declared.ValueOf(argument.Kind, machine, argument.Signature, argument.Index, name) is { } owner
                ? new NameKey(NameKind.TagValue, owner, name)
                : null;
        }

        var key = machine is null ? elsewhere.Key : new NameKey(kind, _declared.OwnerOf(kind, machine, name), name);
        return _byKey[key].Any() ? key : null;
    }

    /// <summary>The values that an argument of an event or message may have: empty where it is of a C# type, or not known.</summary>
    /// <param name="machine">The machine in which it is written; null outside of any.</param>
    /// <param name="argument">Where it is written.</param>
    public IEnumerable<string> ValuesOf(string? machine, ArgumentPlace argument) =>
        _declared.ValuesOf(argument.Kind, machine, argument.Signature, argument.Index);

    /// <summary>The names of a message's or call's parameters, in order; empty where it is not known.</summary>
    public IEnumerable<string> ParametersOf(string? machine, NameKind kind, string signature) => _declared.ParametersOf(kind, machine, signature);
}
