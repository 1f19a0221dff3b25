using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Model;

/// <summary>What one transition file means. Immutable, equal by value, and without positions: what feeds the generator does not
/// change when a comment does. Positions stand beside it, in <see cref="SourceMap"/>.</summary>
public sealed record Protocol
{
    /// <summary>The name in the table: that of the <c>protocol</c> line, or the file's.</summary>
    public required string Name { get; init; }

    /// <summary>The C# name of the static class that holds the messages; where a machine bears it, that machine's class.</summary>
    public required string ClassName { get; init; }

    /// <summary>The version that a snapshot stores; 0 where the table gives none.</summary>
    public int Version { get; init; }

    /// <summary>The C# namespace; null for the global one.</summary>
    public string? Namespace { get; init; }

    /// <summary>C# namespaces that the generated file opens for the types the table names.</summary>
    public EquatableArray<string> Usings { get; init; }

    /// <summary>Protocols named by <c>import</c>.</summary>
    public EquatableArray<string> Imports { get; init; }

    /// <summary>Text of the doc comment above the <c>protocol</c> line.</summary>
    public string? Documentation { get; init; }

    /// <summary>Every finite type of the file, declared by <c>tag</c> or written in a parameter.</summary>
    public EquatableArray<TagType> Tags { get; init; }

    /// <summary>Every message of the file; <see cref="Message.Owner"/> tells the shared ones from a machine's own.</summary>
    public EquatableArray<Message> Messages { get; init; }

    /// <summary>The machines in file order.</summary>
    public EquatableArray<Machine> Machines { get; init; }

    /// <summary>The sessions in file order.</summary>
    public EquatableArray<Session> Sessions { get; init; }

    /// <summary>The scenarios in file order.</summary>
    public EquatableArray<Scenario> Scenarios { get; init; }
}

/// <summary>How a tag's values become C#.</summary>
public enum TagBinding
{
    /// <summary>An enum of ours.</summary>
    GeneratedEnum,

    /// <summary>An enum of ours over the integer type <see cref="TagType.BoundType"/>; member <c>Code220 = 220</c>.</summary>
    GeneratedInteger,

    /// <summary>The existing enum <see cref="TagType.BoundType"/>; values are its members, or casts of numbers.</summary>
    ExistingEnum,
}

/// <summary>A finite type that patterns can name the values of.</summary>
public sealed record TagType
{
    /// <summary>The declared name; for one written in a parameter, message and parameter: <c>ACK.of</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The C# simple name of the generated enum: <c>AckOf</c>; unused for <see cref="TagBinding.ExistingEnum"/>.</summary>
    public required string TypeName { get; init; }

    /// <summary>How it becomes C#.</summary>
    public TagBinding Binding { get; init; }

    /// <summary>Canonical text of the C# type after <c>=</c>; null for <see cref="TagBinding.GeneratedEnum"/>.</summary>
    public string? BoundType { get; init; }

    /// <summary>The values in file order.</summary>
    public EquatableArray<TagValue> Values { get; init; }

    /// <summary>Name of the machine it was declared below; null when shared by the file.</summary>
    public string? Owner { get; init; }

    /// <summary>Doc comment of a declared tag.</summary>
    public string? Documentation { get; init; }
}

/// <summary>One value of a tag.</summary>
/// <param name="Name">As written: <c>SYN</c>, <c>220</c>.</param>
/// <param name="MemberName">The C# enum member: <c>Syn</c>, <c>Code220</c>; for an existing enum, the name as written.</param>
/// <param name="Number">The number, where it was written as one.</param>
public sealed record TagValue(string Name, string MemberName, long? Number);

/// <summary>What travels between peers.</summary>
public sealed record Message
{
    /// <summary>The name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The C# simple name of the generated struct: <c>SynAck</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>Its parameters in order.</summary>
    public EquatableArray<Parameter> Parameters { get; init; }

    /// <summary>The existing C# type that it is, canonical text; null where a struct is generated. Its properties bear the parameters' PascalCase names.</summary>
    public string? BoundType { get; init; }

    /// <summary>Name of the machine it was declared below; null when shared by the file.</summary>
    public string? Owner { get; init; }

    /// <summary>True when a <c>public machine</c> uses it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Doc comment.</summary>
    public string? Documentation { get; init; }
}

/// <summary>A parameter of a message or call.</summary>
public sealed record Parameter
{
    /// <summary>As written; may be a C# keyword, which the emitter escapes.</summary>
    public required string Name { get; init; }

    /// <summary>The C# property of a message: PascalCase.</summary>
    public required string PropertyName { get; init; }

    /// <summary>Index into <see cref="Protocol.Tags"/>, or -1 for a C# type.</summary>
    public int Tag { get; init; } = -1;

    /// <summary>Canonical text of the C# type; null for a tag.</summary>
    public string? Type { get; init; }
}
