using System;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What a call of a method does to the machines that its caller knows. Immutable, equal by value.</summary>
internal sealed class MethodSummary : IEquatable<MethodSummary>
{
    private readonly bool _returns;

    private MethodSummary(bool returns) => _returns = returns;

    /// <summary>It never returns: what is known of a recursive method before it has been looked at.</summary>
    public static MethodSummary NeverReturns { get; } = new(returns: false);

    /// <summary>Nothing is known.</summary>
    public static MethodSummary Opaque { get; } = new(returns: true);

    /// <inheritdoc/>
    public bool Equals(MethodSummary? other) => other is not null && _returns == other._returns;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MethodSummary);

    /// <inheritdoc/>
    public override int GetHashCode() => _returns.GetHashCode();
}
