using System.Linq.Expressions;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>What the executed text of a program calls: events by way of the recorder, and questions to the oracle.</summary>
public static class R
{
    [ThreadStatic]
    private static RunningProgram? t_now;

    /// <summary>What goes on on this thread.</summary>
    internal static RunningProgram Now
    {
        get => t_now ?? throw new InvalidOperationException("Nothing is being executed.");
        set => t_now = value;
    }

    /// <summary>An event at a site.</summary>
    public static TState Raise<TMachine, TState>(int site, TMachine machine, Func<TMachine, bool>? can, Func<TMachine, TState> raise)
        where TMachine : class
    {
        var run = Now;
        if (run.IsDead)
        {
            return default!;
        }

        var may = Begin(run, machine, can);
        try
        {
            var state = raise(machine);
            run.Record(site, machine, isLegal: true);
            return state;
        }
        catch (Exception exception) when (Threw(run, site, machine, may, exception))
        {
            throw;
        }
    }

    /// <summary>The same for <c>Dispose</c>.</summary>
    public static void Raise<TMachine>(int site, TMachine machine, Func<TMachine, bool>? can, Action<TMachine> raise)
        where TMachine : class =>
        Raise(site, machine, can, it =>
        {
            raise(it);
            return 0;
        });

    /// <summary>The same for events that are awaited.</summary>
    public static async ValueTask<TState> RaiseAsync<TMachine, TState>(
        int site, TMachine machine, Func<TMachine, bool>? can, Func<TMachine, ValueTask<TState>> raise)
        where TMachine : class
    {
        var run = Now;
        if (run.IsDead)
        {
            return default!;
        }

        var may = Begin(run, machine, can);
        try
        {
            var state = await raise(machine);
            run.Record(site, machine, isLegal: true);
            return state;
        }
        catch (Exception exception) when (Threw(run, site, machine, may, exception))
        {
            throw;
        }
    }

    /// <summary>The same for <c>DisposeAsync</c>.</summary>
    public static async ValueTask RaiseAsync<TMachine>(int site, TMachine machine, Func<TMachine, bool>? can, Func<TMachine, ValueTask> raise)
        where TMachine : class =>
        await RaiseAsync(site, machine, can, async it =>
        {
            await raise(it);
            return 0;
        });

    /// <summary>Before a <c>TryX</c>.</summary>
    public static TMachine Trying<TMachine>(TMachine machine)
        where TMachine : class
    {
        Begin(Now, machine, can: null);
        return machine;
    }

    /// <summary>Before a machine is made. That throws for a missing argument only; that the timers of the initial state may fail to start is left out.</summary>
    public static TActions Fresh<TActions>(TActions actions)
    {
        Now.BeginCreation();
        return actions;
    }

    /// <summary>Before the state is compared with these.</summary>
    public static TMachine Tested<TMachine>(TMachine machine, params int[] named)
        where TMachine : class
    {
        if (named.Contains(StateOf<TMachine>.Read(machine)))
        {
            Now.Name(machine);
        }

        return machine;
    }

    /// <summary>A machine in an unknown state: in each, one execution after the other.</summary>
    public static TMachine Unknown<TMachine>(Func<TMachine> make, int states)
        where TMachine : class
    {
        var state = Now.Choose(states);
        return Now.Enter(make(), state);
    }

    /// <summary>An opaque condition; a comparison with an opaque number is one too.</summary>
    public static bool Ask() => Now.Outcome(2) == 1;

    /// <summary>An opaque call.</summary>
    public static void MayThrow() => Now.Outcome(1);

    /// <summary>A guard of the user.</summary>
    public static bool Guard()
    {
        Now.Effect();
        Now.GuardsAsked++;
        return Now.Decide(2) == 1;
    }

    /// <summary>An effect of the user.</summary>
    public static void Effect() => Now.Effect();

    /// <summary>An effect that makes a message.</summary>
    public static T Made<T>()
    {
        Now.Effect();
        return default!;
    }

    /// <summary>One more round of a loop, or one more call of a recursive method.</summary>
    public static void Round(ref int rounds)
    {
        if (Now.IsDead || ++rounds > Now.MaxRounds)
        {
            Now.Abandon(isTooLong: false);
        }
    }

    /// <summary>A call at a site begins.</summary>
    public static void In(int site) => Now.EnterCall(site);

    /// <summary>The same in front of an argument.</summary>
    public static T In<T>(int site, T argument)
    {
        Now.EnterCall(site);
        return argument;
    }

    /// <summary>A call has returned.</summary>
    public static void Out(int site) => Now.LeaveCall(site);

    /// <summary>The same around a value.</summary>
    public static T Out<T>(int site, T value)
    {
        Now.LeaveCall(site);
        return value;
    }

    /// <summary>A <c>try</c> block begins.</summary>
    public static TryMark Try() => Now.EnterTry();

    /// <summary>A <c>try</c> block is left, into a handler or otherwise.</summary>
    /// <returns>Whether a handler may catch.</returns>
    public static bool Leave(TryMark mark) => Now.LeaveTry(mark);

    /// <summary>A delegate, called; code that is not known may throw.</summary>
    public static T Called<T>(Func<T> function)
    {
        Now.Outcome(1);
        return function();
    }

    /// <summary>Stands for a machine in a <c>using</c>.</summary>
    public static IDisposable Disposing<TMachine>(TMachine machine)
        where TMachine : class, IDisposable =>
        new Disposer<TMachine>(machine, Try());

    /// <summary>Runs a task to its end; nothing here ever really waits.</summary>
    public static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static bool? Begin<TMachine>(RunningProgram run, TMachine machine, Func<TMachine, bool>? can)
        where TMachine : class
    {
        if (machine is null)
        {
            throw new NullReferenceException();
        }

        run.BeginEvent(() => StateOf<TMachine>.Read(machine));
        return can?.Invoke(machine);
    }

    /// <summary>A filter that never fits: an exception is seen as it passes, which is cheaper than to catch it.</summary>
    private static bool Threw(RunningProgram run, int site, object machine, bool? may, Exception exception)
    {
        if (exception is ProtocolException or BoomException)
        {
            run.Record(site, machine, exception is not ProtocolException || (may ?? run.GuardsAsked > 0));
        }

        return false;
    }

    private sealed class Disposer<TMachine>(TMachine machine, TryMark mark) : IDisposable
        where TMachine : class, IDisposable
    {
        public void Dispose()
        {
            Leave(mark);
            if (!Now.IsDead)
            {
                Begin(Now, machine, can: null);
                machine.Dispose();
            }
        }
    }

    private static class StateOf<TMachine>
    {
        public static readonly Func<TMachine, int> Read = Compile();

        private static Func<TMachine, int> Compile()
        {
            var machine = Expression.Parameter(typeof(TMachine));
            return Expression.Lambda<Func<TMachine, int>>(Expression.Convert(Expression.Property(machine, "State"), typeof(int)), machine).Compile();
        }
    }
}
