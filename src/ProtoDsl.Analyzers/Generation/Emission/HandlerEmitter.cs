using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>One private method an event: finds the row and takes it. It answers null when a row was taken, otherwise the reason of the
/// table, empty for none. An event that never calls the user needs no more than a switch; any other keeps other events out meanwhile.</summary>
internal sealed class HandlerEmitter
{
    private const int MostCitations = 4;

    private readonly SourceWriter _writer;
    private readonly MachineForm _form;
    private readonly RowEmitter _rows;
    private readonly GuardEmitter _guards;

    public HandlerEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
        _rows = new RowEmitter(writer, form);
        _guards = new GuardEmitter(form);
    }

    private MachineShape Shape => _form.Shape;

    /// <summary>Writes the handler, and a method for each row that it takes from several places.</summary>
    public void Write(EventShape @event)
    {
        var from = @event.Local("from");
        var shared = SharedRows(@event);
        var parameters = @event.IsAwaited(Shape)
            ? _form.Flavor.WithToken(@event.ParameterList, $"{Flavor.CancellationTokenType} {@event.TokenLocal}")
            : @event.ParameterList;
        var returns = @event.IsAwaited(Shape) ? _form.Flavor.Method("string?") : "string?";
        _writer.Line();
        if (@event.IsShort)
        {
            _writer.Line(@event.IsDirect ? MachineEmitter.NotInlined : MachineEmitter.Inlined);
        }

        using (_writer.Block($"private {returns} {@event.Handler}({parameters})"))
        {
            if (@event.IsHeavy)
            {
                _writer.Line($"var {from} = {_form.Use("Begin")}({CSharpText.Literal(@event.DisplayName)});");
                using (_writer.Block("try"))
                {
                    Switch(@event, from, shared, _form.Helper("NotListed"));
                }

                using (_writer.Block("finally"))
                {
                    _writer.Line("_ready = _state;");
                }
            }
            else
            {
                _writer.Line($"var {from} = _ready;");
                Switch(@event, from, shared, $"{_form.Use("Unlisted")}({CSharpText.Literal(@event.DisplayName)})");
            }
        }

        foreach (var row in shared.Values)
        {
            WriteShared(@event, row);
        }
    }

    /// <summary>The rows of an event that never calls the user, taken on the spot: each returns the state that it leads to. What is
    /// refused falls through.</summary>
    public void WriteDirect(EventShape @event)
    {
        var from = @event.Local("from");
        _writer.Line($"var {from} = _ready;");
        using (_writer.Block($"switch ({from})"))
        {
            foreach (var group in @event.Groups.Where(group => group.Candidates.Any(candidate => Shape.Machine.Rows[candidate.Row].Kind != RowKind.Forbid)))
            {
                Labels(group.States);
                using (_writer.Indented($"case {Shape.State(group.States[group.States.Count - 1])}:"))
                {
                    Direct(@event, group, from);
                }

                _writer.Line();
            }
        }
    }

    private void Direct(EventShape @event, CellGroup group, string from)
    {
        for (var i = 0; i < group.Candidates.Count; i++)
        {
            var row = Shape.Machine.Rows[group.Candidates[i].Row];
            var trigger = Shape.TriggerOf(group.Candidates[i]);
            Cite(group.Rows[i]);
            var condition = _guards.Condition(@event, row, trigger);
            using (condition.Length == 0 ? default : _writer.Block($"if ({condition})"))
            {
                if (row.Kind == RowKind.Forbid)
                {
                    _writer.Line("break;");
                }
                else
                {
                    var source = group.States.Count == 1 ? Shape.State(group.States[0]) : from;
                    if (row.Kind == RowKind.Transition)
                    {
                        _rows.Write(@event, row, trigger, group.States, from);
                    }

                    _writer.Line($"return {(row.Kind == RowKind.Transition && row.TargetKind == TargetKind.State ? Shape.State(row.Target) : source)};");
                }
            }

            if (condition.Length == 0)
            {
                return;
            }

            _writer.Line();
        }

        _writer.Line("break;");
    }

    /// <summary>In a machine of many states, the group that most of them are in: it becomes the default, or the labels alone would fill
    /// megabytes. Null elsewhere, and where the default must find out whether the machine is busy.</summary>
    private CellGroup? Widest(EventShape @event)
    {
        if (Shape.StatesFitWord || !@event.IsHeavy)
        {
            return null;
        }

        var widest = @event.Groups.OrderByDescending(group => group.States.Count).FirstOrDefault();
        return widest is not null && widest.States.Count > Unlisted(@event).Length ? widest : null;
    }

    private int[] Unlisted(EventShape @event) =>
        Enumerable.Range(0, Shape.Machine.States.Count).Except(@event.Groups.SelectMany(group => group.States)).ToArray();

    private void Labels(IReadOnlyList<int> states)
    {
        foreach (var state in states.Take(states.Count - 1))
        {
            _writer.Line($"case {Shape.State(state)}:");
        }
    }

    private void Switch(EventShape @event, string from, Dictionary<Candidate, SharedRow> shared, string otherwise)
    {
        using (_writer.Block($"switch ({from})"))
        {
            var widest = Widest(@event);
            if (widest is not null)
            {
                var rest = Unlisted(@event);
                if (rest.Length > 0)
                {
                    Labels(rest);
                    using (_writer.Indented($"case {Shape.State(rest[rest.Length - 1])}:"))
                    {
                        _writer.Line($"return {otherwise};");
                    }

                    _writer.Line();
                }
            }

            foreach (var group in @event.Groups.Where(group => group != widest))
            {
                Labels(group.States);
                using (_writer.Indented($"case {Shape.State(group.States[group.States.Count - 1])}:"))
                {
                    Candidates(@event, group, from, shared);
                }

                _writer.Line();
            }

            using (_writer.Indented("default:"))
            {
                if (widest is not null)
                {
                    Candidates(@event, widest, from, shared);
                }
                else
                {
                    _writer.Line($"return {otherwise};");
                }
            }
        }
    }

    private void Candidates(EventShape @event, CellGroup group, string from, Dictionary<Candidate, SharedRow> shared)
    {
        for (var i = 0; i < group.Candidates.Count; i++)
        {
            var candidate = group.Candidates[i];
            var row = Shape.Machine.Rows[candidate.Row];
            Cite(group.Rows[i]);
            var condition = _guards.Condition(@event, row, Shape.TriggerOf(candidate));
            if (condition.Length == 0)
            {
                Take(@event, group, candidate, row, from, shared);
                return;
            }

            using (_writer.Block($"if ({condition})"))
            {
                Take(@event, group, candidate, row, from, shared);
            }

            _writer.Line();
        }

        _writer.Line($"return {_form.Helper("NotListed")};");
    }

    private void Cite(IReadOnlyCollection<int> rows)
    {
        foreach (var row in rows.Take(MostCitations))
        {
            _writer.Line(Shape.Citations.Cite(row));
        }

        if (rows.Count > MostCitations)
        {
            _writer.Line($"// and {CSharpText.Number(rows.Count - MostCitations)} rows that do the same");
        }
    }

    private void Take(EventShape @event, CellGroup group, Candidate candidate, Row row, string from, Dictionary<Candidate, SharedRow> shared)
    {
        switch (row.Kind)
        {
            case RowKind.Forbid:
                _writer.Line($"return {Shape.Reasons.Reference(row, _form)};");
                return;
            case RowKind.Defer when @event.Message is not null:
                _writer.Line($"return {_form.Helper("Defer")}({@event.ArgumentList});");
                return;
            case RowKind.Transition when shared.TryGetValue(candidate, out var method):
                var arguments = @event.ArgumentList.Length == 0 ? from : $"{from}, {@event.ArgumentList}";
                _writer.Line(_form.Flavor.Await($"{method.Name}({_form.Flavor.WithToken(arguments, @event.TokenLocal)})") + ";");
                break;
            case RowKind.Transition:
                _rows.Write(@event, row, Shape.TriggerOf(candidate), group.States, from);
                break;
        }

        _writer.Line("return null;");
    }

    private void WriteShared(EventShape @event, SharedRow shared)
    {
        var from = @event.Local("from");
        var parameters = $"{Shape.StateType} {from}" + (@event.ParameterList.Length == 0 ? "" : ", " + @event.ParameterList);
        _writer.Line();
        _writer.Line(Shape.Citations.Cite(shared.Candidate.Row));
        using (_writer.Block($"private {_form.Flavor.Method("void")} {shared.Name}({_form.Flavor.WithToken(parameters, $"{Flavor.CancellationTokenType} {@event.TokenLocal}")})"))
        {
            _rows.Write(@event, Shape.Machine.Rows[shared.Candidate.Row], Shape.TriggerOf(shared.Candidate), shared.States, from);
        }
    }

    /// <summary>Rows that call the user and stand in more than one group: written once, or a small table becomes a large file.</summary>
    private Dictionary<Candidate, SharedRow> SharedRows(EventShape @event)
    {
        var shared = new Dictionary<Candidate, SharedRow>();
        if (!@event.IsHeavy)
        {
            return shared;
        }

        foreach (var uses in @event.Groups
            .SelectMany(group => group.Candidates.Select(candidate => (candidate, group)))
            .GroupBy(use => use.candidate, use => use.group)
            .Where(uses => uses.Skip(1).Any() && Shape.Machine.Rows[uses.Key.Row].Kind == RowKind.Transition))
        {
            var name = Shape.RowMethod(@event, uses.Key);
            shared.Add(uses.Key, new SharedRow(uses.Key, name, uses.SelectMany(group => group.States).OrderBy(state => state).ToArray()));
        }

        return shared;
    }

    private sealed record SharedRow(Candidate Candidate, string Name, IReadOnlyList<int> States);
}
