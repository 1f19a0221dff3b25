using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>One event of a machine, with every name that the generated code needs for it.</summary>
internal sealed class EventShape
{
    private const int MostForInlining = 4;

    private readonly HashSet<string> _locals = new();

    public EventShape(MachineShape shape, int index, IReadOnlyList<CellGroup> groups)
    {
        Index = index;
        Event = shape.Machine.Events[index];
        Groups = groups;
        Call = Event.Kind == EventKind.Call ? shape.Machine.Calls[Event.Subject] : null;
        Message = Event.Kind == EventKind.Receive ? shape.Protocol.Messages[Event.Subject] : null;
        Timer = Event.Kind is EventKind.After or EventKind.Timeout ? shape.Machine.Timers[Event.Subject] : null;
        HasPeer = Groups.Any(group => group.Candidates.Any(candidate => shape.TriggerOf(candidate).From is not null));
        IsHeavy = Groups.Any(shape.RunsUserCode);
        IsShort = Groups.Sum(group => group.Candidates.Count + group.Candidates.Sum(candidate => shape.Machine.Rows[candidate.Row].Effects.Count)) <= MostForInlining
            && !IsAwaited(shape) && !shape.Flavor.IsSynchronized && !shape.HasDeferRows;
        IsDirect = IsShort && !IsHeavy && !shape.Flavor.IsAsync
            && Groups.Any(group => group.Candidates.Any(candidate => shape.Machine.Rows[candidate.Row].Kind != RowKind.Forbid));
        BaseName = Call?.MethodName ?? Message?.TypeName ?? Event.Kind + Timer?.MemberName;
        Handler = shape.Private("Handle" + BaseName + (IsAwaited(shape) ? "Async" : ""));
        TagParameters = Parameters.Where(parameter => parameter.Tag >= 0).ToArray();

        // A parameter of a call keeps its name unless a member that the body needs bears it.
        var names = new Dictionary<string, string>();
        foreach (var parameter in Call?.Parameters ?? default)
        {
            var name = parameter.Name;
            while (shape.IsMember(name) || _locals.Contains(name))
            {
                name += "_";
            }

            names[parameter.Name] = name;
            _locals.Add(name);
        }

        ParameterNames = names;
        if (Message is not null)
        {
            MessageLocal = Local("message");
        }

        if (HasPeer)
        {
            PeerLocal = Local("peer");
        }

        TokenLocal = Local("cancellationToken");
        ParameterList = string.Join(", ", Declarations(shape));
        ArgumentList = string.Join(", ", ArgumentsOf(shape));
        MethodName = Call is not null ? Call.MethodName + shape.Flavor.Suffix : Message is not null ? "Receive" + shape.Flavor.Suffix : "Elapsed" + shape.Flavor.Suffix;
        DisplayName = Call is not null ? MethodName : $"{MethodName}({(Message is not null ? shape.Types.Message(Event.Subject) : Timer?.MemberName)})";
    }

    /// <summary>Its number in the relation.</summary>
    public int Index { get; }

    public MachineEvent Event { get; }

    public Call? Call { get; }

    public Message? Message { get; }

    public MachineTimer? Timer { get; }

    public IReadOnlyList<CellGroup> Groups { get; }

    /// <summary>True where some row asks who sent the message.</summary>
    public bool HasPeer { get; }

    /// <summary>True where some row calls the user (guards, effects, sends, timers), so that other events must be kept out meanwhile.</summary>
    public bool IsHeavy { get; }

    /// <summary>What the names of its private members are made of.</summary>
    public string BaseName { get; }

    /// <summary>The private method that tries the rows: null when one was taken, else the reason.</summary>
    public string Handler { get; }

    /// <summary>The public method.</summary>
    public string MethodName { get; }

    /// <summary>How exceptions name the event.</summary>
    public string DisplayName { get; }

    /// <summary>The parameters of its call or message.</summary>
    public EquatableArray<Parameter> Parameters => Call?.Parameters ?? Message?.Parameters ?? default;

    /// <summary>Those of a finite type.</summary>
    public IReadOnlyList<Parameter> TagParameters { get; }

    /// <summary>Parameters of the call as the table names them, and as the methods do.</summary>
    public IReadOnlyDictionary<string, string> ParameterNames { get; }

    public string MessageLocal { get; } = "";

    public string PeerLocal { get; } = "";

    public string TokenLocal { get; }

    /// <summary>What its methods take, without a cancellation token.</summary>
    public string ParameterList { get; }

    /// <summary>The same handed on.</summary>
    public string ArgumentList { get; }

    /// <summary>A name for a local variable that no parameter bears.</summary>
    public string Local(string wanted)
    {
        while (_locals.Contains(wanted))
        {
            wanted += "_";
        }

        return wanted;
    }

    /// <summary>True for an event so short that it belongs into its caller: then it costs a test and a store.</summary>
    public bool IsShort { get; }

    /// <summary>True where the public method takes the rows itself.</summary>
    public bool IsDirect { get; }

    /// <summary>True where the handler is asynchronous: a handler that calls nobody is not.</summary>
    public bool IsAwaited(MachineShape shape) => shape.Flavor.IsAsync && IsHeavy;

    /// <summary>A call of the handler.</summary>
    public string HandlerCall(MachineShape shape) =>
        IsAwaited(shape)
            ? shape.Flavor.Await($"{Handler}({shape.Flavor.WithToken(ArgumentList, TokenLocal)})")
            : $"{Handler}({ArgumentList})";

    /// <summary>A parameter of the event at hand, by its name in the table; <c>default</c> where the event has none such.</summary>
    public string Value(string parameter)
    {
        if (ParameterNames.TryGetValue(parameter, out var name))
        {
            return CSharpText.Identifier(name);
        }

        var property = Message?.Parameters.FirstOrDefault(candidate => candidate.Name == parameter);
        return property is null ? "default" : $"{MessageLocal}.{CSharpText.Identifier(property.PropertyName)}";
    }

    private IEnumerable<string> Declarations(MachineShape shape)
    {
        foreach (var parameter in Call?.Parameters ?? default)
        {
            yield return $"{shape.Types.Of(parameter)} {CSharpText.Identifier(ParameterNames[parameter.Name])}";
        }

        if (Message is not null)
        {
            yield return $"{shape.Flavor.In}{shape.Types.Message(Event.Subject)} {MessageLocal}";
        }

        if (HasPeer)
        {
            yield return $"{shape.PeerType} {PeerLocal}";
        }
    }

    private IEnumerable<string> ArgumentsOf(MachineShape shape)
    {
        foreach (var parameter in Call?.Parameters ?? default)
        {
            yield return CSharpText.Identifier(ParameterNames[parameter.Name]);
        }

        if (Message is not null)
        {
            yield return shape.Flavor.In + MessageLocal;
        }

        if (HasPeer)
        {
            yield return PeerLocal;
        }
    }
}
