using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

/// <summary>Whether the user's guards can answer so that one row is taken: its guard holds while those tried before it do not.
/// One guard gives one answer for one event, so <c>g</c> and <c>!g</c> never hold together.</summary>
internal sealed class GuardSolver
{
    private readonly Dictionary<NamedGuard, bool> _answers = [];
    private readonly List<(GuardExpression Guard, bool Wanted)> _conditions = [];
    private int _steps;

    private GuardSolver(GuardExpression? holds, IEnumerable<GuardExpression> fail)
    {
        _conditions.AddRange(fail.Select(guard => (guard, false)));
        if (holds is not null)
        {
            _conditions.Add((holds, true));
        }
    }

    /// <summary>True where some answers make <paramref name="holds"/> true (null: always so) and all of <paramref name="fail"/> false.</summary>
    public static bool CanHold(GuardExpression? holds, IEnumerable<GuardExpression> fail) => new GuardSolver(holds, fail).Search();

    // A condition that is contradicted ends the branch; one that is still open names the next guard to try both ways.
    // Far past what tables have, the row is taken to be possible.
    private bool Search()
    {
        if (_steps++ > SystemLimits.GuardSteps)
        {
            return true;
        }

        NamedGuard? open = null;
        foreach (var (guard, wanted) in _conditions)
        {
            var value = Evaluate(guard, ref open);
            if (value == !wanted)
            {
                return false;
            }
        }

        if (open is null)
        {
            return true;
        }

        foreach (var answer in new[] { true, false })
        {
            _answers[open] = answer;
            if (Search())
            {
                return true;
            }
        }

        _answers.Remove(open);
        return false;
    }

    private bool? Evaluate(GuardExpression guard, ref NamedGuard? open)
    {
        switch (guard)
        {
            case NotGuard not:
                return !Evaluate(not.Operand, ref open);
            case AndGuard and:
                return Fold(and.Operands, false, ref open);
            case OrGuard or:
                return Fold(or.Operands, true, ref open);
            case NamedGuard named when _answers.TryGetValue(named, out var answer):
                return answer;
            default:
                open ??= guard as NamedGuard;
                return null;
        }
    }

    private bool? Fold(IEnumerable<GuardExpression> operands, bool decisive, ref NamedGuard? open)
    {
        bool? result = !decisive;
        foreach (var operand in operands)
        {
            var value = Evaluate(operand, ref open);
            if (value == decisive)
            {
                return decisive;
            }

            result = value is null ? null : result;
        }

        return result;
    }
}
