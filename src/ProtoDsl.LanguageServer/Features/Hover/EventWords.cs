using ProtoDsl.Language.Model;
using ProtoDsl.Language.Names;

namespace ProtoDsl.LanguageServer.Features.Hover;

/// <summary>In which states a message, call or timer may happen, where it is forbidden and why, and where it is sent.</summary>
internal static class EventWords
{
    public static void Write(Protocol protocol, IEnumerable<Machine> machines, NameKey key, HoverPage page, string? declared)
    {
        page.Title(declared ?? $"{key.Kind.ToString().ToLowerInvariant()} {key.Name}");
        page.Paragraph(DocumentationOf(protocol, machines, key));
        foreach (var machine in machines)
        {
            var of = protocol.Machines.Count > 1 ? $" in {machine.Name}" : "";
            var cells = machine.Cells.Where(cell => IsOf(protocol, machine, machine.Events[cell.Event], key)).ToArray();
            page.List((key.Kind == NameKind.Message ? "Received" : "May happen") + of, cells.SelectMany(cell => Rows(machine, cell, isForbidden: false)));
            page.List("Forbidden" + of, cells.SelectMany(cell => Rows(machine, cell, isForbidden: true)));
            page.List("Sent" + of, Sent(protocol, machine, key));
        }
    }

    private static IEnumerable<string> Rows(Machine machine, Cell cell, bool isForbidden) =>
        cell.Candidates.Select(candidate => machine.Rows[candidate.Row])
            .Where(row => row.Kind == RowKind.Forbid == isForbidden)
            .Select(row => $"{HoverPage.Code(machine.States[cell.State].Name)}: {HoverPage.Code(row)}");

    private static IEnumerable<string> Sent(Protocol protocol, Machine machine, NameKey key) => key.Kind != NameKind.Message
        ? []
        : machine.Rows.Where(row => row.Effects.Any(effect => effect is SendStep send && protocol.Messages[send.Message].Name == key.Name))
            .Select(row => $"{string.Join(", ", row.States.Select(state => HoverPage.Code(machine.States[state].Name)))}: {HoverPage.Code(row)}");

    private static bool IsOf(Protocol protocol, Machine machine, MachineEvent @event, NameKey key) => @event.Kind switch
    {
        EventKind.Receive => key.Kind == NameKind.Message && protocol.Messages[@event.Subject].Name == key.Name,
        EventKind.Call => key.Kind == NameKind.Call && machine.Calls[@event.Subject].Name == key.Name,
        _ => key.Kind == NameKind.Timer && machine.Timers[@event.Subject].Name == key.Name,
    };

    private static string? DocumentationOf(Protocol protocol, IEnumerable<Machine> machines, NameKey key) => key.Kind switch
    {
        NameKind.Message => protocol.Messages.FirstOrDefault(message => message.Name == key.Name && message.Owner == key.Owner)?.Documentation,
        NameKind.Call => machines.SelectMany(machine => machine.Calls).FirstOrDefault(call => call.Name == key.Name)?.Documentation,
        _ => machines.SelectMany(machine => machine.Timers).FirstOrDefault(timer => timer.Name == key.Name)?.Documentation,
    };
}
