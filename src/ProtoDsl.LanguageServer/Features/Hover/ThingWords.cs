using System.Globalization;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Findings;
using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Workspace;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.LanguageServer.Features.Hover;

/// <summary>What is known of something with a name, in words.</summary>
internal sealed class ThingWords(NamedThing thing, TableSet tables, DocumentFindings findings, HoverPage page)
{
    private readonly NameKey _key = thing.Key;
    private BoundFile? _bound;

    public void Write(CancellationToken cancellationToken)
    {
        var bound = _bound = thing.Document.File(cancellationToken).Bound;
        switch (_key.Kind)
        {
            case NameKind.State:
                foreach (var machine in Machines(bound))
                {
                    StateWords.Write(machine, _key.Name, page);
                }

                break;
            case NameKind.Message or NameKind.Call or NameKind.Timer:
                EventWords.Write(bound.Protocol, Machines(bound), _key, page, Declared());
                break;
            case NameKind.Guard or NameKind.Effect:
                foreach (var machine in Machines(bound))
                {
                    WriteAction(bound.Protocol, machine);
                }

                break;
            case NameKind.Group:
                page.Title($"group {_key.Name}");
                page.List("States", Machines(bound).SelectMany(machine => machine.Groups.Where(group => group.Name == _key.Name)
                    .SelectMany(group => group.States.Select(state => HoverPage.Code(machine.States[state].Name)))));
                break;
            case NameKind.Machine:
                WriteMachine(bound);
                break;
            case NameKind.Session:
                WriteSession(bound, cancellationToken);
                break;
            case NameKind.Protocol:
                page.Title($"protocol {_key.Name}");
                page.Paragraph(bound.Protocol.Documentation);
                break;
            default:
                page.Title(Declared() ?? $"{KindWords.Of(_key.Kind).Split(' ')[1]} {_key.Name}");
                break;
        }
    }

    private IEnumerable<Machine> Machines(BoundFile bound) => bound.Protocol.Machines.Where(machine => _key.Owner is null || machine.Name == _key.Owner);

    /// <summary>The part of the text that declares it: from its name to the next comma or the end of the line.</summary>
    private string? Declared()
    {
        var declaration = thing.Document.Names().Of(_key).FirstOrDefault(use => use.IsDeclaration);
        if (declaration is null || _bound is null)
        {
            return null;
        }

        var text = thing.Document.Text;
        var (end, depth) = (declaration.Span.End, 0);
        while (end < text.Length && text[end] is not ('\r' or '\n') && !(depth == 0 && text[end] is ',' or ')') && !(text[end] == '/' && end + 1 < text.Length && text[end + 1] == '/'))
        {
            depth += text[end] is '(' or '<' ? 1 : text[end] is ')' or '>' ? -1 : 0;
            end++;
        }

        return $"{KindWords.Of(_key.Kind).Split(' ')[1]} {text[declaration.Span.Start..end].TrimEnd()}";
    }

    private void WriteAction(Protocol protocol, Machine machine)
    {
        if (machine.Actions.FirstOrDefault(action => action.Name == _key.Name) is not { } action)
        {
            return;
        }

        page.Title($"{(action.IsGuard ? "guard" : "effect")} {action.Name}");
        var handed = action.Receives switch
        {
            ActionReceives.Message => $"the message {HoverPage.Code(protocol.Messages[action.Subject].Name)}",
            ActionReceives.CallArguments => $"the arguments of {HoverPage.Code(machine.Calls[action.Subject].Name)}",
            ActionReceives.WrittenArguments => string.Join(", ", action.Parameters.Select(parameter => HoverPage.Code(parameter.Name))),
            _ => "nothing",
        };
        page.Paragraph($"{HoverPage.Code(action.MethodName)} of the actions of {HoverPage.Code(machine.Name)}, which you implement; it is handed {handed}.");
        page.List("Rows", machine.Rows.Where(row => row.Text.Contains(action.Name, StringComparison.Ordinal) && Uses(row, Index(machine))).Select(row => HoverPage.Code(row)));
    }

    private int Index(Machine machine) => machine.Actions.ToList().FindIndex(action => action.Name == _key.Name);

    private static bool Uses(Row row, int action) =>
        row.Effects.Any(effect => effect is ActionStep step && step.Action == action) || Uses(row.Guard, action);

    private static bool Uses(GuardExpression? guard, int action) => guard switch
    {
        NamedGuard named => named.Action == action,
        NotGuard not => Uses(not.Operand, action),
        AndGuard and => and.Operands.Any(operand => Uses(operand, action)),
        OrGuard or => or.Operands.Any(operand => Uses(operand, action)),
        _ => false,
    };

    private void WriteMachine(BoundFile bound)
    {
        foreach (var machine in bound.Protocol.Machines.Where(machine => machine.Name == _key.Name))
        {
            page.Title($"machine {machine.Name}");
            page.Paragraph(machine.Documentation);
            page.Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"{machine.States.Count} states, {machine.Events.Count} events, {machine.Rows.Count} rows; begins in {HoverPage.Code(machine.States.Count > 0 ? machine.States[machine.InitialState].Name : "-")}."));
        }
    }

    // What the check shows is known once it has run, or is found out now.
    private void WriteSession(BoundFile bound, CancellationToken cancellationToken)
    {
        for (var index = 0; index < bound.Protocol.Sessions.Count; index++)
        {
            var session = bound.Protocol.Sessions[index];
            if (session.Name != _key.Name)
            {
                continue;
            }

            page.Title($"session {session.Name}");
            page.Paragraph(session.Documentation);
            page.List("Roles", session.Roles.Select(role => $"{HoverPage.Code(role.Name)}: {role.MachineName}"));
            var span = bound.Map.Sessions[index];
            page.List("What the check shows", findings.Of(thing.Document, tables, cancellationToken)
                .Select(judged => judged.Finding)
                .Where(finding => finding.Rule == SessionRules.Verdict || finding.Rule == SessionRules.Skipped)
                .Where(finding => finding.Place.Span == span.Name || finding.Place.Span == span.Channel)
                .Select(finding => finding.Message));
        }
    }
}
