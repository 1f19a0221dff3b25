using System.Text;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>Prints events and arguments.</summary>
internal static class EventPrinter
{
    public static void Append(StringBuilder text, EventSyntax syntax)
    {
        switch (syntax)
        {
            case ReceiveAnyEventSyntax:
                text.Append("?*");
                break;
            case ReceiveEventSyntax receive:
                Arguments(text.Append('?').Append(receive.Message.Text), receive.Arguments);
                if (receive.From is not null)
                {
                    text.Append(" from ").Append(receive.From.Text);
                }

                break;
            case CallEventSyntax call:
                Arguments(RowPrinter.Name(text, call.Call), call.Arguments);
                break;
            case AfterAnyEventSyntax:
                text.Append("after *");
                break;
            case AfterEventSyntax after:
                RowPrinter.Name(text.Append("after "), after.Timer).Append(after.IsDrained ? " drained" : string.Empty);
                break;
            case TimeoutEventSyntax timeout:
                RowPrinter.Name(text.Append("timeout "), timeout.Timer);
                break;
        }
    }

    /// <summary><c>(FIN, _, 3)</c>; nothing for no arguments.</summary>
    public static void Arguments(StringBuilder text, EquatableArray<ValueSyntax> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            text.Append(i == 0 ? "(" : ", ").Append(arguments[i] is { Kind: ValueKind.Name, Text: "_" } ? "@_" : arguments[i].Text);
        }

        text.Append(arguments.IsEmpty ? string.Empty : ")");
    }
}
