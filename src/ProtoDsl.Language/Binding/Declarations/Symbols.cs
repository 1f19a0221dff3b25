using System;
using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Declarations;

/// <summary>Something that a file declares under a name.</summary>
internal abstract class Symbol(string name, TextSpan span)
{
    public string Name { get; } = name;

    /// <summary>Where the name is declared.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>True once something names it.</summary>
    public bool IsUsed { get; set; }
}

/// <summary>A tag; <see cref="Index"/> is its place in <see cref="Protocol.Tags"/>.</summary>
internal sealed class TagSymbol(TagType type, int index, TextSpan span, IReadOnlyList<TextSpan> values) : Symbol(type.Name, span)
{
    /// <summary>Where its values stand.</summary>
    public IReadOnlyList<TextSpan> Values { get; } = values;

    /// <summary>Its meaning; C# names that clash are replaced.</summary>
    public TagType Type { get; set; } = type;

    public int Index { get; } = index;
}

/// <summary>A message; <see cref="Index"/> is its place in <see cref="Protocol.Messages"/>.</summary>
internal sealed class MessageSymbol(Message message, int index, TextSpan span) : Symbol(message.Name, span)
{
    /// <summary>Its meaning; C# names that clash are replaced.</summary>
    public Message Message { get; set; } = message;

    public int Index { get; } = index;

    /// <summary>True once a <c>public machine</c> uses it.</summary>
    public bool IsPublic { get; set; }
}

/// <summary>A call of the local user.</summary>
internal sealed class CallSymbol(Call call, TextSpan span) : Symbol(call.Name, span)
{
    public Call Call { get; } = call;
}

/// <summary>A timer.</summary>
internal sealed class TimerSymbol(string name, TimeSpan due, string? documentation, TextSpan span) : Symbol(name, span)
{
    public TimeSpan Due { get; } = due;

    public string? Documentation { get; } = documentation;
}

/// <summary>Names of one kind in one scope, in the order of their declaration.</summary>
internal sealed class SymbolTable<T>
    where T : Symbol
{
    private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);
    private readonly List<T> _inOrder = [];

    public IReadOnlyList<T> All => _inOrder;

    public T? Find(string name) => _byName.TryGetValue(name, out var symbol) ? symbol : null;

    public void Add(T symbol)
    {
        _byName.Add(symbol.Name, symbol);
        _inOrder.Add(symbol);
    }
}
