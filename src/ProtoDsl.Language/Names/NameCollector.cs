using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Names;

/// <summary>Walks the lines of a file and notes every name. What a name is follows from where it stands; whose it is, from what is declared. No name
/// of a machine hides a shared one, so that nothing depends on order.</summary>
internal sealed class NameCollector
{
    private readonly DeclaredNames _declared;
    private readonly NameList _names;
    private readonly RowNames _rows;

    private NameCollector(DeclaredNames declared)
    {
        _declared = declared;
        _names = new NameList(declared);
        _rows = new RowNames(declared, _names);
    }

    public static NameMap Collect(TransitionFileSyntax syntax, string protocol)
    {
        var lines = LinePlace.Of(syntax, protocol).ToArray();
        var collector = new NameCollector(new DeclaredNames(lines));
        foreach (var (line, place) in lines)
        {
            collector.Add(line, place);
        }

        return new NameMap(collector._declared, collector._names.All);
    }

    private void Add(LineSyntax line, LinePlace place)
    {
        switch (line)
        {
            case ProtocolLine protocol:
                _names.Declare(NameKind.Protocol, null, protocol.Name);
                break;
            case ImportLine import:
                foreach (var name in import.Protocols)
                {
                    _names.Add(new NameKey(NameKind.Protocol, null, name.Text), name, isElsewhere: true);
                }

                break;
            case MessageLine messages:
                AddSignatures(NameKind.Message, messages.Signatures, place.Machine);
                break;
            case CallLine calls:
                AddSignatures(NameKind.Call, calls.Signatures, place.Machine);
                break;
            case TimerLine timer:
                _names.Declare(NameKind.Timer, place.Machine, timer.Name);
                break;
            case TagLine tag:
                _names.Declare(NameKind.Tag, place.Machine, tag.Name);
                AddValues(tag.Values, NamePath.OfTag(place.Machine, tag.Name.Text));
                break;
            case GroupLine group:
                _names.Declare(NameKind.Group, place.Machine, group.Name);
                _rows.AddStates(group.Members, place.Machine);
                break;
            case MachineLine machine:
                _names.Declare(NameKind.Machine, null, machine.Name);
                break;
            case StateLine state:
                _names.Declare(NameKind.State, place.Machine, state.Name);
                break;
            case SessionLine session:
                _names.Declare(NameKind.Session, null, session.Name);
                break;
            case ScenarioLine scenario:
                _names.Add(new NameKey(NameKind.Session, null, scenario.Session.Text), scenario.Session);
                break;
            default:
                _rows.Add(line, place);
                break;
        }
    }

    private void AddSignatures(NameKind kind, EquatableArray<SignatureSyntax> signatures, string? machine)
    {
        foreach (var signature in signatures)
        {
            _names.Declare(kind, machine, signature.Name);
            foreach (var parameter in signature.Parameters)
            {
                _names.Declare(NameKind.Parameter, NamePath.OfSignature(machine, kind, signature.Name.Text), parameter.Name);
                AddValues(parameter.Alternatives, NamePath.OfTag(machine, NamePath.InlineTag(kind, signature.Name.Text, parameter.Name.Text)));
                if (parameter.Type is { SimpleName: { } type } && _names.IsDeclared(NameKind.Tag, machine, type))
                {
                    _names.Add(new NameKey(NameKind.Tag, _declared.OwnerOf(NameKind.Tag, machine, type), type), parameter.Type);
                }
            }
        }
    }

    private void AddValues(EquatableArray<TagValueSyntax> values, string owner)
    {
        foreach (var value in values)
        {
            _names.Add(new NameKey(NameKind.TagValue, owner, value.Text), value, isDeclaration: true);
        }
    }
}
