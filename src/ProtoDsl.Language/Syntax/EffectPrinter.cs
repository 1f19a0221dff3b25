using System.Text;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>Prints effects.</summary>
internal static class EffectPrinter
{
    public static void Append(StringBuilder text, EquatableArray<EffectSyntax> effects)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            Append(text.Append(i == 0 ? string.Empty : ", "), effects[i]);
        }
    }

    private static void Append(StringBuilder text, EffectSyntax effect)
    {
        switch (effect)
        {
            case SendEffectSyntax send:
                EventPrinter.Arguments(text.Append('!').Append(send.Message.Text), send.Arguments);
                if (send.To is not null)
                {
                    text.Append(" to ").Append(send.To.Text);
                }

                break;
            case TimerEffectSyntax timer:
                text.Append(timer.Operation switch { TimerOperation.Start => "start ", TimerOperation.Stop => "stop ", _ => "restart " }).Append(timer.Timer.Text);
                break;
            case ActionEffectSyntax action:
                EventPrinter.Arguments(RowPrinter.Name(text, action.Name), action.Arguments);
                break;
        }
    }
}
