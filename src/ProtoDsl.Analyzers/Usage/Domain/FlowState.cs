using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known at one point of a method: for each place (a variable or a temporary of the compiler) a value, for each machine its
/// facts. Places and machines are numbers. A machine's number is its identity: two places with one number hold the same machine, and
/// two numbers are two machines unless one is foreign and the other shared.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<int, FlowValue> _places;
    private readonly Dictionary<int, ObjectFacts> _objects;
    private readonly HashSet<int> _lost;

    public FlowState()
    {
        _places = [];
        _objects = [];
        _lost = [];
    }

    private FlowState(FlowState other)
    {
        _places = new Dictionary<int, FlowValue>(other._places);
        _objects = new Dictionary<int, ObjectFacts>(other._objects);
        _lost = [.. other._lost];
        IsDead = other.IsDead;
    }

    /// <summary>True when no execution comes here.</summary>
    public bool IsDead { get; private set; }

    /// <summary>The places that have a value.</summary>
    public IReadOnlyDictionary<int, FlowValue> Places => _places;

    /// <summary>The machines that places refer to.</summary>
    public IReadOnlyDictionary<int, ObjectFacts> Objects => _objects;

    /// <summary>The places that code outside the flow may write: they never have a value again.</summary>
    public IReadOnlyCollection<int> Lost => _lost;

    public FlowState Clone() => new(this);

    /// <summary>No execution goes on from here.</summary>
    public void Kill() => IsDead = true;

    /// <summary>The value of a place; null where nothing is known.</summary>
    public FlowValue? Get(int place) => _places.TryGetValue(place, out var value) ? value : null;

    public bool IsLost(int place) => _lost.Contains(place);

    /// <summary>Gives a place a value. What a lost place holds is known to others.</summary>
    public void Set(int place, FlowValue? value)
    {
        if (_lost.Contains(place))
        {
            Escape(value);
            return;
        }

        if (value is null)
        {
            _places.Remove(place);
        }
        else
        {
            _places[place] = value;
        }
    }

    /// <summary>Takes a place out of sight for good: code outside the flow may read and write it.</summary>
    public void Lose(int place)
    {
        Escape(Get(place));
        _places.Remove(place);
        _lost.Add(place);
    }

    /// <summary>Facts about a machine. Only for one that a value in hand refers to.</summary>
    public ObjectFacts FactsOf(int @object) => _objects[@object];

    /// <summary>A number stands for a new machine from here on; places that still hold the one before are no longer followed.</summary>
    public void Renew(int @object, ObjectFacts facts)
    {
        foreach (var place in _places.Keys.ToArray())
        {
            if (_places[place] is ObjectValue { Object: var held } && held == @object)
            {
                _places.Remove(place);
            }
        }

        Update(@object, facts);
    }

    /// <summary>A machine has moved, or may have: what was derived from its state before is void.</summary>
    public void Update(int @object, ObjectFacts facts)
    {
        _objects[@object] = facts;
        DropDerived(@object);
    }

    /// <summary>More is known about a machine that has not moved.</summary>
    public void Refine(int @object, ObjectFacts facts)
    {
        _objects[@object] = facts;
        IsDead |= facts.States.IsEmpty;
    }

    /// <summary>Something else may refer to the machine that a value stands for.</summary>
    public void Escape(FlowValue? value)
    {
        if (value is ObjectValue { Object: var @object } && _objects.TryGetValue(@object, out var facts))
        {
            _objects[@object] = facts.AsEscaped();
        }
    }

    /// <summary>Drops the machines that no place refers to any more.</summary>
    public void Sweep()
    {
        var held = new HashSet<int>(_places.Values.OfType<ObjectValue>().Select(value => value.Object));
        foreach (var @object in _objects.Keys.Where(@object => !held.Contains(@object)).ToArray())
        {
            _objects.Remove(@object);
            DropDerived(@object);
        }
    }

    /// <summary>Gives a machine another number, which no machine has.</summary>
    public void Rename(int from, int to)
    {
        _objects.Add(to, _objects[from]);
        _objects.Remove(from);
        foreach (var place in _places.Keys.ToArray())
        {
            _places[place] = _places[place] switch
            {
                ObjectValue machine when machine.Object == from => machine with { Object = to },
                StateValue state when state.Object == from => state with { Object = to },
                PendingValue pending when pending.Object == from => pending with { Object = to },
                BoolValue test => test.Renamed(from, to),
                var other => other,
            };
        }
    }

    /// <summary>What this state and another have in common; neither is changed.</summary>
    public static FlowState Join(FlowState left, FlowState right)
    {
        right = FlowUnion.Renumber(left, right);
        var joined = new FlowState();
        foreach (var @object in left._objects.Keys.Union(right._objects.Keys))
        {
            joined._objects.Add(@object, FlowJoin.Facts(@object, left, right));
        }

        foreach (var lost in left._lost.Union(right._lost))
        {
            joined.Lose(lost);
        }

        foreach (var place in left._places.Keys.Union(right._places.Keys))
        {
            var (l, r) = (left.Get(place), right.Get(place));
            var value = joined.IsLost(place) ? null : FlowJoin.Values(l, r, left, right, joined._objects);
            if (value is not null)
            {
                joined._places.Add(place, value);
            }

            if (value is not ObjectValue)
            {
                // The place may hold one machine or another: what happens by way of it may happen to either.
                joined.Escape(l);
                joined.Escape(r);
            }
        }

        return joined;
    }

    /// <summary>True when the two say the same.</summary>
    public static bool AreEqual(FlowState left, FlowState right) =>
        left._places.Count == right._places.Count
        && left._objects.Count == right._objects.Count
        && left._lost.SetEquals(right._lost)
        && left._places.All(pair => right._places.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value))
        && left._objects.All(pair => right._objects.TryGetValue(pair.Key, out var facts) && facts.Equals(pair.Value));

    private void DropDerived(int @object)
    {
        foreach (var place in _places.Keys.ToArray())
        {
            switch (_places[place])
            {
                case StateValue { Object: var read } when read == @object:
                case PendingValue { Object: var raised } when raised == @object:
                    _places.Remove(place);
                    break;
                case BoolValue test:
                    _places[place] = test.Without(@object);
                    break;
            }
        }
    }
}
