using ProtoDsl.Language.Model;

namespace ProtoDsl.Tool.Replaying;

/// <summary>A step of a trace, and the line on which it was written.</summary>
/// <param name="Step">The step.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record RecordedStep(ScenarioStep Step, int Line);

/// <summary>What was recorded of one run.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Subject">The session or machine that it names; null for none.</param>
/// <param name="Steps">In order.</param>
internal sealed record RecordedTrace(string Title, string? Subject, IReadOnlyList<RecordedStep> Steps);
