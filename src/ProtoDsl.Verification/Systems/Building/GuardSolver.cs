using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>Whether the user's guards can answer so that one row is taken: its guard holds while those tried before it do not.
/// One guard gives one answer for one event, so <c>g</c> and <c>!g</c> never hold together.</summary>
internal sealed class GuardSolver
{
    private readonly Dictionary<NamedGuard, bool> _answers;

    // Each is a list of conditions of which one must be met.
    private readonly List<List<(GuardExpression Guard, bool Wanted)>> _choices;

    private GuardSolver(Dictionary<NamedGuard, bool> answers, List<List<(GuardExpression Guard, bool Wanted)>> choices)
    {
        _answers = answers;
        _choices = choices;
    }

    /// <summary>True where some answers make <paramref name="holds"/> true (null: always so) and all of <paramref name="fail"/> false.
    /// Far past what tables have, the row is taken to be possible.</summary>
    /// <param name="holds">The row's guard.</param>
    /// <param name="fail">The guards before it.</param>
    /// <param name="work">Counts what was looked at; past the limit, nothing is.</param>
    public static bool CanHold(GuardExpression? holds, IReadOnlyList<GuardExpression> fail, ref int work)
    {
        work += fail.Count;
        var solver = new GuardSolver([], []);
        foreach (var guard in fail)
        {
            if (!solver.Require(guard, false))
            {
                return false;
            }
        }

        var steps = 0;
        return (holds is null || solver.Require(holds, true)) && solver.Solve(0, ref steps, ref work);
    }

    /// <summary>Notes what follows at once; false where it contradicts what is noted already.</summary>
    private bool Require(GuardExpression guard, bool wanted)
    {
        switch (guard)
        {
            case NotGuard not:
                return Require(not.Operand, !wanted);
            case AndGuard all when wanted:
                return all.Operands.All(operand => Require(operand, true));
            case OrGuard any when !wanted:
                return any.Operands.All(operand => Require(operand, false));
            case AndGuard all:
                _choices.Add([.. all.Operands.Select(operand => (operand, false))]);
                return true;
            case OrGuard any:
                _choices.Add([.. any.Operands.Select(operand => (operand, true))]);
                return true;
            case NamedGuard named when _answers.TryGetValue(named, out var answer):
                return answer == wanted;
            case NamedGuard named:
                _answers.Add(named, wanted);
                return true;
            default:
                return true;
        }
    }

    private bool Solve(int choice, ref int steps, ref int work)
    {
        if (choice == _choices.Count || steps > SystemLimits.GuardSteps || work > SystemLimits.GuardWork)
        {
            return true;
        }

        foreach (var (guard, wanted) in _choices[choice])
        {
            steps++;
            work += _answers.Count + _choices.Count;
            var attempt = new GuardSolver(new(_answers), [.. _choices]);
            if (attempt.Require(guard, wanted) && attempt.Solve(choice + 1, ref steps, ref work))
            {
                return true;
            }
        }

        return false;
    }
}
