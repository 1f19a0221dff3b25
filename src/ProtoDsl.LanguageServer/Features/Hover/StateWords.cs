using System.Globalization;
using ProtoDsl.Language.Model;

namespace ProtoDsl.LanguageServer.Features.Hover;

/// <summary>What may happen in a state, what may not and why, and what nothing is said of.</summary>
internal static class StateWords
{
    public static void Write(Machine machine, string name, HoverPage page)
    {
        var index = machine.States.ToList().FindIndex(state => state.Name == name);
        if (index < 0)
        {
            return;
        }

        var state = machine.States[index];
        page.Title(string.Concat(
            index == machine.InitialState ? "initial " : "",
            state.IsFinal ? "final " : "",
            "state ",
            state.Name,
            state.Code is { } code ? string.Create(CultureInfo.InvariantCulture, $" = {code}") : "",
            state.Label is { } label ? $" \"{label}\"" : ""));
        page.Paragraph(state.Documentation);
        var rows = machine.Cells.Where(cell => cell.State == index).SelectMany(cell => cell.Candidates).Select(candidate => machine.Rows[candidate.Row]).Distinct().ToArray();
        page.List("May happen", rows.Where(row => row.Kind != RowKind.Forbid).Select(row => HoverPage.Code(row)));
        page.List("Forbidden", rows.Where(row => row.Kind == RowKind.Forbid).Select(row => HoverPage.Code(row)));
        page.List("Not listed, and so illegal", Unlisted(machine, index));
    }

    private static IEnumerable<string> Unlisted(Machine machine, int state) =>
        Enumerable.Range(0, machine.Events.Count)
            .Where(@event => machine.Events[@event].Kind is EventKind.Call or EventKind.Receive && machine.CellOf(state, @event) is null)
            .Select(@event => HoverPage.Code(machine.Events[@event].Name));
}
