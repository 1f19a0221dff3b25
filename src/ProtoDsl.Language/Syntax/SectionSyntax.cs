using System;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>The words that may stand before <c>machine</c>.</summary>
[Flags]
public enum MachineModifiers
{
    /// <summary>None: an internal, plain machine.</summary>
    None = 0,

    /// <summary>The generated types are public.</summary>
    Public = 1,

    /// <summary>The generated types are internal (the default, said aloud).</summary>
    Internal = 2,

    /// <summary>Effects, guards and events are asynchronous.</summary>
    Async = 4,

    /// <summary>Events are serialised by a lock.</summary>
    Synchronized = 8,

    /// <summary>A second form with the actions as a type parameter.</summary>
    Generic = 16,
}

/// <summary><c>public machine TcpConnection</c>.</summary>
public sealed record MachineLine(MachineModifiers Modifiers, NameSyntax Name) : LineSyntax;

/// <summary><c>initial final state CLOSED = 1 "closed"</c>.</summary>
public sealed record StateLine(bool IsInitial, bool IsFinal, NameSyntax Name, NumberSyntax? Code, StringSyntax? Label) : LineSyntax;

/// <summary><c>in any except CLOSED</c>: rows shared by a set of states.</summary>
public sealed record InLine(StateSetSyntax Set) : LineSyntax;

/// <summary><c>session Pair</c>.</summary>
public sealed record SessionLine(NameSyntax Name) : LineSyntax;

/// <summary><c>scenario "four-way close" in Pair</c>.</summary>
public sealed record ScenarioLine(StringSyntax Title, NameSyntax Session) : LineSyntax;

/// <summary><c>any except CLOSED, LISTEN</c>, or names of states and groups.</summary>
public sealed record StateSetSyntax(bool IsAny, EquatableArray<NameSyntax> Included, EquatableArray<NameSyntax> Excluded) : SyntaxNode;
