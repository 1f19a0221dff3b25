using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>What lies beyond the declared capacity. Climbed only where some send lacked room, or where the search did not end: else the
/// declared capacity speaks for all.</summary>
internal sealed class Ladder
{
    private const int MostAfterStop = 100_000;

    private static readonly int[] s_small = [1, 2, 3, 4];

    private readonly SessionSystem _system;
    private readonly Exploration.Exploration _declared;
    private readonly GradeSheet _sheet;
    private readonly ViolationList _violations;
    private readonly CheckOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly ActionSystem? _actions;
    private Expander _largest;
    private int _left;
    private bool _isStopping;

    public Ladder(
        SessionSystem system, Exploration.Exploration declared, GradeSheet sheet, ViolationList violations, CheckOptions options, CancellationToken cancellation)
    {
        _system = system;
        _declared = declared;
        _sheet = sheet;
        _violations = violations;
        _options = options;
        _cancellation = cancellation;
        _actions = ActionSystem.Of(system);
        _largest = declared.Expander;
        _left = options.LadderBudget ?? declared.Count + 10_000;
    }

    /// <summary>The smallest capacity at which no send lacks room; 0 where none was found.</summary>
    public int NeededCapacity { get; private set; }

    /// <summary>The loop that fills channels of any size, as far as one was found.</summary>
    public (int Role, int State)? GrowingLoop => NeededCapacity > 0 ? null : Grading.GrowingLoop.Find(_largest);

    private bool SeeksCure => _declared.Sites.Any(site => site.Kind == ViolationKind.CapacityDeadlock) && _violations.Cure == 0;

    public void Climb()
    {
        if (_actions is not null && HalfDuplex.Decide(_actions, _cancellation) is { } world) _sheet.Raise(world);
        foreach (var capacity in s_small.Where(small => small < _system.Capacity).Append(_system.Capacity)) TryExhaustive(capacity);
        if (!_declared.IsComplete) DescendUntilComplete();
        if (!_sheet.IsSettled) Accelerate();
        foreach (var capacity in LargerCapacities())
        {
            if (_sheet.IsSettled && !SeeksCure) return;
            if (!Enlarge(capacity)) return;
            if (capacity <= s_small.Length) TryExhaustive(capacity);
        }
    }

    private IEnumerable<int> LargerCapacities()
    {
        var declared = _system.Capacity;
        for (var capacity = declared + 1; capacity <= Math.Max(s_small.Length, declared + 2); capacity++) yield return capacity;
        if (2 * declared > Math.Max(s_small.Length, declared + 2)) yield return 2 * declared;
    }

    /// <summary>Explores the system over larger channels.</summary>
    /// <returns>False when still larger ones teach nothing more.</returns>
    private bool Enlarge(int capacity)
    {
        if (Explore(_system, new ExplorationOptions(capacity, _left)) is not { } larger) return false;
        _largest = larger.Expander;
        foreach (var site in larger.Sites)
        {
            if (ClosedWorld.IsMonotone(site.Kind) && !_sheet.IsFound(larger.KeyOf(site))) _violations.AddBeyond(larger, site);
        }

        if (!larger.IsComplete) return false;
        if (SeeksCure && larger.Sites.All(site => site.Kind != ViolationKind.CapacityDeadlock)) _violations.Cure = capacity;
        if (!larger.IsSaturated) return true;
        NeededCapacity = larger.LongestQueue;
        _sheet.Raise(ClosedWorld.Of(larger, Method.Saturation, ClosedWorld.Monotone));
        return false;
    }

    private void TryExhaustive(int capacity)
    {
        if (_actions is null || _actions.HasMixedStates || _sheet.IsSettled) return;
        if (Explore(_actions.System, new ExplorationOptions(capacity, _left)) is not { IsComplete: true } found) return;
        if (!Exhaustivity.Holds(found, _cancellation)) return;
        var world = ClosedWorld.Of(found, Method.Exhaustivity, ClosedWorld.OfMessages);
        _sheet.Raise(world);
        if (_actions.IsSplit || capacity > _system.Capacity || world.Possible.Count > 0 || !_declared.IsComplete) return;
        _sheet.Raise(ViolationKind.CapacityDeadlock, new Grade(Reach.EveryCapacityFrom, capacity, Method.Exhaustivity));
        if (_sheet[ViolationKind.NoWayToFinish].Reach == Reach.ThisCapacity)
            _sheet.Raise(ViolationKind.NoWayToFinish, new Grade(Reach.EveryCapacityFrom, _system.Capacity, Method.Exhaustivity));
    }

    private void Accelerate()
    {
        if (!Acceleration.Applies(_system) || Explore(_system, Acceleration.Options(Math.Max(1, _left / 2))) is not { } accelerated) return;
        if (Acceleration.Decide(accelerated) is not { } world) return;
        _sheet.Raise(world);
        foreach (var site in accelerated.Sites.Where(site => ClosedWorld.OfMessages.Contains(site.Kind) && !_sheet.IsFound(accelerated.KeyOf(site))))
        {
            if (Replay.Find(accelerated, site, _cancellation) is { } real) _violations.AddBeyond(real, accelerated.KeyOf(site));
        }
    }

    /// <summary>There are too many configurations at the declared capacity; what holds at a smaller one is better than nothing.</summary>
    private void DescendUntilComplete()
    {
        for (var capacity = 1; capacity < _system.Capacity; capacity = capacity < 4 ? capacity + 1 : 2 * capacity)
        {
            if (Explore(_system, new ExplorationOptions(capacity, _left)) is not { IsComplete: true } smaller) return;
            _sheet.LowerTo(capacity);
            foreach (var site in smaller.Sites)
            {
                if (!ClosedWorld.IsMonotone(site.Kind) || _sheet.IsFound(smaller.KeyOf(site))) continue;
                _violations.Add(smaller, site, isShortest: false);
                _sheet.AddFound(smaller.KeyOf(site));
            }
        }
    }

    private Exploration.Exploration? Explore(SessionSystem system, ExplorationOptions options)
    {
        if (!_isStopping && _options.Stop.IsCancellationRequested)
        {
            // What a short look can still show is told too: whoever stops a long search should not know less than after a short one.
            _isStopping = true;
            _left = Math.Min(_left, MostAfterStop);
        }

        if (_left <= 0) return null;
        var limited = options with { Limit = Math.Min(options.Limit, _left), Progress = _options.Progress, Stop = _isStopping ? default : _options.Stop };
        var exploration = Explorer.Run(system, limited, _cancellation);
        _left -= exploration.Count;
        return exploration;
    }
}
