using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known at one point of a method: for each place (a variable or a temporary of the compiler) a value, for each machine its
/// facts. Places and machines are numbers. A machine's number is its identity: two places with one number hold the same machine, and
/// two numbers are two machines unless one is foreign and the other shared.</summary>
internal sealed class FlowState
{
    private FlowValue?[] _places;
    private ObjectFacts?[] _objects;

    public FlowState()
    {
        _places = [];
        _objects = [];
        Lost = ImmutableHashSet<int>.Empty;
    }

    private FlowState(FlowState other)
    {
        _places = (FlowValue?[])other._places.Clone();
        _objects = (ObjectFacts?[])other._objects.Clone();
        Lost = other.Lost;
        IsDead = other.IsDead;
    }

    /// <summary>True when no execution comes here.</summary>
    public bool IsDead { get; private set; }

    /// <summary>The places that code outside the flow may write: they never have a value again.</summary>
    public ImmutableHashSet<int> Lost { get; private set; }

    /// <summary>One more than the highest place that may have a value.</summary>
    public int PlaceCount => _places.Length;

    /// <summary>One more than the highest number of a machine.</summary>
    public int ObjectCount => _objects.Length;

    public FlowState Clone() => new(this);

    /// <summary>Says what another state says, from here on.</summary>
    public void Become(FlowState other)
    {
        _places = (FlowValue?[])other._places.Clone();
        _objects = (ObjectFacts?[])other._objects.Clone();
        Lost = other.Lost;
        IsDead = other.IsDead;
    }

    /// <summary>No execution goes on from here.</summary>
    public void Kill() => IsDead = true;

    /// <summary>The value of a place; null where nothing is known.</summary>
    public FlowValue? Get(int place) => place < _places.Length ? _places[place] : null;

    public bool IsLost(int place) => Lost.Contains(place);

    /// <summary>Gives a place a value. What a lost place holds is known to others.</summary>
    public void Set(int place, FlowValue? value)
    {
        if (IsLost(place))
        {
            Escape(value);
            return;
        }

        if (place >= _places.Length)
        {
            if (value is null)
            {
                return;
            }

            Array.Resize(ref _places, Math.Max(place + 1, _places.Length + 4));
        }

        _places[place] = value;
    }

    /// <summary>Takes a place out of sight for good: code outside the flow may read and write it.</summary>
    public void Lose(int place)
    {
        Escape(Get(place));
        Set(place, null);
        Lost = Lost.Add(place);
    }

    /// <summary>True for a machine that is followed.</summary>
    public bool Knows(int @object) => @object >= 0 && @object < _objects.Length && _objects[@object] is not null;

    /// <summary>Facts about a machine; null for one that is not followed.</summary>
    public ObjectFacts? Find(int @object) => @object >= 0 && @object < _objects.Length ? _objects[@object] : null;

    /// <summary>Facts about a machine. Only for one that a value in hand refers to.</summary>
    /// <exception cref="InvalidOperationException">It is not followed.</exception>
    public ObjectFacts FactsOf(int @object) => Find(@object) ?? throw new InvalidOperationException($"machine {@object} is not followed");

    /// <summary>The machines that are followed, by number.</summary>
    public IEnumerable<int> Objects()
    {
        for (var @object = 0; @object < _objects.Length; @object++)
        {
            if (_objects[@object] is not null)
            {
                yield return @object;
            }
        }
    }

    /// <summary>A number stands for a new machine from here on; places that still hold the one before are no longer followed.</summary>
    public void Renew(int @object, ObjectFacts facts)
    {
        for (var place = 0; place < _places.Length; place++)
        {
            if (_places[place] is ObjectValue { Object: var held } && held == @object)
            {
                _places[place] = null;
            }
        }

        Replace(@object, facts);
    }

    /// <summary>What is known of a machine does not follow from what was known before: values derived from it are void.</summary>
    public void Replace(int @object, ObjectFacts facts)
    {
        Put(@object, facts);
        DropDerived(@object);
    }

    /// <summary>A machine has moved. Tests from before go along; what was read of it is void.</summary>
    public void Move(int @object, Func<ObjectFacts, ObjectFacts> step)
    {
        Put(@object, step(FactsOf(@object)));
        for (var place = 0; place < _places.Length; place++)
        {
            switch (_places[place])
            {
                case StateValue { Object: var read } when read == @object:
                case PendingValue { Object: var raised } when raised == @object:
                    _places[place] = null;
                    break;
                case BoolValue test when test.Knows(@object):
                    var moved = test.Moved(@object, step);
                    _places[place] = moved.IsTrivial || (moved.WhenTrue is null && moved.WhenFalse is null) ? null : moved;
                    break;
            }
        }
    }

    /// <summary>A machine is as it was, but what is known of it is put otherwise, also in the tests of it.</summary>
    public void Restate(int @object, Func<ObjectFacts, ObjectFacts> account)
    {
        Put(@object, account(FactsOf(@object)));
        for (var place = 0; place < _places.Length; place++)
        {
            _places[place] = _places[place] switch
            {
                BoolValue test => test.Moved(@object, account),
                PendingValue pending when pending.Object == @object => pending with { Before = account(pending.Before) },
                var other => other,
            };
        }
    }

    /// <summary>The places that hold a machine.</summary>
    public IEnumerable<int> HoldersOf(int @object)
    {
        for (var place = 0; place < _places.Length; place++)
        {
            if (_places[place] is ObjectValue { Object: var held } && held == @object)
            {
                yield return place;
            }
        }
    }

    /// <summary>More is known about a machine that has not moved.</summary>
    public void Refine(int @object, ObjectFacts facts)
    {
        Put(@object, facts);
        IsDead |= facts.Rows.IsEmpty;
    }

    /// <summary>A reference has turned out to be null, or not: all places that hold it agree.</summary>
    public void RefineNull(int @object, bool isNull)
    {
        for (var place = 0; place < _places.Length; place++)
        {
            _places[place] = _places[place] switch
            {
                ObjectValue value when value.Object == @object => isNull ? NullValue.Instance : value with { MayBeNull = false },
                StateValue value when value.Object == @object => isNull ? NullValue.Instance : value with { MayBeNull = false },
                var other => other,
            };
        }
    }

    /// <summary>Something else may refer to the machine that a value stands for.</summary>
    public void Escape(FlowValue? value)
    {
        if (value is ObjectValue { Object: var @object } && Find(@object) is { } facts)
        {
            _objects[@object] = facts.AsEscaped();
        }
    }

    /// <summary>Drops the machines that no place refers to any more.</summary>
    public void Sweep()
    {
        for (var @object = 0; @object < _objects.Length; @object++)
        {
            if (_objects[@object] is not null && !IsHeld(@object))
            {
                _objects[@object] = null;
                DropDerived(@object);
            }
        }
    }

    /// <summary>Gives a machine another number, which no machine has.</summary>
    public void Rename(int from, int to)
    {
        Put(to, FactsOf(from));
        _objects[from] = null;
        for (var place = 0; place < _places.Length; place++)
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
        var joined = new FlowState
        {
            _objects = new ObjectFacts?[Math.Max(left._objects.Length, right._objects.Length)],
            _places = new FlowValue?[Math.Max(left._places.Length, right._places.Length)],
            Lost = ReferenceEquals(left.Lost, right.Lost) ? left.Lost : left.Lost.Union(right.Lost),
        };
        for (var @object = 0; @object < joined._objects.Length; @object++)
        {
            joined._objects[@object] = FlowJoin.Facts(left.Find(@object), right.Find(@object));
        }

        for (var place = 0; place < joined._places.Length; place++)
        {
            var (l, r) = (left.Get(place), right.Get(place));
            var value = joined.IsLost(place) ? null : FlowJoin.Values(l, r, left, right, joined);
            joined._places[place] = value;
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
    public static bool AreEqual(FlowState left, FlowState right)
    {
        for (var @object = 0; @object < Math.Max(left._objects.Length, right._objects.Length); @object++)
        {
            if (!Equals(left.Find(@object), right.Find(@object)))
            {
                return false;
            }
        }

        for (var place = 0; place < Math.Max(left._places.Length, right._places.Length); place++)
        {
            if (!Equals(left.Get(place), right.Get(place)))
            {
                return false;
            }
        }

        return left.Lost.SetEquals(right.Lost);
    }

    private void Put(int @object, ObjectFacts facts)
    {
        if (@object >= _objects.Length)
        {
            Array.Resize(ref _objects, @object + 1);
        }

        _objects[@object] = facts;
    }

    private bool IsHeld(int @object)
    {
        foreach (var value in _places)
        {
            if (value is ObjectValue { Object: var held } && held == @object)
            {
                return true;
            }
        }

        return false;
    }

    private void DropDerived(int @object)
    {
        for (var place = 0; place < _places.Length; place++)
        {
            switch (_places[place])
            {
                case StateValue { Object: var read } when read == @object:
                case PendingValue { Object: var raised } when raised == @object:
                    _places[place] = null;
                    break;
                case BoolValue test when test.Knows(@object):
                    var left = test.Without(@object);
                    _places[place] = left.IsTrivial ? null : left;
                    break;
            }
        }
    }
}
