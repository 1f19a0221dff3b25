using System;
using System.Linq;
using System.Runtime.CompilerServices;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Successors without queues: sending and receiving are one step of two roles. Rows are split into single actions.</summary>
internal sealed class RendezvousExpander : Expander
{
    private readonly ulong[] _current;
    private readonly int[][] _listenerOf;
    private int _parent;

    /// <exception cref="ArgumentException">A move has more than one action.</exception>
    public RendezvousExpander(StepTable table)
        : base(table)
    {
        if (table.Steps.Any(step => step.SendEnd - step.SendStart + (step.Channel >= 0 ? 1 : 0) > 1))
            throw new ArgumentException("Over rendezvous a move is one action; split the rows.", nameof(table));
        _current = new ulong[table.Layout.Words];
        _listenerOf = table.Programs.Select(program => ListenersByChannel(table, program)).ToArray();
        MaximalSuccessors = table.MaximalSuccessors() * Math.Max(1, MostReceivers(table));
    }

    public override int MaximalSuccessors { get; }

    public override SystemStep Describe(long step)
    {
        var origin = Table.Origins[Sender(step)];
        if (!HasReceiver(step)) return new SystemStep(origin.Role, origin.Source, origin.Move);
        var partner = Table.Origins[Receiver(step)];
        return new SystemStep(origin.Role, origin.Source, origin.Move, 0, partner.Role, partner.Source, partner.Move);
    }

    [MethodImpl(Jit.Hot)]
    public override void Expand(ulong[] words, int offset, int parent, SuccessorBuffer into)
    {
        for (var i = 0; i < _current.Length; i++) _current[i] = words[offset + i];
        for (var role = 0; role < LocalStates.Length; role++) LocalStates[role] = Table.Layout.LocalState(words, offset, role);
        _parent = parent;
        RefusedStep = -1;
        UnlistedCount = 0;
        for (var role = 0; role < LocalStates.Length; role++)
        {
            var program = Table.Programs[Table.StateBase[role] + LocalStates[role]];
            for (var step = program.StepStart; step < program.StepEnd; step++)
            {
                if (Table.Steps[step].SendStart == Table.Steps[step].SendEnd) Move(role, step, into);
                else Offer(step, Table.Sends[Table.Steps[step].SendStart], into);
            }
        }
    }

    private void Move(int role, int step, SuccessorBuffer into)
    {
        var traits = Table.Steps[step].Traits;
        if ((traits & StepTraits.Drained) != 0 && !IsDrained(role, _current)) return;
        HasFired[step] = true;
        if ((traits & StepTraits.ChangesNothing) == 0) Append(step, receiver: -1, into);
    }

    private void Offer(int step, PackedSend send, SuccessorBuffer into)
    {
        if ((Table.Steps[step].Traits & StepTraits.Drained) != 0 && !IsDrained(Table.Steps[step].Role, _current)) return;
        var peer = Table.System.Channels[send.Channel].Receiver;
        var listener = _listenerOf[Table.StateBase[peer] + LocalStates[peer]][send.Channel];
        if (listener < 0) return;
        var entry = Table.Entries[Table.Listeners[listener].FirstEntry + send.Code];
        for (var receiver = entry.StepStart; receiver < entry.StepEnd; receiver++)
        {
            HasFired[step] = true;
            HasFired[receiver] = true;
            if (!StandsStill(step) || !StandsStill(receiver)) Append(step, receiver, into);
        }

        if (entry.Culprit >= 0 && !IsNoticed(entry.Culprit)) Unlisted[UnlistedCount++] = entry.Culprit;
    }

    private bool StandsStill(int step) =>
        Table.Steps[step].Set >> Table.Layout.Roles[Table.Steps[step].Role].Shift == (ulong)LocalStates[Table.Steps[step].Role];

    private bool IsNoticed(int culprit) => Array.IndexOf(Unlisted, culprit, 0, UnlistedCount) >= 0;

    private void Append(int step, int receiver, SuccessorBuffer into)
    {
        var offset = into.Count * _current.Length;
        Array.Copy(_current, 0, into.Words, offset, _current.Length);
        SetState(into.Words, offset, Table.Steps[step]);
        if (receiver >= 0) SetState(into.Words, offset, Table.Steps[receiver]);
        into.Parents[into.Count] = _parent;
        into.Steps[into.Count] = (receiver + 1L) << 32 | (uint)step;
        into.Count++;
    }

    private void SetState(ulong[] words, int offset, in Step step)
    {
        ref var word = ref words[offset + Table.Layout.Roles[step.Role].Word];
        word = (word & step.Clear) | step.Set;
    }

    private static int Sender(long step) => (int)(uint)step;

    private static bool HasReceiver(long step) => step >> 32 != 0;

    private static int Receiver(long step) => (int)(step >> 32) - 1;

    private static int[] ListenersByChannel(StepTable table, LocalProgram program)
    {
        var listeners = Enumerable.Repeat(-1, table.System.Channels.Count).ToArray();
        for (var i = program.ListenStart; i < program.ListenEnd; i++) listeners[table.Listeners[i].Channel] = i;
        return listeners;
    }

    private static int MostReceivers(StepTable table) => table.Entries.Select(entry => entry.StepEnd - entry.StepStart).DefaultIfEmpty(1).Max();
}
