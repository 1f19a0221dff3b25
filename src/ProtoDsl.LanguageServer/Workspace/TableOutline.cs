using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.LanguageServer.Workspace;

/// <summary>A declaration or section of a table, with the lines that belong to it.</summary>
/// <param name="Kind">What is declared; null for an <c>in</c> section or a scenario.</param>
/// <param name="Name">Its name, or what stands for one.</param>
/// <param name="NameNode">Where that stands.</param>
/// <param name="FirstLine">Its first line.</param>
internal sealed record OutlineItem(NameKind? Kind, string Name, SyntaxNode NameNode, int FirstLine)
{
    /// <summary>Its last line, those of its children included.</summary>
    public int LastLine { get; set; } = FirstLine;

    public List<OutlineItem> Children { get; } = [];
}

/// <summary>The lines of a table as a tree: machines with their states, sessions with their roles.</summary>
internal sealed class TableOutline
{
    private readonly TableDocument _document;
    private OutlineItem? _machine;
    private OutlineItem? _section;

    private TableOutline(TableDocument document) => _document = document;

    /// <summary>The items of the first level, in the order of the text.</summary>
    public List<OutlineItem> Items { get; } = [];

    public static TableOutline Of(TableDocument document, CancellationToken cancellationToken)
    {
        var outline = new TableOutline(document);
        foreach (var line in document.Syntax(cancellationToken).Lines)
        {
            outline.Add(line);
        }

        return outline;
    }

    /// <summary>All items, of all levels.</summary>
    public IEnumerable<OutlineItem> All => Items.Concat(Items.SelectMany(item => item.Children));

    private void Add(LineSyntax line)
    {
        switch (line)
        {
            case MachineLine machine:
                _machine = _section = null;
                _machine = Open(null, NameKind.Machine, machine.Name, line);
                break;
            case StateLine state:
                OpenSection(_machine, NameKind.State, state.Name, line);
                break;
            case InLine section:
                OpenSection(_machine, null, section.Set, line);
                break;
            case SessionLine session:
                OpenSection(_machine = null, NameKind.Session, session.Name, line);
                break;
            case ScenarioLine scenario:
                OpenSection(_machine = null, null, scenario.Title, line);
                break;
            case RoleRow role:
                Open(_section, NameKind.Role, role.Role, line);
                break;
            case ProtocolLine protocol:
                Open(null, NameKind.Protocol, protocol.Name, line);
                break;
            case MessageLine messages:
                Declare(NameKind.Message, messages.Signatures.Select(signature => signature.Name), line);
                break;
            case CallLine calls:
                Declare(NameKind.Call, calls.Signatures.Select(signature => signature.Name), line);
                break;
            case TimerLine timer:
                Declare(NameKind.Timer, [timer.Name], line);
                break;
            case TagLine tag:
                Declare(NameKind.Tag, [tag.Name], line);
                break;
            case GroupLine group:
                Declare(NameKind.Group, [group.Name], line);
                break;
            default:
                Extend(LastLineOf(line));
                break;
        }
    }

    private void Declare(NameKind kind, IEnumerable<NameSyntax> names, LineSyntax line)
    {
        _section = null;
        foreach (var name in names)
        {
            Open(_machine, kind, name, line);
        }
    }

    private void OpenSection(OutlineItem? parent, NameKind? kind, SyntaxNode name, LineSyntax line)
    {
        _section = null; // the one above ends here
        _section = Open(parent, kind, name, line);
    }

    private OutlineItem Open(OutlineItem? parent, NameKind? kind, SyntaxNode name, LineSyntax line)
    {
        var text = name is NameSyntax known ? known.Text : _document.Text.Substring(name.Span.Start, name.Span.Length);
        var item = new OutlineItem(kind, name is StateSetSyntax ? "in " + text : text, name, _document.PositionOf(line.Span.Start).Line);
        (parent?.Children ?? Items).Add(item);
        var last = LastLineOf(line);
        item.LastLine = last;
        Extend(last);
        return item;
    }

    private void Extend(int last)
    {
        foreach (var open in new[] { _machine, _section })
        {
            if (open is not null)
            {
                open.LastLine = Math.Max(open.LastLine, last);
            }
        }
    }

    private int LastLineOf(LineSyntax line) => _document.PositionOf(line.Span.End).Line;
}
