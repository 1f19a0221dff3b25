using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>Where an event may be legal, told from the state (and tags) alone: <c>CanX</c>, and the legal events that an exception lists.</summary>
internal sealed class LegalityEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;
    private readonly GuardEmitter _guards;

    public LegalityEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
        _guards = new GuardEmitter(form);
    }

    private MachineShape Shape => _form.Shape;

    /// <summary>The public test of a call.</summary>
    public void Can(EventShape @event)
    {
        var name = CSharpText.Identifier("Can" + @event.Call?.MethodName);
        _writer.Line();
        _writer.Doc($"<summary>True where {Documentation.Code(@event.MethodName)} may be legal: tells from the state{(@event.TagParameters.Count > 0 ? " and the tags" : "")} alone, asks no guard.</summary>");
        _writer.Line($"[global::ProtoDsl.Metadata.MachineMember(global::ProtoDsl.Metadata.MachineMemberKind.Can, {CSharpText.Number(@event.Index)})]");
        if (@event.TagParameters.Count == 0)
        {
            _writer.Line($"public bool {name} => {Test(@event, "State")};");
            return;
        }

        var parameters = string.Join(", ", @event.TagParameters.Select(parameter => $"{Shape.Types.Of(parameter)} {@event.Value(parameter.Name)}"));
        using (_writer.Block($"public bool {name}({parameters})"))
        {
            CanWithTags(@event);
        }
    }

    /// <summary>The sets of states in which each call and message may be legal, and the list made of them.</summary>
    public void LegalEvents()
    {
        foreach (var @event in Shape.Events.Where(IsListed))
        {
            StateSet(@event);
        }

        if (Shape.StatesFitWord && Shape.Events.Any(IsListed))
        {
            _writer.Line();
            _writer.Line($"private static bool {_form.Helper("Lists")}(ulong states, {Shape.StateType} state) => ((states >> (int)state) & 1) != 0;");
        }

        _writer.Line();
        using (_writer.Block($"private static string[] {_form.Helper("LegalEvents")}({Shape.StateType} state)"))
        {
            _writer.Line("var events = new global::System.Collections.Generic.List<string>();");
            foreach (var @event in Shape.Events.Where(IsListed))
            {
                using (_writer.Block($"if ({Test(@event, "state")})"))
                {
                    _writer.Line($"events.Add({CSharpText.Literal(@event.DisplayName)});");
                }

                _writer.Line();
            }

            _writer.Line("return events.ToArray();");
        }
    }

    private static bool IsListed(EventShape @event) => @event.Timer is null;

    private string Test(EventShape @event, string state) =>
        Shape.StatesFitWord
            ? $"{_form.Helper("Lists")}({Shape.StateSet(@event)}, {state})"
            : $"{Shape.StateSet(@event)}({state})";

    /// <summary>One bit a state where they fit into a word, a switch where they do not.</summary>
    private void StateSet(EventShape @event)
    {
        var states = @event.Groups.Where(MayBeLegal).SelectMany(group => group.States).OrderBy(state => state).ToArray();
        _writer.Line();
        if (Shape.StatesFitWord)
        {
            if (states.Length == 0)
            {
                _writer.Line($"private const ulong {Shape.StateSet(@event)} = 0;");
                return;
            }

            using (_writer.Indented($"private const ulong {Shape.StateSet(@event)} ="))
            {
                for (var i = 0; i < states.Length; i++)
                {
                    _writer.Line($"{(i == 0 ? "" : "| ")}(1UL << (int){Shape.State(states[i])}){(i == states.Length - 1 ? ";" : "")}");
                }
            }

            return;
        }

        // The shorter list is written: the states in the set, or those outside.
        var isListed = states.Length <= Shape.Machine.States.Count / 2;
        Function(Shape.StateSet(@event), isListed ? states : Enumerable.Range(0, Shape.Machine.States.Count).Except(states).ToArray(), isListed);
    }

    private void Function(string name, int[] states, bool answer)
    {
        var (listed, other) = answer ? ("true", "false") : ("false", "true");
        if (states.Length == 0)
        {
            _writer.Line($"private static bool {name}({Shape.StateType} state) => {other};");
            return;
        }

        using (_writer.Block($"private static bool {name}({Shape.StateType} state)"))
        using (_writer.Block("switch (state)"))
        {
            foreach (var state in states.Take(states.Length - 1))
            {
                _writer.Line($"case {Shape.State(state)}:");
            }

            using (_writer.Indented($"case {Shape.State(states[states.Length - 1])}:"))
            {
                _writer.Line($"return {listed};");
            }

            using (_writer.Indented("default:"))
            {
                _writer.Line($"return {other};");
            }
        }
    }

    private void CanWithTags(EventShape @event)
    {
        using (_writer.Block("switch (State)"))
        {
            foreach (var group in @event.Groups)
            {
                foreach (var state in group.States.Take(group.States.Count - 1))
                {
                    _writer.Line($"case {Shape.State(state)}:");
                }

                using (_writer.Indented($"case {Shape.State(group.States[group.States.Count - 1])}:"))
                {
                    Candidates(@event, group);
                }

                _writer.Line();
            }

            using (_writer.Indented("default:"))
            {
                _writer.Line("return false;");
            }
        }
    }

    private void Candidates(EventShape @event, CellGroup group)
    {
        foreach (var candidate in group.Candidates)
        {
            var row = Shape.Machine.Rows[candidate.Row];
            var forbids = row.Kind == RowKind.Forbid;
            if (forbids && row.Guard is not null)
            {
                continue; // it may stand aside for a later row
            }

            var pattern = _guards.Pattern(@event, Shape.TriggerOf(candidate));
            if (pattern.Length == 0)
            {
                _writer.Line($"return {(forbids ? "false" : "true")};");
                return;
            }

            using (_writer.Block($"if ({pattern})"))
            {
                _writer.Line($"return {(forbids ? "false" : "true")};");
            }

            _writer.Line();
        }

        _writer.Line("return false;");
    }

    /// <summary>True where some row that does not forbid may be taken, whatever the tags are.</summary>
    private bool MayBeLegal(CellGroup group)
    {
        foreach (var candidate in group.Candidates)
        {
            var row = Shape.Machine.Rows[candidate.Row];
            if (row.Kind != RowKind.Forbid)
            {
                return true;
            }

            if (row.Guard is null && Shape.TriggerOf(candidate).Pattern.All(value => value < 0) && Shape.TriggerOf(candidate).From is null)
            {
                return false;
            }
        }

        return false;
    }
}
