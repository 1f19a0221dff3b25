namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>Executes a program in every way there is, or in as many as there is patience for.</summary>
/// <remarks>A program with fields may be called in any order. So what its fields can hold is found first by way of the constructor and then, from everything
/// found so far, by way of every entry, until there is nothing new. A state of the fields counts as known to the host: see <see cref="EventContext.IsMistake"/>.</remarks>
internal sealed class Explorer(Host host, bool hasFields, Bounds bounds)
{
    /// <summary>More than the fields of a program can hold in practice.</summary>
    private const int MaxVectors = 300;

    private readonly Truth _truth = new();
    private readonly HashSet<FieldVector> _seen = [];
    private readonly Queue<FieldVector> _queue = [];

    public Truth Explore()
    {
        if (!hasFields)
        {
            for (var entry = 0; entry < host.Entries; entry++)
            {
                Everything(() => host.Create(), entry);
            }

            return _truth;
        }

        Everything(() => host.Create(), entry: -1);
        while (_queue.TryDequeue(out var vector))
        {
            for (var entry = 0; entry < host.Entries; entry++)
            {
                Everything(() => host.Restore(vector), entry);
            }
        }

        return _truth;
    }

    /// <summary>All executions of one entry; of none, only of the constructor.</summary>
    private void Everything(Func<object> make, int entry)
    {
        var script = new Script();
        do
        {
            if (++_truth.Executions > bounds.Executions)
            {
                _truth.IsExhausted = false;
                return;
            }

            Once(script, make, entry);
        }
        while (script.Advance());
    }

    private void Once(Script script, Func<object> make, int entry)
    {
        var run = new RunningProgram(script, _truth, bounds.Rounds);
        R.Now = run;
        object? code = null;
        try
        {
            code = make();

            // What an exception leaves in a field can be seen by the next call.
            run.AlwaysThrows = hasFields;
            if (entry >= 0)
            {
                host.Run(code, entry);
            }
        }
        catch (Exception exception) when (exception is BoomException or ProtocolException or AbandonedException or NullReferenceException)
        {
        }

        _truth.IsExhausted &= !run.IsTooLong;
        _truth.IsBounded |= run.IsDead;
        if (hasFields && !run.IsDead && code is not null)
        {
            Remember(host.Read(code));
        }
    }

    private void Remember(FieldVector vector)
    {
        if (_seen.Add(vector))
        {
            _queue.Enqueue(vector);
            _truth.IsExhausted &= _seen.Count <= MaxVectors;
        }
    }
}
