using System.Text;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Tool.Output;

/// <summary>The way to a finding as a message sequence: a column a role, a line a step. Between two roles the messages fly in the middle,
/// on the line on which they are sent; where they are received, the event says so.</summary>
internal static class SequenceChart
{
    private const string Gap = "   ";

    /// <summary>The lines of the chart; none for a finding without a way there.</summary>
    public static IReadOnlyList<string> Of(Finding finding)
    {
        if (finding.Trace.Count == 0)
        {
            return [];
        }

        var roles = finding.Start.Select(start => start.Role).ToList();
        var isPair = roles.Count == 2;
        var rows = finding.Trace.Select(step => (Role: roles.IndexOf(step.Role), Cell: CellOf(step, isPair), Flight: isPair ? FlightOf(step, roles) : "")).ToList();
        var widths = roles.Select((role, index) => rows.Where(row => row.Role == index).Select(row => row.Cell.Length)
            .Append(role.Length).Append(finding.Start[index].State.Length).Max()).ToArray();
        var middle = rows.Select(row => row.Flight.Length).Append(0).Max();
        var number = $"{finding.Trace.Count}".Length;
        return
        [
            Line("", number, [.. roles], "", widths, middle),
            Line("", number, [.. finding.Start.Select(start => start.State)], "", widths, middle),
            .. rows.Select((row, index) => Line($"{index + 1}", number, [.. roles.Select((_, role) => role == row.Role ? row.Cell : "")], row.Flight, widths, middle)),
        ];
    }

    private static string Line(string number, int numberWidth, string[] cells, string flight, int[] widths, int middle)
    {
        var line = new StringBuilder(number.PadLeft(numberWidth)).Append("  ");
        for (var role = 0; role < cells.Length; role++)
        {
            line.Append(role == 0 ? "" : Gap);
            if (role == 1 && middle > 0)
            {
                var isBack = flight.StartsWith('◄');
                line.Append(isBack ? flight.PadLeft(middle) : flight.PadRight(middle)).Append(Gap);
            }

            line.Append(cells[role].PadRight(widths[role]));
        }

        return line.ToString().TrimEnd();
    }

    private static string CellOf(TraceStep step, bool isPair)
    {
        var sent = isPair ? "" : string.Concat(step.Sent.Select(message => $" !{message.Text} to {message.To}{(message.IsLost ? " (lost)" : "")}"));
        return $"{step.Event}{sent}{(step.Note.Length > 0 ? $" {step.Note}" : "")} → {step.State}".TrimStart();
    }

    private static string FlightOf(TraceStep step, List<string> roles)
    {
        if (step.Sent.Count == 0)
        {
            return "";
        }

        var sent = string.Join(", ", step.Sent.Select(message => message.Text + (message.IsLost ? " (lost)" : "")));
        return roles.IndexOf(step.Role) == 0 ? $"{sent} ──►" : $"◄── {sent}";
    }
}
