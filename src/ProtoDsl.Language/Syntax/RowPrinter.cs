using System.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>Prints a parsed row in one line and one way: single blanks, reasons and comments left out.</summary>
internal static class RowPrinter
{
    /// <summary><c>?FIN [ready] / !ACK(FIN) -> TIME_WAIT</c>; empty for lines that are no rows.</summary>
    public static string Print(LineSyntax line)
    {
        var text = new StringBuilder();
        switch (line)
        {
            case TransitionRow row:
                Events(text, row.Trigger, row.Guard);
                if (!row.Effects.IsEmpty)
                {
                    EffectPrinter.Append(text.Append(" / "), row.Effects);
                }

                if (row.Target is not null)
                {
                    Name(text.Append(" -> "), row.Target, isTarget: true);
                }

                break;
            case ReasonRow row:
                Events(text.Append(Word(row.Kind)).Append(' '), row.Trigger, row.Guard);
                break;
            case BoundaryRow row:
                EffectPrinter.Append(text.Append(row.IsEntry ? "entry " : "exit "), row.Effects);
                break;
            case KeepRow row:
                Events(text.Append("keep "), row.Trigger, null);
                if (row.Set is not null)
                {
                    Set(text.Append(" in "), row.Set);
                }

                Events(text.Append(" until "), row.Until, null);
                break;
            default:
                SessionRowPrinter.Append(text, line);
                break;
        }

        return text.ToString();
    }

    /// <summary>A name, escaped where it would be read as a keyword.</summary>
    internal static StringBuilder Name(StringBuilder text, NameSyntax name, bool isTarget = false) =>
        text.Append(Keywords.IsReserved(name.Text) && !(isTarget && name.Text == "same") ? "@" : string.Empty).Append(name.Text);

    internal static void Names(StringBuilder text, Collections.EquatableArray<NameSyntax> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            Name(text.Append(i == 0 ? string.Empty : ", "), names[i]);
        }
    }

    private static void Events(StringBuilder text, Collections.EquatableArray<EventSyntax> trigger, GuardSyntax? guard)
    {
        for (var i = 0; i < trigger.Count; i++)
        {
            EventPrinter.Append(text.Append(i == 0 ? string.Empty : " | "), trigger[i]);
        }

        GuardPrinter.AppendInBrackets(text, guard);
    }

    private static void Set(StringBuilder text, StateSetSyntax set)
    {
        if (set.IsAny)
        {
            text.Append("any");
        }

        Names(text, set.Included);
        if (!set.Excluded.IsEmpty)
        {
            Names(text.Append(" except "), set.Excluded);
        }
    }

    private static string Word(ReasonRowKind kind) => kind switch
    {
        ReasonRowKind.Ignore => "ignore",
        ReasonRowKind.Defer => "defer",
        _ => "forbid",
    };
}
