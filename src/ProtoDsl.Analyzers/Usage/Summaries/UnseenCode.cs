using System;
using System.Collections.Immutable;
using System.Linq;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>When code that is not in sight runs while a method does: code that may have the object at hand, and raise events on the machines in its fields. Equal
/// by value.</summary>
/// <param name="IsAnytime">True where it may run at a moment other than these.</param>
/// <param name="During">The machines of the method during whose events it runs, as their guards and effects. These can raise none on that very machine.</param>
internal sealed record UnseenCode(bool IsAnytime, ImmutableHashSet<Subject> During)
{
    /// <summary>Never.</summary>
    public static UnseenCode None { get; } = new(IsAnytime: false, ImmutableHashSet<Subject>.Empty);

    /// <summary>At any moment.</summary>
    public static UnseenCode Anytime { get; } = new(IsAnytime: true, ImmutableHashSet<Subject>.Empty);

    /// <summary><see cref="None"/>.</summary>
    public static Lazy<UnseenCode> LazyNone { get; } = new(static () => None);

    /// <summary><see cref="Anytime"/>.</summary>
    public static Lazy<UnseenCode> LazyAnytime { get; } = new(static () => Anytime);

    /// <summary>True where some may run.</summary>
    public bool IsAny => IsAnytime || !During.IsEmpty;

    /// <summary>True where none can raise an event on a machine of the method.</summary>
    public bool Spares(Subject subject) => !IsAnytime && During.All(other => other.Equals(subject));

    /// <inheritdoc/>
    public bool Equals(UnseenCode? other) => other is not null && IsAnytime == other.IsAnytime && During.SetEquals(other.During);

    /// <inheritdoc/>
    public override int GetHashCode() => During.Count + (IsAnytime ? 7 : 0);
}
