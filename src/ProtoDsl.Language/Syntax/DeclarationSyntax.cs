using System;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>One logical line. The file is a flat list of them: a section line opens a section, the rows that follow belong to it.</summary>
public abstract record LineSyntax : SyntaxNode
{
    /// <summary>The text of the <c>///</c> lines above, without the slashes, joined by <c>\n</c>; null when there is none.</summary>
    public string? Documentation { get; init; }

    /// <summary>True where a syntax finding was reported on the line: it may lack what its author wrote, so that nothing should be
    /// reported elsewhere because something is missing here.</summary>
    public bool IsIncomplete { get; init; }
}

/// <summary>A line that could not be read; its diagnostic is already reported.</summary>
public sealed record BrokenLine : LineSyntax
{
    /// <summary>True for an unindented line: rows after it belong to no section, and nothing is said about them.</summary>
    public bool ClosesSection { get; init; }
}

/// <summary><c>protocol Tcp version 1</c>.</summary>
public sealed record ProtocolLine(NameSyntax Name, NumberSyntax? Version) : LineSyntax;

/// <summary><c>namespace Acme.Net</c>: the C# namespace of what is generated.</summary>
public sealed record NamespaceLine(DottedNameSyntax Name) : LineSyntax;

/// <summary><c>using System.Buffers</c>: a C# namespace for the types that the table names.</summary>
public sealed record UsingLine(DottedNameSyntax Name) : LineSyntax;

/// <summary><c>import Tcp, Udp</c>: other protocols.</summary>
public sealed record ImportLine(EquatableArray<NameSyntax> Protocols) : LineSyntax;

/// <summary><c>message SYN, ACK(SYN|FIN of)</c>.</summary>
public sealed record MessageLine(EquatableArray<SignatureSyntax> Signatures) : LineSyntax;

/// <summary><c>call Send(ReadOnlyMemory&lt;byte&gt; data)</c>.</summary>
public sealed record CallLine(EquatableArray<SignatureSyntax> Signatures) : LineSyntax;

/// <summary><c>timer TimeWait = 240s</c>. <see cref="Due"/> is null where the duration could not be read.</summary>
public sealed record TimerLine(NameSyntax Name, TimeSpan? Due) : LineSyntax;

/// <summary><c>tag Code = 220 | 221 = int</c>.</summary>
public sealed record TagLine(NameSyntax Name, EquatableArray<TagValueSyntax> Values, CSharpTypeSyntax? BoundType) : LineSyntax;

/// <summary><c>group Ending = CLOSING, LAST_ACK</c>.</summary>
public sealed record GroupLine(NameSyntax Name, EquatableArray<NameSyntax> Members) : LineSyntax;

/// <summary>One message or call: a name, parameters, and the C# type it is bound to.</summary>
public sealed record SignatureSyntax(NameSyntax Name, EquatableArray<ParameterSyntax> Parameters, CSharpTypeSyntax? BoundType) : SyntaxNode;

/// <summary>One parameter: either <see cref="Type"/> (a C# type or a declared tag) or <see cref="Alternatives"/>.</summary>
public sealed record ParameterSyntax(CSharpTypeSyntax? Type, EquatableArray<TagValueSyntax> Alternatives, NameSyntax Name) : SyntaxNode;

/// <summary>One alternative of a tag: an identifier, or a number with its digits as text.</summary>
public sealed record TagValueSyntax(string Text, long? Number) : SyntaxNode;
