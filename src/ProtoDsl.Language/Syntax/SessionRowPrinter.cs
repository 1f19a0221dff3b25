using System.Globalization;
using System.Text;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>Prints the rows of sessions and scenarios.</summary>
internal static class SessionRowPrinter
{
    public static void Append(StringBuilder text, LineSyntax line)
    {
        switch (line)
        {
            case RoleRow row:
                RowPrinter.Name(RowPrinter.Name(text, row.Role).Append(" : "), row.Machine);
                if (row.Calls is { } calls)
                {
                    RowPrinter.Names(text.Append(" calls "), calls);
                }

                if (row.From is not null)
                {
                    RowPrinter.Name(text.Append(" from "), row.From);
                }

                break;
            case OverRow row:
                text.Append(row.IsLossy ? "over lossy " : "over ")
                    .Append(row.Kind switch { ChannelKind.Fifo => "fifo", ChannelKind.Bag => "bag", _ => "rendezvous" });
                if (row.Capacity is not null)
                {
                    text.Append('(').Append(row.Capacity.Value.ToString(CultureInfo.InvariantCulture)).Append(')');
                }

                break;
            case NeverRow row:
                Pairs(text.Append("never "), row.States);
                break;
            case ScenarioStatesRow row:
                Pairs(text.Append(row.IsExpectation ? "expect " : "from "), row.States);
                break;
            case DeliveryRow row:
                RowPrinter.Name(RowPrinter.Name(text.Append(row.IsDropped ? "drop " : string.Empty), row.From).Append(" -> "), row.To);
                EventPrinter.Arguments(RowPrinter.Name(text.Append(' '), row.Message), row.Arguments);
                break;
            case ScenarioEventRow row:
                EventPrinter.Append(RowPrinter.Name(text, row.Role).Append(' '), row.Event);
                GuardPrinter.AppendInBrackets(text, row.Guard);
                break;
        }
    }

    private static void Pairs(StringBuilder text, EquatableArray<RoleStateSyntax> pairs)
    {
        for (var i = 0; i < pairs.Count; i++)
        {
            RowPrinter.Name(RowPrinter.Name(text.Append(i == 0 ? string.Empty : ", "), pairs[i].Role).Append(' '), pairs[i].State);
        }
    }
}
