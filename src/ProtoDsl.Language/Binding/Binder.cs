using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Files;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Binding.Outline;
using ProtoDsl.Language.Binding.Sessions;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding;

/// <summary>From the lines of a file to what they mean.</summary>
internal sealed class Binder
{
    private readonly BindingContext _context;
    private readonly HeaderBinder _header;
    private readonly DeclarationBinder _declarations;
    private readonly Scope _shared = new(null, null);

    private Binder(BindingContext context)
    {
        _context = context;
        _header = new HeaderBinder(context);
        _declarations = new DeclarationBinder(context);
    }

    public static BoundFile Bind(string text, TransitionFileSyntax syntax, string fileName, CancellationToken cancellationToken) =>
        new Binder(new BindingContext(text, cancellationToken)).Bind(syntax, fileName);

    private BoundFile Bind(TransitionFileSyntax syntax, string fileName)
    {
        _context.AddSyntaxDiagnostics(syntax.Diagnostics);
        _context.HasBrokenDeclarations = BrokenDeclarations.Exist(syntax);
        if (syntax.Lines.IsEmpty && syntax.Diagnostics.IsEmpty)
        {
            _context.Report(PlacementMessages.Empty());
        }

        var outline = new OutlineBuilder(_context).Build(syntax);
        _header.Bind(outline.Headers, fileName);
        _declarations.Bind(outline.SharedDeclarations, _shared);
        var machines = BindMachines(outline);
        var maps = new List<SessionMap>();
        var scenarioMaps = new List<ScenarioMap>();
        var sessions = BindSessions(outline, machines, maps, scenarioMaps, out var scenarios);
        RoleNames.Check(_context, outline, sessions, _header.Imports.Count > 0);
        var className = CSharpNaming.Pascal(_header.Name);
        NameChecks.Check(_context, className, _declarations, machines);
        MessageUse.MarkPublic(machines);
        Unused.Check(_context, _shared, machines);
        var protocol = new Protocol
        {
            Name = _header.Name,
            ClassName = className,
            Version = _header.Version,
            Namespace = _header.Namespace,
            Usings = _header.Usings.ToEquatableArray(),
            Imports = _header.Imports.ToEquatableArray(),
            Documentation = _header.Documentation,
            Tags = _declarations.Tags.All.Select(tag => tag.Type).ToEquatableArray(),
            Messages = _declarations.Signatures.Messages.Select(message => message.Message with { IsPublic = message.IsPublic }).ToEquatableArray(),
            Machines = machines.Select(machine => machine.Machine).ToEquatableArray(),
            Sessions = sessions.ToEquatableArray(),
            Scenarios = scenarios,
        };
        var map = new SourceMap
        {
            Lines = _context.Lines,
            Messages = _declarations.Signatures.Messages.Select(message => message.Span).ToEquatableArray(),
            Tags = _declarations.Tags.All.Select(tag => tag.Span).ToEquatableArray(),
            Machines = machines.Select(machine => machine.Map).ToEquatableArray(),
            Sessions = maps.ToEquatableArray(),
            Scenarios = scenarioMaps.ToEquatableArray(),
            CSharpTypes = _context.CSharpTypes.OrderBy(type => type.Span.Start).ToEquatableArray(),
        };
        var suppressions = Suppressions.Of(syntax, _context);
        var found = Suppressions.Apply(suppressions, _context);
        return new BoundFile(protocol, map, found.OrderBy(one => one.Span.Start).ThenBy(one => one.Rule.Id, System.StringComparer.Ordinal).ToEquatableArray())
        {
            Suppressions = suppressions,
        };
    }

    private List<BoundMachine> BindMachines(FileOutline outline)
    {
        var lines = new Dictionary<string, TextSpan>();
        var bound = new List<BoundMachine>();
        foreach (var machine in outline.Machines)
        {
            var name = machine.Line is { Name.IsMissing: false } line ? line.Name.Text : _header.Name;
            var span = machine.Line?.Name.Span ?? machine.Sections[0].Opening.Span;
            if (lines.TryGetValue(name, out var first))
            {
                _context.Report(DeclarationMessages.Twice("Machine", new NameSyntax(name) { Span = span }, _context.LineOf(first)));
                continue;
            }

            if (bound.Count == Limits.Machines)
            {
                _context.Report(LimitMessages.TooMany(span, "machines", Limits.Machines));
                break;
            }

            lines.Add(name, span);
            var scope = new Scope(_shared, name);
            _declarations.Bind(machine.Declarations, scope);
            var tags = _declarations.Tags.All.Select(tag => tag.Type).ToList();
            bound.Add(new MachineBinder(_context, scope, tags, machine, name, span).Bind());
        }

        return bound;
    }

    private List<Session> BindSessions(
        FileOutline outline, List<BoundMachine> machines, List<SessionMap> maps, List<ScenarioMap> scenarioMaps, out EquatableArray<Scenario> scenarios)
    {
        var lookup = new MachineLookup(_context, machines, _header.Imports.Count > 0);
        var binder = new SessionBinder(_context, lookup);
        var names = new Dictionary<string, TextSpan>();
        var sessions = new List<Session>();
        foreach (var session in outline.Sessions)
        {
            CheckTwice(names, "Session", session.Line.Name, session.Line.Name.Text);
            sessions.Add(binder.Bind(session, out var map));
            maps.Add(map);
        }

        var titles = new Dictionary<string, TextSpan>();
        var scenarioBinder = new ScenarioBinder(_context, lookup, sessions, _declarations.Tags.All.Select(tag => tag.Type).ToList());
        scenarios = outline.Scenarios.Select(scenario =>
        {
            CheckTwice(titles, "Scenario", scenario.Line.Title, scenario.Line.Title.Text);
            var bound = scenarioBinder.Bind(scenario, out var map);
            scenarioMaps.Add(map);
            return bound;
        }).ToEquatableArray();
        return sessions;
    }

    private void CheckTwice(Dictionary<string, TextSpan> names, string kind, SyntaxNode node, string name)
    {
        if (name.Length > 0 && names.TryGetValue(name, out var first))
        {
            _context.Report(SessionMessages.Twice(kind, node, name, _context.LineOf(first)));
        }
        else if (name.Length > 0)
        {
            names.Add(name, node.Span);
        }
    }
}
