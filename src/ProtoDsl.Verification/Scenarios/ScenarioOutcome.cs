using System.Collections.Generic;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>What became of a scenario.</summary>
public enum ScenarioResult
{
    /// <summary>The roles can do exactly this.</summary>
    Holds,

    /// <summary>They cannot: <see cref="ScenarioOutcome.Step"/> is the first step that is not possible.</summary>
    Fails,

    /// <summary>It was not found out: the configurations from which it may begin are too many, or those on its way are.</summary>
    Unknown,
}

/// <summary>What became of a scenario, and where it broke off.</summary>
/// <param name="Result">What.</param>
/// <param name="Step">For <see cref="ScenarioResult.Fails"/>, index into the scenario's steps; else -1.</param>
/// <param name="Possible">What could have stood there instead: events and deliveries for a step, the states of the roles for <c>expect</c>,
/// what was sent last for <c>drop</c>. Few, distinct, in the order of roles and moves; empty where nothing can happen.</param>
public sealed record ScenarioOutcome(ScenarioResult Result, int Step, IReadOnlyList<ScenarioStep> Possible);
