using System.Runtime.CompilerServices;
using System.Text;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>Where an execution was as a <c>try</c> block began.</summary>
/// <param name="Depth">How many blocks are around it.</param>
/// <param name="Calls">How many calls were under way.</param>
public readonly record struct TryMark(int Depth, int Calls);

/// <summary>One execution of a program: it follows the script of decisions as far as that goes, and extends it with first choices.</summary>
internal sealed class RunningProgram(Script script, Truth truth, int maxRounds)
{
    private const int MaxDecisions = 60;

    private readonly ConditionalWeakTable<object, object> _entryStates = [];
    private readonly HashSet<object> _named = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _calls = [];
    private readonly StringBuilder _path = new();
    private readonly HashSet<int> _phases = [];
    private Func<int> _state = static () => 0;
    private int _tryDepth;
    private int _decisions;

    /// <summary>Bound on the rounds of a loop and on the depth of a recursion.</summary>
    public int MaxRounds => maxRounds;

    /// <summary>True from the moment it was given up: what <c>finally</c> blocks still do is not recorded.</summary>
    public bool IsDead { get; private set; }

    /// <summary>True when it was given up for its number of decisions, so that nothing is known of what would follow.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The guards that the event under way has asked.</summary>
    public int GuardsAsked { get; set; }

    /// <summary>True when the end of the execution is not the end of what can be seen.</summary>
    public bool AlwaysThrows { get; set; }

    /// <summary>True where an exception can be seen afterwards.</summary>
    private bool Throws => AlwaysThrows || _tryDepth > 0;

    /// <summary>A decision.</summary>
    public int Choose(int count)
    {
        if (IsDead)
        {
            return 0;
        }

        if (++_decisions > MaxDecisions)
        {
            Abandon(isTooLong: true);
        }

        return script.Next(count);
    }

    /// <summary>A decision that is part of the path: all but the state in which a machine is handed in.</summary>
    public int Decide(int count)
    {
        var choice = Choose(count);
        _path.Append((char)('0' + choice));
        return choice;
    }

    /// <summary>A decision of the outside world, which may throw instead.</summary>
    public int Outcome(int count)
    {
        var outcomes = count + (Throws ? 1 : 0);
        var outcome = outcomes == 1 ? 0 : Decide(outcomes);
        return outcome < count ? outcome : throw new BoomException();
    }

    /// <summary>A call of user code from inside an event. It may throw; once before and once after the change of state says it all.</summary>
    public void Effect()
    {
        if (!IsDead && Throws && _phases.Add(_state()) && Decide(2) == 1)
        {
            throw new BoomException();
        }
    }

    public void BeginEvent(Func<int> state)
    {
        GuardsAsked = 0;
        _phases.Clear();
        _state = state;
    }

    /// <summary>The actions of a machine that is being made do not throw.</summary>
    public void BeginCreation()
    {
        BeginEvent(static () => 0);
        _phases.Add(0);
    }

    /// <summary>Puts a machine into the state in which it is when the host calls.</summary>
    public TMachine Enter<TMachine>(TMachine machine, int state)
        where TMachine : class
    {
        MachineState.Set(machine, state);
        _entryStates.AddOrUpdate(machine, state);
        return machine;
    }

    /// <summary>The program has asked whether a machine is in the state in which it is: from here on it cannot say that it never is.</summary>
    public void Name(object machine) => _named.Add(machine);

    public void Record(int site, object machine, bool isLegal)
    {
        if (!IsDead)
        {
            var row = _entryStates.TryGetValue(machine, out var state) ? (int)state : Truth.Fresh;
            truth.Event(site, [.. _calls], new Row(row, _named.Contains(machine)), _path.ToString(), isLegal);
        }
    }

    public void EnterCall(int site)
    {
        if (_calls.Count(call => call == site) >= maxRounds)
        {
            Abandon(isTooLong: false);
        }

        _calls.Add(site);
        if (!IsDead)
        {
            truth.Call(site);
        }
    }

    public void LeaveCall(int site)
    {
        var index = _calls.LastIndexOf(site);
        if (!IsDead && index >= 0)
        {
            _calls.RemoveRange(index, _calls.Count - index);
            truth.Return(site);
        }
    }

    public TryMark EnterTry()
    {
        var mark = new TryMark(_tryDepth, _calls.Count);
        _tryDepth++;
        return mark;
    }

    public bool LeaveTry(TryMark mark)
    {
        _tryDepth = mark.Depth;
        if (_calls.Count > mark.Calls)
        {
            _calls.RemoveRange(mark.Calls, _calls.Count - mark.Calls);
        }

        return !IsDead;
    }

    public void Abandon(bool isTooLong)
    {
        IsDead = true;
        IsTooLong |= isTooLong;
        throw new AbandonedException();
    }
}
