using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What a call of a method does to the machines that it can get at, for every state in which it may find them. Immutable, equal by value.</summary>
internal sealed class MethodSummary : IEquatable<MethodSummary>
{
    private static readonly ImmutableArray<Thrown> s_anything = ImmutableArray.Create(Thrown.Anything);

    /// <summary>It never comes back, by no way: where the solving of a recursion begins.</summary>
    public static readonly MethodSummary NeverReturns = new();

    /// <summary>Nothing is known of it.</summary>
    public static readonly MethodSummary Opaque = new() { IsOpaque = true, Returns = true, Throws = s_anything, UnseenSource = UnseenCode.LazyAnytime };

    /// <summary>Nothing is known of what it does, as it is too large; what has been found so far stands.</summary>
    public static MethodSummary Unfinished(BodyFindings findings) => new()
    {
        IsOpaque = true,
        Returns = true,
        Throws = s_anything,
        UnseenSource = UnseenCode.LazyAnytime,
        Findings = findings,
    };

    /// <summary>True when nothing is known.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>True when it may come back by returning.</summary>
    public bool Returns { get; init; }

    /// <summary>True when it comes back only from beyond a mistake, which is reported in its body.</summary>
    public bool IsDeadEnd { get; init; }

    /// <summary>The exceptions by which it may come back.</summary>
    public ImmutableArray<Thrown> Throws { get; init; } = ImmutableArray<Thrown>.Empty;

    /// <summary>What it does to each machine.</summary>
    public ImmutableArray<SubjectEffect> Effects { get; init; } = ImmutableArray<SubjectEffect>.Empty;

    /// <summary>The machine that it returns; null when it returns none.</summary>
    public ReturnedMachine? Result { get; init; }

    /// <summary>The value that it returns, where that is always the same boolean.</summary>
    public bool? Answer { get; init; }

    /// <summary>Its ends, sorted by which machines they hand back, each as a summary of its own; empty where there is nothing to tell apart.</summary>
    public ImmutableArray<MethodSummary> Ways { get; init; } = ImmutableArray<MethodSummary>.Empty;

    /// <summary>The machines that it hands back through <c>ref</c> and <c>out</c> parameters.</summary>
    public ImmutableArray<OutMachine> Outs { get; init; } = ImmutableArray<OutMachine>.Empty;

    /// <summary>When it runs code that is not in sight.</summary>
    public UnseenCode Unseen => UnseenSource.Value;

    /// <summary>Where that comes from when it is asked for.</summary>
    public Lazy<UnseenCode> UnseenSource { private get; init; } = UnseenCode.LazyNone;

    /// <summary>What it does to the machines in the own fields of its class.</summary>
    public ImmutableArray<FieldTraffic> Traffic { get; init; } = ImmutableArray<FieldTraffic>.Empty;

    /// <summary>What is to be said about its body; not part of what is compared.</summary>
    public BodyFindings Findings { get; init; } = BodyFindings.None;

    /// <summary>What it does to one machine; null when it has nothing to do with it.</summary>
    public SubjectEffect? EffectOn(Subject subject) => Effects.FirstOrDefault(effect => effect.Subject.Equals(subject));

    /// <inheritdoc/>
    public bool Equals(MethodSummary? other) => ReferenceEquals(this, other)
        || (other is not null
            && IsOpaque == other.IsOpaque
            && Returns == other.Returns
            && IsDeadEnd == other.IsDeadEnd
            && Throws.SequenceEqual(other.Throws)
            && Equals(Result, other.Result)
            && Unseen.Equals(other.Unseen)
            && Answer == other.Answer
            && Ways.SequenceEqual(other.Ways)
            && Outs.SequenceEqual(other.Outs)
            && Traffic.SequenceEqual(other.Traffic)
            && Effects.Length == other.Effects.Length
            && Effects.Zip(other.Effects, (left, right) => left.IsSame(right)).All(isSame => isSame));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MethodSummary);

    /// <inheritdoc/>
    public override int GetHashCode() => Effects.Length;
}
