using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
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
    private readonly Dictionary<string, string> _methodNames = [];
    private readonly Machine _machine = bound.Machine;

    private string Suffix => (_machine.Modifiers & MachineModifiers.Async) != 0 ? "Async" : "";

    /// <summary>The machine with calls whose methods clash with nothing.</summary>
    public Machine Check(IReadOnlyList<MessageSymbol> messages, IEnumerable<TagSymbol> allTags)
    {
        Reserve();
        ReserveReceives(messages);
        foreach (var message in messages.Where(message => IsNested(message.Message.Owner) && message.Message.BoundType is null))
        {
            message.Message = message.Message with { TypeName = TakeType(message.Message.TypeName, message) };
        }

        foreach (var tag in allTags.Where(tag => IsNested(tag.Type.Owner) && tag.Type.Binding != TagBinding.ExistingEnum))
        {
            tag.Type = tag.Type with { TypeName = TakeType(tag.Type.TypeName, tag) };
        }

        return _machine with { Calls = _machine.Calls.Select((call, i) => Check(call, bound.Map.Calls[i])).ToEquatableArray() };
    }

    private string TakeType(string typeName, Symbol symbol)
    {
        if (IsTaken(typeName, out var what))
        {
            context.Report(NameMessages.Generated(symbol.Span, symbol.Name, typeName, what));
            do
            {
                typeName += "_";
            }
            while (IsTaken(typeName, out _));
        }

        _names[typeName] = $"the type of {Wording.Quote(symbol.Name)}, which nests in the same class";
        return typeName;
    }

    private bool IsNested(string? owner) => owner == _machine.Name || (owner is null && _machine.ClassName == protocolClass);

    // By any member of that name, whatever its parameters.
    private bool IsTaken(string name, out string what)
    {
        what = _names.TryGetValue(name, out var taken) || _methodNames.TryGetValue(name, out taken) ? taken : "";
        return what.Length > 0;
    }

    private void AddMethod(Signature signature, string what)
    {
        _methods[signature] = what;
        _methodNames[signature.Name] = what;
    }

    private void Reserve()
    {
        _names[_machine.ClassName] = "the name of the class itself";
        _names["State"] = "the property that tells the current state";
        _names["AssumeState"] = "the method that takes a state for granted";
        _names["Transition"] = "the type that 'OnTransition' is handed";
        AddMethod(new Signature("OnTransition", "Transition"), "the method that observes transitions");
        if ((_machine.Modifiers & MachineModifiers.Generic) != 0)
        {
            _names["Actions"] = "the property that holds the user's part";
        }

        if (_machine.HasStableCodes)
        {
            _names["Snapshot"] = "the type of a saved machine";
            AddMethod(new Signature("Save", ""), "the method that saves the machine");
            AddMethod(new Signature("Restore", "Snapshot"), "the method that restores a saved machine");
            AddMethod(new Signature("Restore", $"Snapshot; I{_machine.ClassName}Actions"), "the method that restores a saved machine");
        }

        foreach (var name in new[] { "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone" })
        {
            AddMethod(new Signature(name, ""), "a member of every C# object");
        }

        AddMethod(new Signature("Equals", "object"), "a member of every C# object");
        AddMethod(new Signature("Equals", "object?"), "a member of every C# object");
        AddMethod(new Signature("ReferenceEquals", "object; object"), "a member of every C# object");
        AddMethod(new Signature("ReferenceEquals", "object?; object?"), "a member of every C# object");
    }

    private void ReserveReceives(IReadOnlyList<MessageSymbol> messages)
    {
        foreach (var @event in _machine.Events.Where(@event => @event.Kind == EventKind.Receive))
        {
            var message = messages[@event.Subject];
            foreach (var name in new[] { "Receive" + Suffix, "TryReceive" + Suffix })
            {
                var container = message.Message.Owner is null ? protocolClass : _machine.ClassName;
                var types = message.Message.BoundType is { } type ? [type] : new[] { message.Message.TypeName, container + "." + message.Message.TypeName };
                foreach (var one in types)
                {
                    AddMethod(new Signature(name, one), $"the method that receives {Wording.Quote(message.Name)}");
                }
            }
        }

        if (!_machine.Timers.IsEmpty)
        {
            AddMethod(new Signature("Elapsed" + Suffix, _machine.ClassName + "TimerToken"), "the method that is told of elapsed timers");
        }
    }

    private Call Check(Call call, TextSpan span)
    {
        var first = Conflict(call);
        if (first is { } conflict)
        {
            context.Report(NameMessages.Generated(span, call.Name, conflict.Name, conflict.What));
            do
            {
                call = call with { MethodName = call.MethodName + "_" };
            }
            while (Conflict(call) is not null);
        }

        var what = $"a method of the call {Wording.Quote(call.Name)}";
        AddMethod(Typed(call.MethodName + Suffix, call), what);
        if (!IsDispose(call))
        {
            AddMethod(Typed("Try" + call.MethodName + Suffix, call), what);
            _names["Can" + call.MethodName] = $"the property that tells whether {Wording.Quote(call.Name)} may be legal";
        }

        return call;
    }

    // The first of its members that is taken, and by what.
    private (string Name, string What)? Conflict(Call call)
    {
        var method = call.MethodName + Suffix;
        if (IsTaken(Typed(method, call), out var what))
        {
            return (method, what);
        }

        if (IsDispose(call))
        {
            return null;
        }

        return IsTaken(Typed("Try" + method, call), out what) ? ("Try" + method, what)
            : IsTaken("Can" + call.MethodName, out what) ? ("Can" + call.MethodName, what)
            : null;
    }

    private bool IsTaken(Signature signature, out string what)
    {
        what = _names.TryGetValue(signature.Name, out var taken) || _methods.TryGetValue(signature, out taken) ? taken : "";
        return what.Length > 0;
    }

    // A tag is spelt as the signatures of received messages spell types; of an existing enum it is that enum.
    private Signature Typed(string name, Call call) =>
        new(name, string.Join("; ", call.Parameters.Select(parameter => parameter.Tag < 0 ? parameter.Type : tags[parameter.Tag].BoundType ?? "tag " + parameter.Tag)));

    private static bool IsDispose(Call call) => call is { MethodName: "Dispose", Parameters.IsEmpty: true };
}
