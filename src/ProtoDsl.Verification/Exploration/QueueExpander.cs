using System.Runtime.CompilerServices;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Successors over channels that hold messages: a step is one atomic row, and needs room for all it sends before it fires.</summary>
internal sealed class QueueExpander : Expander
{
    private readonly LocalProgram[] _programs;
    private readonly Listener[] _listeners;
    private readonly LetterEntry[] _entries;
    private readonly Step[] _steps;
    private readonly PackedSend[] _sends;
    private readonly Need[] _needs;
    private readonly PackedChannel[] _channels;
    private readonly int[] _roleWords, _roleShifts;
    private readonly ulong[] _roleMasks;
    private readonly int[] _once;
    private readonly bool _folds;
    private readonly PersistentRole? _reduction;
    private readonly ulong[] _current;
    private int _parent;

    /// <param name="table">The compiled system.</param>
    /// <param name="folds">True for a table with codes for "one or more": what follows such a code and is the same letter is absorbed.</param>
    /// <param name="reduce">True to follow a single role where that loses no configuration in which nothing can happen.</param>
    public QueueExpander(StepTable table, bool folds, bool reduce)
        : base(table)
    {
        _programs = table.Programs;
        _listeners = table.Listeners;
        _entries = table.Entries;
        _steps = table.Steps;
        _sends = table.Sends;
        _needs = table.Needs;
        _channels = table.Layout.Channels;
        var roles = table.Layout.Roles;
        _roleWords = new int[roles.Length];
        _roleShifts = new int[roles.Length];
        _roleMasks = new ulong[roles.Length];
        for (var role = 0; role < roles.Length; role++)
            (_roleWords[role], _roleShifts[role], _roleMasks[role]) = (roles[role].Word, roles[role].Shift, roles[role].Mask);
        _once = new int[_channels.Length];
        for (var channel = 0; channel < _once.Length; channel++) _once[channel] = table.Layout.Alphabets[channel].Once;
        _folds = folds;
        _reduction = reduce ? new PersistentRole(table) : null;
        _current = new ulong[table.Layout.Words];
        MaximalSuccessors = table.MaximalSuccessors();
    }

    public override int MaximalSuccessors { get; }

    public override SystemStep Describe(long step)
    {
        var origin = Table.Origins[step];
        return new SystemStep(origin.Role, origin.Source, origin.Move, origin.Lost);
    }

    [MethodImpl(Jit.Hot)]
    public override void Expand(ulong[] words, int offset, int parent, SuccessorBuffer into)
    {
        var current = _current;
        for (var i = 0; i < current.Length; i++) current[i] = words[offset + i];
        for (var role = 0; role < LocalStates.Length; role++)
            LocalStates[role] = (int)((current[_roleWords[role]] >> _roleShifts[role]) & _roleMasks[role]);
        _parent = parent;
        RefusedStep = -1;
        UnlistedCount = 0;
        var alone = _reduction is null ? -1 : _reduction.Find(current, LocalStates);
        if (alone >= 0)
        {
            ExpandRole(alone, into);
            return;
        }

        for (var role = 0; role < LocalStates.Length; role++) ExpandRole(role, into);
    }

    [MethodImpl(Jit.Hot)]
    private void ExpandRole(int role, SuccessorBuffer into)
    {
        ref var program = ref _programs[Table.StateBase[role] + LocalStates[role]];
        for (var step = program.StepStart; step < program.StepEnd; step++) Fire(step, 0, into);
        for (var i = program.ListenStart; i < program.ListenEnd; i++)
        {
            ref var listener = ref _listeners[i];
            ref var channel = ref _channels[listener.Channel];
            var length = channel.Length(_current, 0);
            if (length == 0) continue;
            if (channel.Form == ChannelForm.Bag) ReceiveFromBag(listener, channel, into);
            else ReceiveInOrder(listener, channel, length, into);
        }
    }

    /// <summary>The first letter that is not deferred is received; a deferred one may have guarded rows of its own.</summary>
    [MethodImpl(Jit.Hot)]
    private void ReceiveInOrder(in Listener listener, in PackedChannel channel, int length, SuccessorBuffer into)
    {
        for (var position = 0; position < length; position++)
        {
            ref var entry = ref _entries[listener.FirstEntry + ChannelOperations.LetterAt(channel, _current, 0, position)];
            for (var step = entry.StepStart; step < entry.StepEnd; step++) Fire(step, position, into);
            if (entry.IsDeferred) continue;
            if (entry.Culprit >= 0) Unlisted[UnlistedCount++] = entry.Culprit;
            return;
        }
    }

    private void ReceiveFromBag(in Listener listener, in PackedChannel channel, SuccessorBuffer into)
    {
        for (var code = 0; code < channel.Segments.Length; code++)
        {
            if (ChannelOperations.CountOf(channel, _current, 0, code) == 0) continue;
            ref var entry = ref _entries[listener.FirstEntry + code];
            for (var step = entry.StepStart; step < entry.StepEnd; step++) Fire(step, code, into);
            if (entry.Culprit >= 0) Unlisted[UnlistedCount++] = entry.Culprit;
        }
    }

    /// <summary>Appends the configuration after a step, if the step is enabled.</summary>
    /// <param name="index">The step.</param>
    /// <param name="position">Where the message stands that it receives; in a bag, its code.</param>
    /// <param name="into">What to append to.</param>
    [MethodImpl(Jit.Hot)]
    private void Fire(int index, int position, SuccessorBuffer into)
    {
        ref var step = ref _steps[index];
        if ((step.Traits & StepTraits.Drained) != 0 && !IsDrained(step.Role, _current)) return;
        for (var i = step.NeedStart; i < step.NeedEnd; i++)
        {
            ref var need = ref _needs[i];
            ref var channel = ref _channels[need.Channel];
            var length = channel.Length(_current, 0) + need.Count;
            if (length > channel.Capacity && !IsAbsorbed(step))
            {
                RefusedStep = index;
                WasRefused[index] = true;
                return;
            }

            if (length > LongestQueue) LongestQueue = length;
        }

        HasFired[index] = true;
        if ((step.Traits & StepTraits.ChangesNothing) != 0) return;

        var words = into.Words;
        var current = _current;
        var offset = into.Count * current.Length;
        for (var i = 0; i < current.Length; i++) words[offset + i] = current[i];
        ref var roleWord = ref words[offset + _roleWords[step.Role]];
        roleWord = (roleWord & step.Clear) | step.Set;
        if (step.Channel >= 0 && (step.Traits & StepTraits.KeepsMessage) == 0) ChannelOperations.Remove(_channels[step.Channel], words, offset, position);
        for (var i = step.SendStart; i < step.SendEnd; i++)
        {
            ref var send = ref _sends[i];
            if (_folds && IsAbsorbed(send, words, offset)) continue;
            ChannelOperations.Append(_channels[send.Channel], words, offset, send.Code);
        }

        into.Parents[into.Count] = _parent;
        into.Steps[into.Count] = index;
        into.Count++;
    }

    /// <summary>True for a step whose only message needs no room.</summary>
    private bool IsAbsorbed(in Step step) => _folds && step.SendEnd - step.SendStart == 1 && IsAbsorbed(_sends[step.SendStart], _current, 0);

    /// <summary>True when the youngest message stands for one or more copies of the letter that follows.</summary>
    private bool IsAbsorbed(in PackedSend send, ulong[] words, int offset)
    {
        ref var channel = ref _channels[send.Channel];
        var length = channel.Length(words, offset);
        if (length == 0) return false;
        var last = ChannelOperations.LetterAt(channel, words, offset, length - 1);
        var alphabet = Table.Layout.Alphabets[send.Channel];
        return last >= _once[send.Channel] && alphabet.LetterOf(last) == alphabet.LetterOf(send.Code);
    }
}
