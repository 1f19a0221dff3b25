using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What exploring one session gave, before it is put into words.</summary>
public sealed class SessionExploration
{
    internal SessionExploration(int index, Session session)
    {
        Index = index;
        Session = session;
    }

    /// <summary>Its place among the sessions of its file.</summary>
    public int Index { get; }

    /// <summary>The session.</summary>
    public Session Session { get; }

    /// <summary>What exploring it says; null where it could not be explored.</summary>
    public SessionVerdict? Verdict { get; internal init; }

    /// <summary>The file whose errors keep it from being built; null for none.</summary>
    internal string? Unsound { get; init; }

    /// <summary>The session as automata, or why there are none; null where nothing was built.</summary>
    internal SystemBuild? Build { get; init; }

    /// <summary>The scenarios that cannot happen.</summary>
    internal IReadOnlyList<Finding> Scenarios { get; init; } = [];
}
