using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Reference;

/// <summary>What the reference checker says of a system at its own capacity.</summary>
internal sealed class ReferenceVerdict
{
    public required SessionSystem System { get; init; }

    /// <summary>The first of each kind and culprit; each has a shortest trace.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    public required int Configurations { get; init; }

    /// <summary>False where there were more configurations than allowed; nothing then is complete.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>True where some step lacked room in some configuration: else the system is saturated.</summary>
    public required bool WasRefused { get; init; }

    /// <summary>True where nothing can happen in some configuration that is not the end, whatever the reason.</summary>
    public required bool IsStuckSomewhere { get; init; }

    public required IReadOnlyList<IReadOnlyList<int>> UsedRows { get; init; }

    /// <summary>The length of the shortest trace of a kind; null where there is none.</summary>
    public int? Shortest(ViolationKind kind) =>
        Violations.Where(violation => violation.Kind == kind).Select(violation => (int?)violation.Trace.Count).Min();

    /// <summary>Kinds, culprits and lengths, sorted: two checkers agree where these texts are equal.</summary>
    public string Summary => Summarize(System, Violations);

    public static string Summarize(SessionSystem system, IEnumerable<Violation> violations) =>
        string.Join("\n", violations.Select(violation => $"{violation.Kind} {Culprit(system, violation)} after {violation.Trace.Count}").Order(StringComparer.Ordinal));

    /// <summary>What is to blame, as far as two violations of one kind are told apart.</summary>
    public static string Culprit(SessionSystem system, Violation violation)
    {
        return violation.Kind switch
        {
            ViolationKind.UnspecifiedReception or ViolationKind.Orphan =>
                $"{system.Roles[violation.Role].Name} in {StateOf(violation.Role)}: {system.Letters[violation.Letter].Text} on {violation.Channel}",
            ViolationKind.Deadlock => string.Join(", ", Enumerable.Range(0, system.Roles.Count).Select(StateOf)),
            ViolationKind.Forbidden => $"never {violation.Forbidden}",
            _ => "",
        };

        string StateOf(int role)
        {
            var state = system.Roles[role].States[violation.At.LocalStates[role]].TableState;
            return role < system.Roles.Count && state < system.Roles[role].Machine.States.Count ? system.Roles[role].Machine.States[state].Name : $"#{state}";
        }
    }
}
