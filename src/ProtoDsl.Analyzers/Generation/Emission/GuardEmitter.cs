using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What must hold for a row to be taken, as a C# condition: the pattern of the tags, the sender, the guard.</summary>
internal sealed class GuardEmitter
{
    private readonly MachineForm _form;
    private readonly ArgumentEmitter _arguments;

    public GuardEmitter(MachineForm form)
    {
        _form = form;
        _arguments = new ArgumentEmitter(form);
    }

    /// <summary>The condition; empty where the row always fits.</summary>
    public string Condition(EventShape @event, Row row, RowTrigger trigger)
    {
        var pattern = Pattern(@event, trigger);
        if (row.Guard is null)
        {
            return pattern;
        }

        var guard = Write(@event, row.Guard, isOperand: pattern.Length > 0);
        return pattern.Length == 0 ? guard : pattern + " && " + guard;
    }

    /// <summary>The part that names tag values and the sender; no guard.</summary>
    public string Pattern(EventShape @event, RowTrigger trigger)
    {
        var tests = @event.Parameters
            .Select((parameter, index) => (parameter, Value: index < trigger.Pattern.Count ? trigger.Pattern[index] : -1))
            .Where(test => test.parameter.Tag >= 0 && test.Value >= 0)
            .Select(test => $"{@event.Value(test.parameter.Name)} == {_form.Types.TagValue(test.parameter.Tag, test.Value)}");
        if (trigger.From is not null)
        {
            tests = tests.Concat(new[] { $"{@event.PeerLocal} == {_form.Shape.Peer(trigger.From)}" });
        }

        return string.Join(" && ", tests);
    }

    private string Write(EventShape @event, GuardExpression guard, bool isOperand) => guard switch
    {
        NamedGuard named => _form.Flavor.Await(_arguments.Call(@event, _form.Shape.Machine.Actions[named.Action], named.Arguments)),
        NotGuard not => "!" + Write(@event, not.Operand, isOperand: true),
        AndGuard and => Join(@event, and.Operands, " && ", isOperand),
        OrGuard or => Join(@event, or.Operands, " || ", isOperand),
        _ => "false",
    };

    private string Join(EventShape @event, EquatableArray<GuardExpression> operands, string word, bool isOperand)
    {
        if (operands.IsEmpty)
        {
            return "true";
        }

        var text = string.Join(word, operands.Select(operand => Write(@event, operand, isOperand: true)));
        return isOperand ? $"({text})" : text;
    }
}
