using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known at one point of a method: for each place (a variable or a temporary of the compiler) a value, for each machine its
/// facts. Places and machines are numbers. A machine's number is its identity: two places with one number hold the same machine, and
/// two numbers are two machines unless one is foreign and the other shared. Copies share what neither has changed.</summary>
internal sealed class FlowState
{
    private FlowValue?[] _places = [];
    private ObjectFacts?[] _objects = [];
    private bool _sharesPlaces = true;
    private bool _sharesObjects = true;

    /// <summary>True when no execution comes here.</summary>
    public bool IsDead { get; private set; }

    /// <summary>The places that code outside the flow may write: they never have a value again.</summary>
    public ImmutableHashSet<int> Lost { get; private set; } = ImmutableHashSet<int>.Empty;

    /// <summary>One more than the highest place that may have a value.</summary>
    public int PlaceCount => _places.Length;

    /// <summary>One more than the highest number of a machine.</summary>
    public int ObjectCount => _objects.Length;

    public FlowState Clone()
    {
        var clone = new FlowState();
        clone.Become(this);
        return clone;
    }

    /// <summary>Says what another state says, from here on.</summary>
    public void Become(FlowState other)
    {
        (_places, _objects, Lost, IsDead) = (other._places, other._objects, other.Lost, other.IsDead);
        _sharesPlaces = _sharesObjects = other._sharesPlaces = other._sharesObjects = true;
    }

    /// <summary>No execution goes on from here.</summary>
    public void Kill() => IsDead = true;

    /// <summary>True for a copy of which nothing has been changed since.</summary>
    public bool IsCopyOf(FlowState other) =>
        ReferenceEquals(_places, other._places) && ReferenceEquals(_objects, other._objects) && ReferenceEquals(Lost, other.Lost);

    /// <summary>The value of a place; null where nothing is known.</summary>
    public FlowValue? Get(int place) => place < _places.Length ? _places[place] : null;

    public bool IsLost(int place) => !Lost.IsEmpty && Lost.Contains(place);

    /// <summary>Gives a place a value. What a lost place holds is known to others.</summary>
    public void Set(int place, FlowValue? value)
    {
        if (IsLost(place))
        {
            Escape(value);
        }
        else
        {
            Write(place, value);
        }
    }

    /// <summary>Gives a place a value that follows from the one before.</summary>
    public void Write(int place, FlowValue? value)
    {
        var before = Get(place);
        if (ReferenceEquals(before, value) || (value is ObjectValue or StateValue && value.Equals(before)))
        {
            return;
        }

        if (place >= _places.Length)
        {
            Array.Resize(ref _places, Math.Max(place + 1, _places.Length + 4));
        }
        else if (_sharesPlaces)
        {
            _places = (FlowValue?[])_places.Clone();
        }

        _sharesPlaces = false;
        _places[place] = value;
    }

    /// <summary>Takes a place out of sight for good: code outside the flow may read and write it.</summary>
    public void Lose(int place)
    {
        Escape(Get(place));
        Set(place, null);
        Lost = Lost.Add(place);
    }

    /// <summary>The places that another path has lost are lost where the two meet.</summary>
    public void LoseLike(FlowState other) => Lost = ReferenceEquals(Lost, other.Lost) ? Lost : Lost.Union(other.Lost);

    /// <summary>True for a machine that is followed.</summary>
    public bool Knows(int @object) => Find(@object) is not null;

    /// <summary>Facts about a machine; null for one that is not followed.</summary>
    public ObjectFacts? Find(int @object) => @object >= 0 && @object < _objects.Length ? _objects[@object] : null;

    /// <summary>Facts about a machine. Only for one that a value in hand refers to.</summary>
    /// <exception cref="InvalidOperationException">It is not followed.</exception>
    public ObjectFacts FactsOf(int @object) => Find(@object) ?? throw new InvalidOperationException($"machine {@object} is not followed");

    /// <summary>The facts about a machine, whatever was known before; null for one that is not followed any more.</summary>
    public void Put(int @object, ObjectFacts? facts)
    {
        if (ReferenceEquals(Find(@object), facts))
        {
            return;
        }

        if (@object >= _objects.Length)
        {
            Array.Resize(ref _objects, @object + 1);
        }
        else if (_sharesObjects)
        {
            _objects = (ObjectFacts?[])_objects.Clone();
        }

        _sharesObjects = false;
        _objects[@object] = facts;
    }

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

    /// <summary>Something else may refer to the machine that a value stands for, or may await the task that it is.</summary>
    public void Escape(FlowValue? value)
    {
        if (value is ObjectValue { Object: var @object } && Find(@object) is { } facts)
        {
            Put(@object, facts.AsEscaped());
        }
        else if (value is PendingValue { Object: var raised })
        {
            SetPending(raised, null);
        }
    }

    /// <summary>An event has been raised that nobody has awaited, or it is not certain any more that nobody has.</summary>
    public void SetPending(int @object, PendingEvent? pending)
    {
        if (Find(@object) is { } facts)
        {
            Put(@object, facts.WithPending(pending));
        }
    }
}
