using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Names;

/// <summary>What a file declares, looked up as its rows see it: a machine's own names, and the shared ones.</summary>
internal sealed class DeclaredNames
{
    private readonly HashSet<NameKey> _keys = [];
    private readonly Dictionary<NameKey, SignatureSyntax> _signatures = [];
    private readonly Dictionary<NameKey, EquatableArray<TagValueSyntax>> _tags = [];
    private readonly Dictionary<(string Session, string Role), string> _roles = [];

    public DeclaredNames(IEnumerable<(LineSyntax Line, LinePlace Place)> lines)
    {
        foreach (var (line, place) in lines)
        {
            Add(line, place);
        }
    }

    public bool Has(NameKey key) => _keys.Contains(key);

    public bool HasMachine(string name) => _keys.Contains(new NameKey(NameKind.Machine, null, name));

    public string? MachineOf(string session, string role) => _roles.TryGetValue((session, role), out var machine) ? machine : null;

    /// <summary>The machine where it is that machine's own; null where it is shared, or not known.</summary>
    public string? OwnerOf(NameKind kind, string? machine, string name) => kind switch
    {
        NameKind.State or NameKind.Group or NameKind.Guard or NameKind.Effect => machine,
        _ => _keys.Contains(new NameKey(kind, machine, name)) ? machine : null,
    };

    public bool IsGroup(string? machine, string name) =>
        _keys.Contains(new NameKey(NameKind.Group, machine, name)) && !_keys.Contains(new NameKey(NameKind.State, machine, name));

    public IEnumerable<string> ParametersOf(NameKind kind, string? machine, string signature) =>
        Signature(kind, machine, signature)?.Parameters.Select(parameter => parameter.Name.Text) ?? [];

    public IEnumerable<string> ValuesOf(NameKind kind, string? machine, string signature, int index) =>
        TagOf(kind, machine, signature, index) is { } tag ? tag.Values.Select(value => value.Text) : [];

    /// <summary>The owner of a value that is written as an argument; null where it is no value of the parameter's tag.</summary>
    public string? ValueOf(NameKind kind, string? machine, string signature, int index, string value) =>
        TagOf(kind, machine, signature, index) is { } tag && tag.Values.Any(candidate => candidate.Text == value) ? tag.Owner : null;

    /// <summary>The owner of a value that is written as an argument of an effect: of the one tag that has it, among those that the machine sees.</summary>
    public string? ValueOfAnyTag(string? machine, string value)
    {
        var owners = _tags.Where(tag => (tag.Key.Owner is null || tag.Key.Owner == machine) && tag.Value.Any(candidate => candidate.Text == value))
            .Select(tag => NamePath.OfTag(tag.Key.Owner, tag.Key.Name))
            .Take(2)
            .ToArray();
        return owners.Length == 1 ? owners[0] : null;
    }

    private (string Owner, EquatableArray<TagValueSyntax> Values)? TagOf(NameKind kind, string? machine, string signature, int index)
    {
        if (Signature(kind, machine, signature) is not { } found || index >= found.Parameters.Count)
        {
            return null;
        }

        var parameter = found.Parameters[index];
        var owner = OwnerOf(kind, machine, signature);
        if (!parameter.Alternatives.IsEmpty)
        {
            return (NamePath.OfTag(owner, NamePath.InlineTag(kind, signature, parameter.Name.Text)), parameter.Alternatives);
        }

        var name = parameter.Type?.SimpleName;
        if (name is null)
        {
            return null;
        }

        var key = new NameKey(NameKind.Tag, OwnerOf(NameKind.Tag, machine, name), name);
        return _tags.TryGetValue(key, out var values) ? (NamePath.OfTag(key.Owner, name), values) : null;
    }

    private SignatureSyntax? Signature(NameKind kind, string? machine, string name) =>
        _signatures.TryGetValue(new NameKey(kind, OwnerOf(kind, machine, name), name), out var found) ? found : null;

    private void Add(LineSyntax line, LinePlace place)
    {
        switch (line)
        {
            case MessageLine messages:
                AddAll(NameKind.Message, messages.Signatures, place);
                break;
            case CallLine calls:
                AddAll(NameKind.Call, calls.Signatures, place);
                break;
            case TimerLine timer:
                _keys.Add(new NameKey(NameKind.Timer, place.Machine, timer.Name.Text));
                break;
            case TagLine tag:
                AddTag(new NameKey(NameKind.Tag, place.Machine, tag.Name.Text), tag.Values);
                break;
            case GroupLine group:
                _keys.Add(new NameKey(NameKind.Group, place.Machine, group.Name.Text));
                break;
            case MachineLine:
                _keys.Add(new NameKey(NameKind.Machine, null, place.Machine ?? ""));
                break;
            case StateLine state:
                _keys.Add(new NameKey(NameKind.Machine, null, place.Machine ?? ""));
                _keys.Add(new NameKey(NameKind.State, place.Machine, state.Name.Text));
                break;
            case RoleRow role when place.Session is not null && !_roles.ContainsKey((place.Session, role.Role.Text)):
                _roles.Add((place.Session, role.Role.Text), role.Machine.Text);
                break;
        }
    }

    private void AddAll(NameKind kind, EquatableArray<SignatureSyntax> signatures, LinePlace place)
    {
        foreach (var signature in signatures)
        {
            var key = new NameKey(kind, place.Machine, signature.Name.Text);
            if (_keys.Add(key))
            {
                _signatures.Add(key, signature);
            }

            foreach (var parameter in signature.Parameters.Where(parameter => !parameter.Alternatives.IsEmpty))
            {
                AddTag(new NameKey(NameKind.Tag, place.Machine, NamePath.InlineTag(kind, signature.Name.Text, parameter.Name.Text)), parameter.Alternatives);
            }
        }
    }

    private void AddTag(NameKey key, EquatableArray<TagValueSyntax> values)
    {
        if (_keys.Add(key))
        {
            _tags.Add(key, values);
        }
    }
}
