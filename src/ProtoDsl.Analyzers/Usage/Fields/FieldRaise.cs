using System;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>One place where an event is raised on a field's machine.</summary>
/// <param name="Member">The method with the code, which may be a helper that is handed the machine; null for an initialiser.</param>
/// <param name="Event">The event.</param>
/// <param name="Tags">What is known of its tags there.</param>
/// <param name="IsDeferred">True in a lambda or local function, which may run at any time.</param>
internal sealed record FieldRaise(IMethodSymbol? Member, EventTable Event, TagKnowledge Tags, bool IsDeferred)
{
    /// <summary>Where it may lead.</summary>
    public StateSet After(StateSet states) => Event.After(states, Tags);
}

/// <summary>How others can get hold of a field's machine.</summary>
[Flags]
internal enum Leaks
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>It is handed to code that may keep or move it.</summary>
    Argument = 1,

    /// <summary>A method or property that others can call returns it.</summary>
    Returned = 2,

    /// <summary>It is stored elsewhere: in another field, an array, a tuple, a collection.</summary>
    Stored = 4,

    /// <summary><c>ref</c>, <c>out</c>, a pointer.</summary>
    ByReference = 8,

    /// <summary>One of its methods is made a delegate.</summary>
    Delegate = 16,

    /// <summary>A member of its class that the user wrote gets it as <c>this</c>.</summary>
    UserMember = 32,

    /// <summary>The object that holds it is copied with it: a struct, a record, <c>MemberwiseClone</c>.</summary>
    Copied = 64,

    /// <summary>Code that was not looked at, as there is too much of it, or that is not understood.</summary>
    Unknown = 128,
}
