using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>One private method an event: finds the row and takes it. It answers null when a row was taken, otherwise the reason of the
/// table, empty for none. An event that never calls the user needs no more than a switch; any other keeps other events out meanwhile.</summary>
internal sealed class HandlerEmitter
{
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
                    _writer.Line($"_state &= ~{_form.Helper("Busy")};");
                }
            }
            else
            {
                _writer.Line($"var {from} = _state;");
                Switch(@event, from, shared, $"{_form.Use("Unlisted")}({CSharpText.Literal(@event.DisplayName)})");
            }
        }

        foreach (var row in shared.Values)
        {
            WriteShared(@event, row);
        }
    }

    private void Switch(EventShape @event, string from, Dictionary<Candidate, SharedRow> shared, string otherwise)
    {
        using (_writer.Block($"switch ({from})"))
        {
            foreach (var group in @event.Groups)
            {
                foreach (var state in group.States.Take(group.States.Count - 1))
                {
                    _writer.Line($"case {Shape.State(state)}:");
                }

                using (_writer.Indented($"case {Shape.State(group.States[group.States.Count - 1])}:"))
                {
                    Candidates(@event, group, from, shared);
                }

                _writer.Line();
            }

            using (_writer.Indented("default:"))
            {
                _writer.Line($"return {otherwise};");
            }
        }
    }

    private void Candidates(EventShape @event, CellGroup group, string from, Dictionary<Candidate, SharedRow> shared)
    {
        foreach (var candidate in group.Candidates)
        {
            var row = Shape.Machine.Rows[candidate.Row];
            _writer.Line(Shape.Citations.Cite(candidate.Row));
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
