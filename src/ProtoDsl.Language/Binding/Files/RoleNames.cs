using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Outline;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Files;

/// <summary>The roles that rows name with <c>from</c> and <c>to</c> must be roles of a session. Nothing is said where the file has no
/// session, or imports other protocols: a session of another file may have them.</summary>
internal static class RoleNames
{
    public static void Check(BindingContext context, FileOutline outline, IReadOnlyList<Session> sessions, bool hasImports)
    {
        if (sessions.Count == 0 || hasImports)
        {
            return;
        }

        var roles = new HashSet<string>(sessions.SelectMany(session => session.Roles).Select(role => role.Name));
        foreach (var name in outline.Machines.SelectMany(machine => machine.Sections).SelectMany(section => section.Rows).SelectMany(NamesOf))
        {
            if (!name.IsMissing && !roles.Contains(name.Text) && context.FirstTime("row role", name.Text))
            {
                context.Report(SessionMessages.NoSuchRole(name, context.Suggest(name.Text, roles)));
            }
        }
    }

    private static IEnumerable<NameSyntax> NamesOf(LineSyntax row) => row switch
    {
        TransitionRow transition => Senders(transition.Trigger).Concat(Receivers(transition.Effects)),
        ReasonRow reason => Senders(reason.Trigger),
        BoundaryRow boundary => Receivers(boundary.Effects),
        _ => [],
    };

    private static IEnumerable<NameSyntax> Senders(IEnumerable<EventSyntax> events) =>
        events.OfType<ReceiveEventSyntax>().Select(receive => receive.From).OfType<NameSyntax>();

    private static IEnumerable<NameSyntax> Receivers(IEnumerable<EffectSyntax> effects) =>
        effects.OfType<SendEffectSyntax>().Select(send => send.To).OfType<NameSyntax>();
}
