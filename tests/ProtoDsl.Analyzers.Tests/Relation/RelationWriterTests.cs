using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using static ProtoDsl.Language.Collections.EquatableArray;

namespace ProtoDsl.Analyzers.Tests.Relation;

/// <summary>From the language's model: one small machine that has one of everything.</summary>
public sealed class RelationWriterTests
{
    private static readonly EquatableArray<EffectStep> s_effect = Create<EffectStep>(new ActionStep(0, default));

    [Fact]
    public void Writes_one_of_everything() => Assert.Equal(
        """
        protodsl 1
        machine Link Wire async synchronized disposable
        state Idle IDLE initial
        state Busy BUSY final
        state Done DONE
        event call Dispose Dispose end
        event receive Ack ?ACK of
        event receive Reply ?REPLY *code
        event after Wait after_Wait
        event timeout Retry timeout_Retry
        case 0 0 go 1 gtx Es
        case 0 0 go 1 x -
        case 0 1 forbid - - - line one\nline two
        case 1 0 go 1 tx -
        case 1 1 same - tx -
        case 1 2 defer - t -
        case 2 0,2 ignore - - 250
        case 3 1 go 0 t -
        case 4 2 stay - t -

        """,
        RelationWriter.Write(s_protocol, s_protocol.Machines[0]));

    [Fact]
    public void What_is_written_is_read() =>
        Assert.True(RelationReader.TryRead(RelationWriter.Write(s_protocol, s_protocol.Machines[0]), out var relation) && relation.Cases.Count == 9);

    private static readonly Machine s_machine = new()
    {
        Name = "Link",
        ClassName = "Link",
        Modifiers = MachineModifiers.Public | MachineModifiers.Async | MachineModifiers.Synchronized,
        States = Create(
            new State { Name = "IDLE", MemberName = "Idle" },
            new State { Name = "BUSY", MemberName = "Busy", IsFinal = true, Entry = s_effect, AfterTimers = Create(0) },
            new State { Name = "DONE", MemberName = "Done" }),
        Calls = Create(new Call { Name = "Dispose", MethodName = "Dispose", Parameters = Create(Tagged("end", 0)) }),
        Timers = Create(new MachineTimer("Wait", "Wait", TimeSpan.FromSeconds(1), true, null), new MachineTimer("Retry", "Retry", TimeSpan.FromSeconds(1), false, null)),
        Events = Create(
            new MachineEvent(EventKind.Call, 0, "Dispose", false),
            new MachineEvent(EventKind.Receive, 0, "?ACK", false),
            new MachineEvent(EventKind.Receive, 1, "?REPLY", false),
            new MachineEvent(EventKind.After, 0, "after Wait", false),
            new MachineEvent(EventKind.Timeout, 1, "timeout Retry", false)),
        Rows = Create(
            Row(0, new Row { Text = "", Guard = new NamedGuard(0, default), TargetKind = TargetKind.State, Target = 1 }, 0),
            Row(0, new Row { Text = "", TargetKind = TargetKind.State, Target = 1 }),
            Row(0, new Row { Text = "", Kind = RowKind.Forbid, Reason = "line one\nline two" }),
            Row(1, new Row { Text = "", TargetKind = TargetKind.State, Target = 1, Effects = s_effect }, -1),
            Row(1, new Row { Text = "", TargetKind = TargetKind.Same, IsElse = true }),
            Row(1, new Row { Text = "", Kind = RowKind.Defer }),
            Row(2, new Row { Text = "", Kind = RowKind.Ignore }, -1, 0),
            Row(3, new Row { Text = "", TargetKind = TargetKind.State, Target = 0 }),
            Row(4, new Row { Text = "", Effects = s_effect })),
        Cells = Create(
            Cell(0, 0, 0, 1), Cell(0, 1, 3), Cell(0, 2, 6), Cell(1, 0, 2), Cell(1, 1, 4), Cell(1, 3, 7), Cell(2, 1, 5), Cell(2, 2, 6), Cell(2, 4, 8)),
    };

    private static readonly Protocol s_protocol = new()
    {
        Name = "Wire",
        ClassName = "Wire",
        Tags = Create(
            new TagType { Name = "End", TypeName = "End", Values = Create(new TagValue("ES", "Es", null)) },
            new TagType { Name = "Code", TypeName = "Code", Binding = TagBinding.ExistingEnum, BoundType = "X", Values = Create(new TagValue("250", "250", 250)) }),
        Messages = Create(
            new Message { Name = "ACK", TypeName = "Ack", Parameters = Create(Tagged("of", 0)) },
            new Message { Name = "REPLY", TypeName = "Reply", BoundType = "Y", Parameters = Create(new Parameter { Name = "text", PropertyName = "Text", Type = "string" }, Tagged("code", 1)) }),
        Machines = Create(s_machine),
    };

    private static Parameter Tagged(string name, int tag) => new() { Name = name, PropertyName = name, Tag = tag };

    private static Row Row(int @event, Row row, params int[] pattern) => row with { Triggers = Create(new RowTrigger(@event, pattern.ToEquatableArray(), null)) };

    private static Cell Cell(int state, int @event, params int[] rows) => new(state, @event, rows.Select(row => new Candidate(row, 0)).ToEquatableArray());
}
