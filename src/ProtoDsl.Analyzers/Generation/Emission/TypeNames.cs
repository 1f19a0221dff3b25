using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>How the types of one protocol are named in its C#. A name that a member or parameter would hide is written out in full.</summary>
internal sealed class TypeNames
{
    private readonly Protocol _protocol;
    private readonly Dictionary<string, string> _classOfMachine = new();
    private readonly HashSet<string> _hidden = new() { "State", "AssumeState", "Receive", "TryReceive", "Elapsed", "Save", "Restore", "Snapshot", "Transition", "OnTransition" };

    public TypeNames(Protocol protocol)
    {
        _protocol = protocol;
        foreach (var machine in protocol.Machines)
        {
            _classOfMachine[machine.Name] = machine.ClassName;
            foreach (var call in machine.Calls)
            {
                _hidden.UnionWith(new[] { call.MethodName, "Try" + call.MethodName, "Can" + call.MethodName });
                Hide(call.Parameters);
            }

            foreach (var action in machine.Actions)
            {
                Hide(action.Parameters);
            }
        }

        foreach (var message in protocol.Messages)
        {
            Hide(message.Parameters);
        }
    }

    /// <summary>The class that holds what the machines share.</summary>
    public string Container => CSharpText.Identifier(_protocol.ClassName);

    /// <summary>A type of the generated namespace.</summary>
    public string Top(string simpleName)
    {
        var name = CSharpText.Identifier(simpleName);
        return !_hidden.Contains(simpleName) ? name
            : _protocol.Namespace is null ? "global::" + name
            : $"global::{CSharpText.DottedName(_protocol.Namespace)}.{name}";
    }

    /// <summary>A message's type.</summary>
    public string Message(int index)
    {
        var message = _protocol.Messages[index];
        return message.BoundType ?? $"{HolderOf(message.Owner)}.{CSharpText.Identifier(message.TypeName)}";
    }

    /// <summary>A tag's type.</summary>
    public string Tag(int index)
    {
        var tag = _protocol.Tags[index];
        return tag.Binding == TagBinding.ExistingEnum
            ? tag.BoundType ?? "int"
            : $"{HolderOf(tag.Owner)}.{CSharpText.Identifier(tag.TypeName)}";
    }

    /// <summary>One value of a tag.</summary>
    public string TagValue(int tag, int value)
    {
        var member = _protocol.Tags[tag].Values[value];
        return member.Number is { } number && _protocol.Tags[tag].Binding == TagBinding.ExistingEnum
            ? $"({Tag(tag)})({CSharpText.Number(number)})"
            : $"{Tag(tag)}.{CSharpText.Identifier(member.MemberName)}";
    }

    /// <summary>The type of a parameter.</summary>
    public string Of(Parameter parameter) => parameter.Tag >= 0 ? Tag(parameter.Tag) : parameter.Type ?? "object";

    /// <summary>Parameters as C# declares them.</summary>
    public string Declare(IEnumerable<Parameter> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{Of(parameter)} {CSharpText.Identifier(parameter.Name)}"));

    private string HolderOf(string? owner) =>
        Top(owner is not null && _classOfMachine.TryGetValue(owner, out var name) ? name : _protocol.ClassName);

    private void Hide(IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            _hidden.Add(parameter.Name);
            _hidden.Add(parameter.PropertyName);
        }
    }
}
