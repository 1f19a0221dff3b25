using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Reference;

/// <summary>Explores a system with lists and sets, without any cleverness: slow, and easy to believe.</summary>
internal sealed class ReferenceChecker
{
    private readonly ReferenceSemantics _semantics;
    private readonly List<ReferenceConfiguration> _found = [];
    private readonly Dictionary<ReferenceConfiguration, int> _indices = [];
    private readonly List<(int Parent, SystemStep Step)> _parents = [];
    private readonly List<(int From, int To)> _edges = [];
    private readonly Dictionary<string, Violation> _violations = [];
    private readonly HashSet<int> _explained = [];
    private readonly SortedSet<int>[] _usedRows;
    private bool _wasRefused, _isStuckSomewhere;

    private ReferenceChecker(SessionSystem system)
    {
        _semantics = new ReferenceSemantics(system);
        _usedRows = [.. system.Roles.Select(_ => new SortedSet<int>())];
    }

    private SessionSystem System => _semantics.System;

    /// <summary>Explores every configuration at the system's own capacity, up to a limit.</summary>
    public static ReferenceVerdict Check(SessionSystem system, int limit = 50_000) => new ReferenceChecker(system).Run(limit);

    private ReferenceVerdict Run(int limit)
    {
        Add(_semantics.Start, -1, default);
        for (var i = 0; i < _found.Count && _found.Count <= limit; i++)
        {
            Visit(i);
        }

        var isComplete = _found.Count <= limit;
        if (isComplete && System.Roles.All(role => role.States.Any(state => state.IsFinal)))
        {
            FindNoWayToFinish();
        }

        return new ReferenceVerdict
        {
            System = System, Violations = [.. _violations.Values.OrderBy(violation => violation.Trace.Count)], Configurations = _found.Count,
            IsComplete = isComplete, WasRefused = _wasRefused, IsStuckSomewhere = _isStuckSomewhere,
            UsedRows = _usedRows.Select(rows => (IReadOnlyList<int>)[.. rows]).ToArray(),
        };
    }

    private void Add(ReferenceConfiguration configuration, int parent, SystemStep step)
    {
        if (_indices.TryAdd(configuration, _found.Count))
        {
            _found.Add(configuration);
            _parents.Add((parent, step));
        }
    }

    private void Visit(int index)
    {
        var at = _found[index];
        var isStuck = true;
        foreach (var (step, next) in _semantics.Steps(at))
        {
            Use(step.Role, step.Source, step.Move);
            if (step.Partner >= 0)
            {
                Use(step.Partner, step.PartnerSource, step.PartnerMove);
            }

            if (!next.Equals(at))
            {
                isStuck = false;
                Add(next, index, step);
                _edges.Add((index, _indices[next]));
            }
        }

        var refused = _semantics.Refused(at);
        _wasRefused |= refused.Count > 0;
        var unlisted = _semantics.Unlisted(at).ToList();
        if (System.Kind != ChannelKind.Bag || (isStuck && refused.Count == 0))
        {
            foreach (var (role, channel, letter) in unlisted)
            {
                Report(index, new Violation(ViolationKind.UnspecifiedReception, [], at.ToConfiguration()) { Role = role, Channel = channel, Letter = letter });
            }
        }

        if (isStuck)
        {
            Classify(index, refused, unlisted.Count > 0);
        }

        FindForbidden(index);
    }

    private void Use(int role, int source, int move)
    {
        if (System.Roles[role].States[source].Moves[move].Row is var row and >= 0)
        {
            _usedRows[role].Add(row);
        }
    }

    private void Classify(int index, IReadOnlyList<SystemStep> refused, bool hasUnlisted)
    {
        var at = _found[index];
        if (_semantics.IsFinal(at) && at.HasEmptyChannels)
        {
            return;
        }

        _explained.Add(index);
        _isStuckSomewhere = true;
        if (refused.Count > 0)
        {
            Report(index, new Violation(ViolationKind.CapacityDeadlock, [], at.ToConfiguration()) { Role = refused[0].Role });
        }
        else if (hasUnlisted)
        {
            // Reported where it was seen.
        }
        else if (_semantics.IsFinal(at))
        {
            var channel = at.Queues.TakeWhile(queue => queue.Count == 0).Count();
            Report(index, new Violation(ViolationKind.Orphan, [], at.ToConfiguration())
            {
                Role = System.Channels[channel].Receiver, Channel = channel, Letter = at.Queues[channel][0],
            });
        }
        else
        {
            Report(index, new Violation(ViolationKind.Deadlock, [], at.ToConfiguration()));
        }
    }

    private void FindForbidden(int index)
    {
        for (var i = 0; i < System.Forbidden.Count; i++)
        {
            if (System.Forbidden[i].States.All(named => _semantics.Local(_found[index], named.Role) is { IsBetween: false } local && local.TableState == named.State))
            {
                Report(index, new Violation(ViolationKind.Forbidden, [], _found[index].ToConfiguration()) { Forbidden = i });
            }
        }
    }

    /// <summary>Configurations that no final one can be reached from, and nothing that is reported already.</summary>
    private void FindNoWayToFinish()
    {
        var final = Enumerable.Range(0, _found.Count).Where(index => _semantics.IsFinal(_found[index]) && _found[index].HasEmptyChannels);
        var well = Before(final.Concat(_explained));
        var first = Enumerable.Range(0, _found.Count).FirstOrDefault(index => !well.Contains(index), -1);
        if (first >= 0)
        {
            Report(first, new Violation(ViolationKind.NoWayToFinish, [], _found[first].ToConfiguration()));
        }
    }

    private HashSet<int> Before(IEnumerable<int> targets)
    {
        var sources = _edges.ToLookup(edge => edge.To, edge => edge.From);
        var seen = new HashSet<int>(targets);
        var open = new Stack<int>(seen);
        while (open.TryPop(out var index))
        {
            foreach (var source in sources[index].Where(seen.Add))
            {
                open.Push(source);
            }
        }

        return seen;
    }

    private void Report(int index, Violation violation)
    {
        if (violation.Kind is ViolationKind.UnspecifiedReception)
        {
            _explained.Add(index);
        }

        _violations.TryAdd($"{violation.Kind} {ReferenceVerdict.Culprit(System, violation)}", violation with { Trace = TraceTo(index) });
    }

    private List<SystemStep> TraceTo(int index)
    {
        var trace = new List<SystemStep>();
        for (; _parents[index].Parent >= 0; index = _parents[index].Parent)
        {
            trace.Insert(0, _parents[index].Step);
        }

        return trace;
    }
}
