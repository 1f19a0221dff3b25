using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Members of a machine's class: what its calls become, against each other, against what the generator always or sometimes
/// writes, and against the types that nest in the class. A name is taken only where its member is really written.</summary>
internal sealed class MachineMembers(BindingContext context, BoundMachine bound, IReadOnlyList<TagType> tags, string protocolClass)
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<Signature, string> _methods = [];
    private readonly Machine _machine = bound.Machine;

    private bool IsAsync => (_machine.Modifiers & MachineModifiers.Async) != 0;

    public void Check(IReadOnlyList<MessageSymbol> messages, IEnumerable<TagSymbol> allTags)
    {
        Reserve();
        ReserveReceives(messages);
        var nested = messages.Where(message => IsNested(message.Message.Owner) && message.Message.BoundType is null)
            .Select(message => (message.Message.TypeName, message.Name, message.Span))
            .Concat(allTags.Where(tag => IsNested(tag.Type.Owner) && tag.Type.Binding != TagBinding.ExistingEnum).Select(tag => (tag.Type.TypeName, tag.Name, tag.Span)));
        foreach (var (typeName, name, span) in nested.ToList())
        {
            if (_names.TryGetValue(typeName, out var what) || IsMethod(typeName, out what))
            {
                context.Report(NameMessages.Generated(span, name, typeName, what));
            }
            else
            {
                _names[typeName] = $"the type of {Wording.Quote(name)}, which nests in the same class";
            }
        }

        CheckCalls();
    }

    private bool IsNested(string? owner) => owner == _machine.Name || (owner is null && _machine.ClassName == protocolClass);

    private bool IsMethod(string name, out string what)
    {
        what = _methods.FirstOrDefault(pair => pair.Key.Name == name).Value ?? "";
        return what.Length > 0;
    }

    private void Reserve()
    {
        _names[_machine.ClassName] = "the name of the class itself";
        _names["State"] = "the property that tells the current state";
        _names["Transition"] = "the type that 'OnTransition' is handed";
        _names["OnTransition"] = "the method that observes transitions";
        if ((_machine.Modifiers & MachineModifiers.Generic) != 0)
        {
            _names["Actions"] = "the property that holds the user's part";
        }

        if (_machine.HasStableCodes)
        {
            _names["Snapshot"] = "the type of a saved machine";
            _methods[new Signature("Save", "")] = "the method that saves the machine";
            _names["Restore"] = "the method that restores a saved machine";
        }

        foreach (var name in new[] { "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone" })
        {
            _methods[new Signature(name, "")] = "a member of every C# object";
        }

        _methods[new Signature("Equals", "object")] = "a member of every C# object";
        _methods[new Signature("Equals", "object?")] = "a member of every C# object";
        _methods[new Signature("ReferenceEquals", "object; object")] = "a member of every C# object";
        _methods[new Signature("ReferenceEquals", "object?; object?")] = "a member of every C# object";
    }

    private void ReserveReceives(IReadOnlyList<MessageSymbol> messages)
    {
        var suffix = IsAsync ? "Async" : "";
        foreach (var @event in _machine.Events.Where(@event => @event.Kind == EventKind.Receive))
        {
            var message = messages[@event.Subject];
            foreach (var name in new[] { "Receive" + suffix, "TryReceive" + suffix })
            {
                var container = message.Message.Owner is null ? protocolClass : _machine.ClassName;
                var types = message.Message.BoundType is { } type ? [type] : new[] { message.Message.TypeName, container + "." + message.Message.TypeName };
                foreach (var one in types)
                {
                    _methods[new Signature(name, one)] = $"the method that receives {Wording.Quote(message.Name)}";
                }
            }
        }

        if (!_machine.Timers.IsEmpty)
        {
            _methods[new Signature("Elapsed" + suffix, _machine.ClassName + "TimerToken")] = "the method that is told of elapsed timers";
        }
    }

    private void CheckCalls()
    {
        for (var i = 0; i < _machine.Calls.Count; i++)
        {
            var call = _machine.Calls[i];
            var method = call.MethodName + (IsAsync ? "Async" : "");
            var what = $"a method of the call {Wording.Quote(call.Name)}";
            var isFree = Take(Signature.Of(method, call.Parameters), call, bound.Map.Calls[i], what);
            if (isFree && !IsDispose(call))
            {
                _ = Take(Signature.Of("Try" + method, call.Parameters), call, bound.Map.Calls[i], what)
                    && TakeName("Can" + call.MethodName, call, bound.Map.Calls[i], $"the property that tells whether {Wording.Quote(call.Name)} may be legal");
            }
        }
    }

    private bool Take(Signature signature, Call call, TextSpan span, string what)
    {
        if (!_names.TryGetValue(signature.Name, out var taken) && !_methods.TryGetValue(Plain(signature, call), out taken) && !_methods.TryGetValue(signature, out taken))
        {
            _methods.Add(signature, what);
            return true;
        }

        context.Report(NameMessages.Generated(span, call.Name, signature.Name, taken));
        return false;
    }

    private bool TakeName(string name, Call call, TextSpan span, string what)
    {
        if (_names.TryGetValue(name, out var taken) || IsMethod(name, out taken))
        {
            context.Report(NameMessages.Generated(span, call.Name, name, taken));
            return false;
        }

        _names.Add(name, what);
        return true;
    }

    // A parameter of an existing enum's tag is of that enum, which is how the signatures above spell types.
    private Signature Plain(Signature signature, Call call) =>
        new(signature.Name, string.Join("; ", call.Parameters.Select(parameter => parameter.Tag < 0 ? parameter.Type : tags[parameter.Tag].BoundType ?? "tag " + parameter.Tag)));

    private static bool IsDispose(Call call) => call is { MethodName: "Dispose", Parameters.IsEmpty: true };
}
