using ProtoDsl.Language;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Tool.Simulating;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Simulation;

namespace ProtoDsl.Tool.Replaying;

/// <summary>What became of a trace.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Result">Whether the table allows it.</param>
/// <param name="Failed">The first step that it does not allow; null for none.</param>
/// <param name="States">Where the roles may have been then.</param>
/// <param name="Reason">What the table has against the step; null where nothing can be said.</param>
/// <param name="Allowed">What could have stood there instead.</param>
internal sealed record ReplayResult(
    RecordedTrace Trace, ScenarioResult Result, RecordedStep? Failed, IReadOnlyList<string> States, string? Reason, IReadOnlyList<string> Allowed);

/// <summary>Holds traces against a table.</summary>
/// <param name="subject">The session, or the machine alone.</param>
/// <param name="role">Of a machine alone: the role of the trace that it is; null for the only one.</param>
internal sealed class TraceReplay(SimulationSubject subject, string? role)
{
    private const string Nowhere = "";

    /// <summary>Replays one trace.</summary>
    /// <exception cref="UsageException">A machine alone, and the trace has several roles.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ReplayResult Run(RecordedTrace trace, CancellationToken cancellationToken)
    {
        var mine = subject.IsSolo ? trace with { Steps = OwnSteps(trace) } : trace;
        var outcome = Run(mine.Steps.Select(step => step.Step), cancellationToken);
        if (outcome.Result != ScenarioResult.Fails)
        {
            return new ReplayResult(mine, outcome.Result, null, [], null, []);
        }

        var failed = mine.Steps[outcome.Step];
        var before = mine.Steps.Take(outcome.Step).Select(step => step.Step).ToArray();
        var states = failed.Step is StatesStep ? outcome.Possible.OfType<StatesStep>().ToArray() : StatesAfter(before, cancellationToken);
        return new ReplayResult(
            mine, outcome.Result, failed, states.Select(Words).ToArray(), ReasonOf(failed.Step, states),
            failed.Step is StatesStep ? [] : outcome.Possible.Select(TransitionFile.Print).ToArray());
    }

    private ScenarioOutcome Run(IEnumerable<ScenarioStep> steps, CancellationToken cancellationToken)
    {
        var scenario = new Scenario { Title = "", Session = subject.System.Name, Steps = steps.ToEquatableArray() };
        return subject.IsSolo
            ? new SoloRunner(subject.System).Run(scenario, cancellationToken)
            : new ScenarioRunner(subject.System, new ReachableConfigurations(subject.System, CheckOptions.Unlimited)).Run(scenario, cancellationToken);
    }

    /// <summary>An expectation that nothing fulfils is answered by what is so.</summary>
    private StatesStep[] StatesAfter(ScenarioStep[] before, CancellationToken cancellationToken)
    {
        var impossible = new StatesStep(true, new[] { new RoleState(subject.System.Roles[0].Name, Nowhere) }.ToEquatableArray());
        return Run(before.Append(impossible), cancellationToken).Possible.OfType<StatesStep>().ToArray();
    }

    private string? ReasonOf(ScenarioStep step, StatesStep[] states)
    {
        var (name, kind, what) = step switch
        {
            EventStep @event => (@event.Role, @event.Kind, @event.Subject),
            DeliveryStep { IsDropped: false } delivery => (delivery.To, EventKind.Receive, delivery.Message),
            _ => ("", EventKind.Call, ""),
        };
        if (what.Length == 0)
        {
            return null;
        }

        var known = subject.IsSolo ? subject.System.Roles[0] : subject.System.Roles.FirstOrDefault(each => each.Name == name);
        if (known is null)
        {
            return $"there is no role '{name}'{Near(name, subject.System.Roles.Select(each => each.Name))}";
        }

        var machine = known.Machine;
        var written = kind switch { EventKind.Receive => "?", EventKind.After => "after ", EventKind.Timeout => "timeout ", _ => "" } + what;
        var index = machine.Events.ToList().FindIndex(each => each.Kind == kind && each.Name.Replace("@", "", StringComparison.Ordinal) == written);
        if (index < 0)
        {
            return $"no row of {machine.Name} takes '{written}'{Near(written, machine.Events.Select(each => each.Name))}";
        }

        var reasons = states.Select(each => each.States.First(one => one.Role == known.Name).State).Distinct()
            .Select(state => TableRefusal.Of(machine, machine.States.ToList().FindIndex(each => each.Name == state), index)).ToArray();
        return reasons.Length > 0 && reasons.All(reason => reason is not null) ? string.Join("; ", reasons.Distinct())
            : step is DeliveryStep ? "it is not the next message there" : null;
    }

    /// <summary>What happens to the machine itself; what it sends, others receive.</summary>
    private RecordedStep[] OwnSteps(RecordedTrace trace)
    {
        var names = trace.Steps.SelectMany(step => RolesOf(step.Step)).Distinct().ToArray();
        var own = role ?? (names.Length == 1 ? names[0] : names.FirstOrDefault(name => name == subject.System.Roles[0].Name)
            ?? throw new UsageException($"the trace has the roles {string.Join(", ", names)}; say which of them the machine is: --role {names[0]}"));
        if (!names.Contains(own))
        {
            throw new UsageException($"the trace has no role '{own}'; it has {string.Join(", ", names)}");
        }

        return trace.Steps.Select(step => step with { Step = Own(step.Step, own) }).Where(step => step.Step is not StatesStep { States.Count: 0 }).ToArray();
    }

    private static IEnumerable<string> RolesOf(ScenarioStep step) => step switch
    {
        EventStep @event => [@event.Role],
        DeliveryStep delivery => [delivery.To],
        StatesStep states => states.States.Select(one => one.Role),
        _ => [],
    };

    // A step of somebody else becomes one that says nothing.
    private static ScenarioStep Own(ScenarioStep step, string own) => step switch
    {
        EventStep @event when @event.Role == own => step,
        DeliveryStep { IsDropped: false } delivery when delivery.To == own => step,
        StatesStep states => states with { States = states.States.Where(one => one.Role == own).ToEquatableArray() },
        _ => new StatesStep(true, default),
    };

    private static string Words(StatesStep states) => TransitionFile.Print(states)["expect ".Length..];

    private static string Near(string name, IEnumerable<string> known) => NameSuggestion.Find(name, known) is { } near ? $"; did you mean '{near}'?" : "";
}
