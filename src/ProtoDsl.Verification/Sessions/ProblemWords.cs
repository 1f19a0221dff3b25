using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What keeps a session from being checked, in words.</summary>
internal static class ProblemWords
{
    public static Finding Of(TableFile file, int session, SystemBuild build, SystemProblem problem)
    {
        var bound = file.Bound.Protocol.Sessions[session];
        var map = file.Bound.Map.Sessions[session];
        var role = problem.Role >= 0 ? bound.Roles[problem.Role] : null;
        var other = problem.Other >= 0 ? bound.Roles[problem.Other].Name : "";
        var machine = role?.MachineName ?? "";
        var roleName = role?.Name ?? "";
        var message = problem.Kind switch
        {
            SystemProblemKind.UnknownImport =>
                $"No table of this build or of a referenced project is the protocol '{problem.Name}', which may have '{machine}'; add the file, or a reference to its project",
            SystemProblemKind.UnknownMachine => $"No imported protocol has a machine '{machine}'; import the one that has it, or declare it",
            SystemProblemKind.AmbiguousMachine => $"Several imported protocols have a machine '{machine}'; import one of them only",
            SystemProblemKind.UnknownCall => $"No row of '{machine}' takes the call '{problem.Name}'; remove it here, or add a row there",
            SystemProblemKind.UnknownState => $"'{problem.Name}' is no state of '{machine}'; write one of its states",
            SystemProblemKind.UnknownMessage =>
                $"{roleName} sends {problem.Name}, which the table of {other} does not declare; declare it there, with the same tags",
            SystemProblemKind.DifferentMessage =>
                $"{roleName} sends {problem.Name}, whose parameter {problem.Count + 1} has other values in the table of {other}; write the same alternatives in both",
            SystemProblemKind.NoRecipient => $"{roleName} sends {problem.Name}, and '{bound.Name}' has more than two roles; write to whom: '!{problem.Name} to ROLE'",
            SystemProblemKind.UnknownRecipient => $"{roleName} sends to '{problem.Name}', which is no other role of '{bound.Name}'; write one of its roles",
            SystemProblemKind.CapacityTooSmall =>
                $"{roleName} sends {problem.Count} messages at once here, and a channel of '{bound.Name}' holds {bound.Capacity}: the row can never be taken; write 'fifo({problem.Count})' or more",
            _ => $"{roleName} has more combinations of states, timers and tags than are checked; write fewer of them",
        };
        return new Finding(RuleOf(problem.Kind), PlaceOf(file, map, build, problem), $"{message} ('{bound.Name}' is not checked)")
        {
            Session = new Place(file.Path, map.Name),
        };
    }

    private static TableRule RuleOf(SystemProblemKind kind) => kind switch
    {
        SystemProblemKind.CapacityTooSmall => SessionRules.RowNeedsRoom,
        SystemProblemKind.TooLarge => SessionRules.OverBudget,
        _ => SessionRules.NotTogether,
    };

    private static Place PlaceOf(TableFile file, Language.Model.SessionMap map, SystemBuild build, SystemProblem problem)
    {
        var source = problem.Role >= 0 && problem.Role < build.Sources.Count ? build.Sources[problem.Role] : null;
        return problem switch
        {
            { Row: >= 0 } when source is not null => new Place(source.File.Path, source.Map.Rows[problem.Row]),
            { State: >= 0 } when source is not null => new Place(source.File.Path, source.Map.States[problem.State]),
            { Never: >= 0 } => new Place(file.Path, map.Nevers[problem.Never]),
            { Role: >= 0 } => new Place(file.Path, map.Roles[problem.Role]),
            _ => new Place(file.Path, map.Name),
        };
    }
}
