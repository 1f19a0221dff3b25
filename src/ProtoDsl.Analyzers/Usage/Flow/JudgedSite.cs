using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What tells one place that is judged from another: a call may be judged for several machines.</summary>
/// <param name="Syntax">Where.</param>
/// <param name="Subject">Which of the machines; null where there is one.</param>
internal readonly record struct SiteKey(SyntaxNode Syntax, object? Subject = null);

/// <summary>A place that is legal in some states of a machine and not in others, and all that is known about the machine whenever the place is
/// reached.</summary>
internal abstract class JudgedSite(SiteKey key, MachineType machine)
{
    private bool _isTested = true;
    private bool _isUnknown;

    /// <summary>What tells it from others.</summary>
    public SiteKey Key { get; } = key;

    /// <summary>The machine's class.</summary>
    public MachineType Machine { get; } = machine;

    /// <summary>The rows in which it is reached, on all paths together.</summary>
    public StateRows Rows { get; private set; } = StateRows.None;

    /// <summary>How the machine came to be in its states.</summary>
    public Trail Trail { get; private set; }

    /// <summary>What can be said about it.</summary>
    public virtual Verdict Verdict => _isUnknown ? Verdict.Legal : Judge.Of(Rows, Fails, _isTested);

    /// <summary>The states that speak against it, of those in which it is reached.</summary>
    public virtual StateSet BadStates => Judge.BadStates(Rows, Fails, _isTested);

    /// <summary>What can be said of a part of it, that fails elsewhere.</summary>
    protected Verdict VerdictOn(Failing fails) => Judge.Of(Rows, fails, _isTested);

    /// <summary>Where it fails.</summary>
    public abstract Failing Fails { get; }

    /// <summary>One more way to reach it.</summary>
    public void Add(ObjectFacts facts)
    {
        Rows = StateRows.Join(Rows, facts.Rows);
        Trail = Trail.Join(Trail, facts.Trail);
        _isTested &= facts.IsTested;
    }

    /// <summary>One more way to reach it, with a machine that is not followed.</summary>
    public void AddUnknown() => _isUnknown = true;
}
