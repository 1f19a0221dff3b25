using System.Reflection;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>Executes a program in every way there is, or in as many as there is patience for.</summary>
internal sealed class Explorer(Type code, Type driver, int entries, Judging.Bounds bounds)
{
    private readonly Action<object, int> _run = Bind(code, driver);

    /// <summary>All executions of all entries of a program without fields.</summary>
    public Truth Explore()
    {
        var truth = new Truth();
        for (var entry = 0; entry < entries; entry++)
        {
            var script = new Script();
            do
            {
                if (++truth.Executions > bounds.Executions)
                {
                    truth.IsExhausted = false;
                    break;
                }

                Once(script, truth, entry);
            }
            while (script.Advance());
        }

        return truth;
    }

    private void Once(Script script, Truth truth, int entry)
    {
        var run = new RunningProgram(script, truth, alwaysThrows: false, bounds.Rounds);
        R.Now = run;
        try
        {
            _run(Activator.CreateInstance(code)!, entry);
        }
        catch (Exception exception) when (exception is BoomException or ProtocolException or AbandonedException or NullReferenceException)
        {
        }

        truth.IsExhausted &= !run.IsTooLong;
        truth.IsBounded |= run.IsDead;
    }

    private static Action<object, int> Bind(Type code, Type driver)
    {
        var (target, entry) = (System.Linq.Expressions.Expression.Parameter(typeof(object)), System.Linq.Expressions.Expression.Parameter(typeof(int)));
        var call = System.Linq.Expressions.Expression.Call(
            driver.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!, System.Linq.Expressions.Expression.Convert(target, code), entry);
        return System.Linq.Expressions.Expression.Lambda<Action<object, int>>(call, target, entry).Compile();
    }
}
