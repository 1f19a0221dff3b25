using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>The best grade so far of each kind. A grade is about all violations but those found at the declared capacity.</summary>
internal sealed class GradeSheet
{
    private static readonly ViolationKind[] s_kinds = (ViolationKind[])Enum.GetValues(typeof(ViolationKind));

    private readonly Dictionary<ViolationKind, Grade> _grades = [];
    private readonly HashSet<SiteKey> _found = [];
    private readonly HashSet<ViolationKind> _overflowing = [];

    /// <param name="declared">At the declared capacity.</param>
    /// <param name="asksFinishing">False where no role was meant to end.</param>
    public GradeSheet(Exploration.Exploration declared, bool asksFinishing)
    {
        foreach (var kind in s_kinds)
        {
            var isKnown = declared.IsComplete && (asksFinishing || kind != ViolationKind.NoWayToFinish);
            _grades[kind] = isKnown ? new Grade(Reach.ThisCapacity, declared.Capacity, Method.Exploration) : default;
        }

        foreach (var site in declared.Sites) _found.Add(declared.KeyOf(site));
        foreach (var kind in s_kinds)
        {
            if (declared.Sites.Count(site => site.Kind == kind) == SiteList.MostOfOneKind) _overflowing.Add(kind);
        }
    }

    public IReadOnlyDictionary<ViolationKind, Grade> Grades => _grades;

    public Grade this[ViolationKind kind] => _grades[kind];

    /// <summary>True when nothing is left to learn about messages.</summary>
    public bool IsSettled => ClosedWorld.OfMessages.All(kind => _grades[kind].Reach == Reach.EveryCapacity);

    /// <summary>True for what was found at the declared capacity.</summary>
    public bool IsFound(SiteKey key) => _found.Contains(key);

    /// <summary>A violation that was found elsewhere and is real at the declared capacity.</summary>
    public void AddFound(SiteKey key) => _found.Add(key);

    /// <summary>Notes a grade, unless the present one reaches farther.</summary>
    public void Raise(ViolationKind kind, Grade grade)
    {
        if (grade.Reach > _grades[kind].Reach) _grades[kind] = grade;
    }

    /// <summary>Where nothing is known at the declared capacity, a smaller one was searched to the end.</summary>
    public void LowerTo(int capacity)
    {
        foreach (var kind in s_kinds)
        {
            var isUnknown = _grades[kind].Reach == Reach.Unknown || (_grades[kind].Reach == Reach.ThisCapacity && _grades[kind].Capacity < capacity);
            if (isUnknown && kind != ViolationKind.NoWayToFinish) _grades[kind] = new Grade(Reach.ThisCapacity, capacity, Method.Exploration);
        }
    }

    /// <summary>Where everything that is possible was found at the declared capacity, nothing more can be found at any other.</summary>
    public void Raise(ClosedWorld world)
    {
        foreach (var kind in world.Kinds)
        {
            if (_overflowing.Contains(kind) || world.Possible.Any(key => key.Kind == kind && !IsFound(key))) continue;
            Raise(kind, new Grade(Reach.EveryCapacity, 0, world.Method));
        }
    }
}
