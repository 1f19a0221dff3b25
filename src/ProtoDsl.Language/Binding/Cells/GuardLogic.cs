using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Cells;

/// <summary>What can be told of two conditions without knowing what the user answers.</summary>
internal sealed class GuardLogic
{
    private int _steps;

    /// <summary>True where both can certainly not hold at once: somewhere one asks for <c>g</c> and the other for <c>!g</c>.
    /// True, too, once far too much was asked: then nothing is said any more.</summary>
    public bool AreDisjoint(GuardExpression left, GuardExpression right) => Disjoint(left, true, right, true);

    // Each step takes one side apart, so that the work is at most the product of the two sizes.
    private bool Disjoint(GuardExpression left, bool leftHolds, GuardExpression right, bool rightHolds)
    {
        if (_steps++ > Limits.GuardComparisons)
        {
            return true;
        }

        switch (left)
        {
            case NotGuard negated:
                return Disjoint(negated.Operand, !leftHolds, right, rightHolds);
            case AndGuard all when leftHolds:
                return all.Operands.Any(operand => Disjoint(operand, true, right, rightHolds));
            case AndGuard all:
                return all.Operands.All(operand => Disjoint(operand, false, right, rightHolds));
            case OrGuard any when leftHolds:
                return any.Operands.All(operand => Disjoint(operand, true, right, rightHolds));
            case OrGuard any:
                return any.Operands.Any(operand => Disjoint(operand, false, right, rightHolds));
            case NamedGuard when right is not NamedGuard:
                return Disjoint(right, rightHolds, left, leftHolds);
            default:
                return leftHolds != rightHolds && left.Equals(right);
        }
    }
}
