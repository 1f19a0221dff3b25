using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Actions;

/// <summary>Conditions over the user's guards. Their nesting is bounded by the parser.</summary>
internal sealed class GuardBinder(ActionTable actions)
{
    /// <summary>The condition; null for <c>[else]</c> and where a part cannot be understood.</summary>
    public GuardExpression? Bind(GuardSyntax syntax, Carried carried)
    {
        switch (syntax)
        {
            case NamedGuardSyntax { Name.IsMissing: false } named:
                var action = actions.Use(named.Name, isGuard: true, carried.Handed, null);
                return action < 0 ? null : new NamedGuard(action, default);
            case NotGuardSyntax not:
                return Bind(not.Operand, carried) is { } operand ? new NotGuard(operand) : null;
            case AndGuardSyntax and:
                return BindAll(and.Operands, carried) is { } all ? new AndGuard(all) : null;
            case OrGuardSyntax or:
                return BindAll(or.Operands, carried) is { } any ? new OrGuard(any) : null;
            default:
                return null;
        }
    }

    private EquatableArray<GuardExpression>? BindAll(EquatableArray<GuardSyntax> operands, Carried carried)
    {
        var bound = operands.Select(operand => Bind(operand, carried)).ToList();
        var sound = bound.OfType<GuardExpression>().ToList();
        return sound.Count == bound.Count ? sound.ToEquatableArray() : null;
    }
}
