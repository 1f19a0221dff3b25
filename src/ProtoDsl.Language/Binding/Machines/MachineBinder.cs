using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Actions;
using ProtoDsl.Language.Binding.Cells;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Binding.Outline;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Binding.States;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Machines;

/// <summary>One machine: puts the parts together in the order in which they need each other.</summary>
internal sealed class MachineBinder(BindingContext context, Scope scope, IReadOnlyList<TagType> tags, MachineOutline outline, string name, TextSpan span)
{
    private readonly StateTable _states = new(context, name);

    public BoundMachine Bind()
    {
        foreach (var section in outline.Sections)
        {
            if (section.Opening is StateLine line)
            {
                _states.Declare(line);
            }
        }

        _states.Check(span);
        var sets = new StateSets(context, _states, name);
        var groups = sets.DeclareAll(outline.Declarations.OfType<GroupLine>());
        var events = new EventCollector(context, scope).Collect(outline, span);
        var triggers = new TriggerBinder(context, scope, events, new PatternBinder(context, tags), name);
        var actions = new ActionTable(context, name);
        var effects = new EffectBinder(context, scope, events, triggers, actions, new ArgumentBinder(context, tags, name), name);
        var rowBinder = new RowBinder(context, _states, sets, events, triggers, new GuardBinder(actions), effects, name);
        var sections = new SectionBinder(context, _states, sets, rowBinder, effects, name);
        sections.Bind(outline);
        ElseRows.Check(context, sections.Rows, sections.Incomplete);
        var cells = new CellBuilder(context, events, new CellConflicts(context, _states, events)).Build(sections.Rows, span);
        var afterTimers = AfterTimers.Of(cells, events, _states.All.Count);
        AfterTimers.CheckReentry(context, sections.Rows, cells, events, _states, afterTimers);
        var keeps = BindKeeps(new KeepBinder(context, sets, events, triggers), out var keepSpans);
        var machine = new Machine
        {
            Name = name,
            ClassName = CSharpNaming.Pascal(name),
            Modifiers = outline.Line?.Modifiers ?? MachineModifiers.None,
            Documentation = outline.Line?.Documentation,
            States = _states.All.Select((state, i) => sections.Complete(state, i) with { AfterTimers = afterTimers[i] }).ToEquatableArray(),
            InitialState = _states.Initial,
            Calls = events.Calls.Select(call => call.Call).ToEquatableArray(),
            Timers = events.Timers.Select(TimerOf).ToEquatableArray(),
            Actions = actions.Build(),
            SentMessages = effects.Sent.Select(message => message.Index).ToEquatableArray(),
            Events = events.Events.ToEquatableArray(),
            Rows = sections.Rows.Select(row => row.Row).ToEquatableArray(),
            Cells = cells,
            Keeps = keeps,
            Groups = groups,
            HasStableCodes = _states.HasStableCodes,
        };
        var map = new MachineMap
        {
            Name = span,
            States = _states.Lines.Select(line => line.Name.Span).ToEquatableArray(),
            Calls = events.Calls.Select(call => call.Span).ToEquatableArray(),
            Timers = events.Timers.Select(timer => timer.Symbol.Span).ToEquatableArray(),
            Rows = sections.Rows.Select(row => row.Span).ToEquatableArray(),
            Keeps = keepSpans,
            Actions = actions.Spans.ToEquatableArray(),
        };
        return new BoundMachine(machine, map, scope, sets, events, effects.Sent);
    }

    private EquatableArray<Keep> BindKeeps(KeepBinder binder, out EquatableArray<TextSpan> spans)
    {
        var bound = outline.Keeps.Select(row => (Row: row, Keep: binder.Bind(row))).Where(pair => pair.Keep is not null).ToList();
        spans = bound.Select(pair => pair.Row.Span).ToEquatableArray();
        return bound.Select(pair => pair.Keep).OfType<Keep>().ToEquatableArray();
    }

    private static MachineTimer TimerOf(TimerUse use) =>
        new(use.Symbol.Name, CSharpNaming.Pascal(use.Symbol.Name), use.Symbol.Due, use.IsAfter, use.Symbol.Documentation);
}
