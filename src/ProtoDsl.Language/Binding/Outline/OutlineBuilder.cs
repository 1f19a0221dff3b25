using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Outline;

/// <summary>Sorts the lines of a file by what they belong to, and reports those that stand in a wrong place.</summary>
internal sealed class OutlineBuilder(BindingContext context)
{
    private enum Place
    {
        Top,
        Machine,
        State,
        In,
        Session,
        Scenario,

        /// <summary>Below a line that could not be read or stood in a wrong place: nothing more is said.</summary>
        Lost,
    }

    private readonly FileOutline _file = new();
    private readonly List<LineSyntax> _groupsBeforeMachine = [];
    private Place _place = Place.Top;
    private bool _sawBroken;

    private MachineOutline? LastMachine => _file.Machines.LastOrDefault();

    public FileOutline Build(TransitionFileSyntax syntax)
    {
        foreach (var line in syntax.Lines)
        {
            context.ThrowIfCancelled();
            Add(line);
        }

        return _file;
    }

    private void Add(LineSyntax line)
    {
        switch (line)
        {
            case BrokenLine broken:
                AddBroken(broken);
                break;
            case ProtocolLine or NamespaceLine or UsingLine or ImportLine:
                AddHeader(line);
                break;
            case MessageLine or CallLine or TimerLine or TagLine or GroupLine:
                AddDeclaration(line);
                break;
            case MachineLine machine:
                AddMachine(machine);
                _place = Place.Machine;
                break;
            case StateLine or InLine:
                AddSection(line);
                break;
            case SessionLine session:
                _file.Sessions.Add(new SessionOutline(session));
                _place = Place.Session;
                break;
            case ScenarioLine scenario:
                _file.Scenarios.Add(new ScenarioOutline(scenario));
                _place = Place.Scenario;
                break;
            case KeepRow keep:
                AddKeep(keep);
                break;
            default:
                AddRow(line);
                break;
        }
    }

    private void AddBroken(BrokenLine broken)
    {
        _sawBroken = true;
        if ((_place is Place.State or Place.In) && LastMachine is { } machine)
        {
            machine.Sections[machine.Sections.Count - 1].HasBrokenLine = true;
        }
        else if (_place is Place.Session)
        {
            _file.Sessions[_file.Sessions.Count - 1].HasBrokenLine = true;
        }

        if (broken.ClosesSection)
        {
            _place = Place.Lost;
        }
    }

    private void AddHeader(LineSyntax line)
    {
        var isLate = _file.Machines.Count > 0 || _file.Sessions.Count > 0 || _file.Scenarios.Count > 0;
        if (isLate)
        {
            context.Report(PlacementMessages.HeaderBelow(line));
        }

        // One finding is enough for a line that is both too late and one too many.
        if (!isLate || !_file.Headers.Exists(header => header.GetType() == line.GetType()))
        {
            _file.Headers.Add(line);
        }

        _place = LastMachine is null ? Place.Top : Place.Machine;
    }

    private void AddDeclaration(LineSyntax line)
    {
        var afterSession = (_place is Place.Session or Place.Scenario) && LastMachine is not null;
        if (afterSession)
        {
            context.Report(PlacementMessages.DeclarationBelowSession(line));
        }

        if (LastMachine is { } machine)
        {
            machine.Declarations.Add(line);
            _place = afterSession ? Place.Lost : Place.Machine;
            return;
        }

        if (line is GroupLine)
        {
            if (!_sawBroken && _groupsBeforeMachine.Count == 0)
            {
                context.Report(PlacementMessages.GroupOutsideMachine(line));
            }

            _groupsBeforeMachine.Add(line);
        }
        else
        {
            _file.SharedDeclarations.Add(line);
        }

        _place = Place.Top;
    }

    private void AddMachine(MachineLine? line)
    {
        var machine = new MachineOutline(line);
        machine.Declarations.AddRange(_groupsBeforeMachine);
        _groupsBeforeMachine.Clear();
        _file.Machines.Add(machine);
    }

    private void AddSection(LineSyntax line)
    {
        if (LastMachine is null)
        {
            if (!_sawBroken)
            {
                context.Report(PlacementMessages.NoMachine(line));
            }

            AddMachine(null);
        }
        else if (_place is Place.Session or Place.Scenario)
        {
            context.Report(PlacementMessages.SectionBelowSession(line));
        }

        LastMachine?.Sections.Add(new SectionOutline(line));
        _place = line is StateLine ? Place.State : Place.In;
    }

    private void AddKeep(KeepRow keep)
    {
        if (_place is not (Place.Machine or Place.Lost) && !(LastMachine is null && _sawBroken))
        {
            context.Report(PlacementMessages.KeepOutsideMachine(keep));
        }

        LastMachine?.Keeps.Add(keep);
    }

    private void AddRow(LineSyntax row)
    {
        switch (_place, row)
        {
            case (Place.State, TransitionRow or ReasonRow or BoundaryRow):
            case (Place.In, TransitionRow or ReasonRow):
                if (LastMachine is { } machine)
                {
                    machine.Sections[machine.Sections.Count - 1].Rows.Add(row);
                }

                break;
            case (Place.In, BoundaryRow boundary):
                context.Report(PlacementMessages.BoundaryInShared(boundary));
                break;
            case (Place.Session, RoleRow or OverRow or NeverRow):
                _file.Sessions[_file.Sessions.Count - 1].Rows.Add(row);
                break;
            case (Place.Scenario, ScenarioStatesRow or DeliveryRow or ScenarioEventRow):
                _file.Scenarios[_file.Scenarios.Count - 1].Rows.Add(row);
                break;
            case (Place.Lost, _):
                break;
            default:
                context.Report(PlacementMessages.RowElsewhere(row));
                _place = _place is Place.Top or Place.Machine ? Place.Lost : _place;
                break;
        }
    }
}
