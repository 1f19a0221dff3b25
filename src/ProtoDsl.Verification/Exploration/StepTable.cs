using System;
using System.Collections.Generic;
using System.Threading;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Exploration;

/// <summary>A system compiled for exploring it: flat arrays, nothing to look up by name, nothing to allocate.</summary>
internal sealed class StepTable
{
    private Growing<Step> _steps;
    private Growing<PackedSend> _sends;
    private Growing<Need> _needs;
    private Growing<Listener> _listeners;
    private Growing<LetterEntry> _entries;
    private readonly List<StepOrigin> _origins = [];
    private readonly List<Culprit> _culprits = [];
    private readonly int _capacity;
    private readonly bool _accelerate;

    /// <param name="system">The system.</param>
    /// <param name="capacity">Of its channels, in place of its own.</param>
    /// <param name="accelerate">True to send "one or more" where a loop sends.</param>
    /// <param name="cancellation">Ends the compilation of a system with very many ways to lose messages.</param>
    public StepTable(SessionSystem system, int capacity, bool accelerate, CancellationToken cancellation)
    {
        System = system;
        _capacity = capacity;
        _accelerate = accelerate;
        Layout = new PackedLayout(system, capacity, accelerate);
        StateBase = new int[system.Roles.Count];
        var programs = new Growing<LocalProgram>();
        var hasLiveTimer = new List<bool>();
        var isFinal = new List<bool>();
        for (var role = 0; role < system.Roles.Count; role++)
        {
            StateBase[role] = programs.Count;
            for (var state = 0; state < system.Roles[role].States.Count; state++)
            {
                cancellation.ThrowIfCancellationRequested();
                programs.Add(Compile(role, state));
                hasLiveTimer.Add(system.Roles[role].States[state].HasLiveTimer);
                isFinal.Add(system.Roles[role].States[state].IsFinal);
            }
        }

        Programs = programs.ToArray();
        HasLiveTimer = hasLiveTimer.ToArray();
        IsFinal = isFinal.ToArray();
        Steps = _steps.ToArray();
        Sends = _sends.ToArray();
        Needs = _needs.ToArray();
        Listeners = _listeners.ToArray();
        Entries = _entries.ToArray();
        Origins = _origins.ToArray();
        Culprits = _culprits.ToArray();
    }

    public SessionSystem System { get; }
    public PackedLayout Layout { get; }

    /// <summary>For each role, the number of its first local state among those of all roles.</summary>
    public int[] StateBase { get; }

    /// <summary>By number of local state.</summary>
    public LocalProgram[] Programs { get; }
    public bool[] HasLiveTimer { get; }
    public bool[] IsFinal { get; }

    public Step[] Steps { get; }
    public PackedSend[] Sends { get; }
    public Need[] Needs { get; }
    public Listener[] Listeners { get; }
    public LetterEntry[] Entries { get; }
    public Culprit[] Culprits { get; }

    /// <summary>By step.</summary>
    public StepOrigin[] Origins { get; }

    /// <summary>True when all roles are final and the channels are empty.</summary>
    public bool IsDone(ulong[] words, int offset) => AreAllFinal(words, offset) && Layout.AreChannelsEmpty(words, offset);

    /// <summary>True when all roles are in final states.</summary>
    public bool AreAllFinal(ulong[] words, int offset)
    {
        for (var role = 0; role < StateBase.Length; role++)
        {
            if (!IsFinal[StateBase[role] + Layout.LocalState(words, offset, role)]) return false;
        }

        return true;
    }

    /// <summary>The most successors that one configuration of queues can have.</summary>
    public int MaximalSuccessors()
    {
        var sum = 0;
        for (var role = 0; role < StateBase.Length; role++)
        {
            var end = role + 1 < StateBase.Length ? StateBase[role + 1] : Programs.Length;
            var most = 0;
            for (var state = StateBase[role]; state < end; state++) most = Math.Max(most, StepsOf(Programs[state]));
            sum += most;
        }

        return sum;
    }

    private int StepsOf(LocalProgram program)
    {
        var count = program.StepEnd - program.StepStart;
        for (var i = program.ListenStart; i < program.ListenEnd; i++)
        {
            for (var code = 0; code < Layout.Alphabets[Listeners[i].Channel].Count; code++)
            {
                var entry = Entries[Listeners[i].FirstEntry + code];
                // A letter that is both deferred and received may stand at every place.
                var places = entry.IsDeferred ? Math.Max(1, _capacity) : 1;
                count += (entry.StepEnd - entry.StepStart) * places;
            }
        }

        return count;
    }

    private LocalProgram Compile(int role, int state)
    {
        var local = System.Roles[role].States[state];
        var program = new LocalProgram { StepStart = _steps.Count };
        for (var i = 0; i < local.Moves.Count; i++)
        {
            if (local.Moves[i].Kind != MoveKind.Receive) AddSteps(role, state, i, keepsMessage: false);
        }

        program.StepEnd = _steps.Count;
        program.ListenStart = _listeners.Count;
        for (var channel = 0; channel < System.Channels.Count; channel++)
        {
            if (System.Channels[channel].Receiver != role || !local.Listening[channel].IsListening) continue;
            _listeners.Add(new Listener(channel, _entries.Count));
            for (var code = 0; code < Layout.Alphabets[channel].Count; code++) _entries.Add(CompileEntry(role, state, channel, code));
        }

        program.ListenEnd = _listeners.Count;
        return program;
    }

    private LetterEntry CompileEntry(int role, int state, int channel, int code)
    {
        var local = System.Roles[role].States[state];
        var letter = Layout.Alphabets[channel].LetterOf(code);
        var entry = new LetterEntry { StepStart = _steps.Count, Culprit = -1 };
        for (var i = 0; i < local.Moves.Count; i++)
        {
            var move = local.Moves[i];
            if (move.Kind != MoveKind.Receive || move.Channel != channel || move.Letter != letter) continue;
            AddSteps(role, state, i, keepsMessage: false);
            if (code >= Layout.Alphabets[channel].Once) AddSteps(role, state, i, keepsMessage: true);
        }

        entry.StepEnd = _steps.Count;
        entry.IsDeferred = Has(local.Listening[channel].Deferred, letter);
        if (!entry.IsDeferred && !Has(local.Listening[channel].Taken, letter))
        {
            var culprit = new Culprit(role, local.TableState, channel, letter);
            entry.Culprit = _culprits.IndexOf(culprit);
            if (entry.Culprit < 0)
            {
                entry.Culprit = _culprits.Count;
                _culprits.Add(culprit);
            }
        }

        return entry;
    }

    /// <summary>One step for each way to lose some of the move's messages, the one that loses none first.</summary>
    private void AddSteps(int role, int state, int index, bool keepsMessage)
    {
        var move = System.Roles[role].States[state].Moves[index];
        var ways = System.IsLossy ? 1UL << move.Sends.Count : 1;
        var repeats = _accelerate && Alphabet.IsSendingLoop(state, move);
        for (ulong lost = 0; lost < ways; lost++)
        {
            var field = Layout.Roles[role];
            var step = new Step
            {
                Role = role,
                Clear = ~(field.Mask << field.Shift),
                Set = (ulong)move.Target << field.Shift,
                Channel = move.Kind == MoveKind.Receive ? move.Channel : -1,
                NeedStart = _needs.Count,
                SendStart = _sends.Count,
            };
            for (var i = 0; i < move.Sends.Count; i++)
            {
                if ((lost >> i & 1) != 0) continue;
                var alphabet = Layout.Alphabets[move.Sends[i].Channel];
                _sends.Add(new PackedSend(move.Sends[i].Channel, repeats ? alphabet.RepeatedCodeOf(move.Sends[i].Letter) : alphabet.CodeOf(move.Sends[i].Letter)));
            }

            step.SendEnd = _sends.Count;
            AddNeeds(move, lost);
            step.NeedEnd = _needs.Count;
            if (keepsMessage) step.Traits |= StepTraits.KeepsMessage;
            if (move.Kind == MoveKind.DrainedTimer) step.Traits |= StepTraits.Drained;
            if (move.Kind != MoveKind.Receive && move.Target == state && step.SendStart == step.SendEnd) step.Traits |= StepTraits.ChangesNothing;
            _steps.Add(step);
            _origins.Add(new StepOrigin(role, state, index, lost));
        }
    }

    private static bool Has(IReadOnlyList<int> letters, int letter)
    {
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i] == letter) return true;
        }

        return false;
    }

    private void AddNeeds(Move move, ulong lost)
    {
        for (var i = 0; i < move.Sends.Count; i++)
        {
            if ((lost >> i & 1) != 0) continue;
            var count = 0;
            var isFirst = true;
            for (var j = 0; j < move.Sends.Count; j++)
            {
                if ((lost >> j & 1) != 0 || move.Sends[j].Channel != move.Sends[i].Channel) continue;
                if (j < i) isFirst = false;
                count++;
            }

            if (isFirst) _needs.Add(new Need(move.Sends[i].Channel, count));
        }
    }
}
