namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The lock of a synchronized machine. An asynchronous one cannot tell its owner by the thread, so each event marks its flow: an
/// event raised from inside an effect is refused, where waiting would never end.</summary>
internal static class SynchronizationEmitter
{
    /// <summary>Fields and, for an asynchronous machine, the way in.</summary>
    public static void Fields(SourceWriter writer, MachineShape shape)
    {
        if (!shape.Flavor.IsSynchronized)
        {
            return;
        }

        if (!shape.Flavor.IsAsync)
        {
            writer.Line("private readonly object _gate = new object();");
            return;
        }

        writer.Line("private readonly global::System.Threading.SemaphoreSlim _gate = new global::System.Threading.SemaphoreSlim(1, 1);");
        writer.Line("private readonly global::System.Threading.AsyncLocal<object?> _flow = new global::System.Threading.AsyncLocal<object?>();");
        writer.Line("private volatile object? _running;");
    }

    /// <summary>Waits for the lock, unless the event that holds it is the one that asks.</summary>
    public static void Enter(SourceWriter writer, MachineForm form)
    {
        if (!form.Flavor.IsSynchronized || !form.Flavor.IsAsync)
        {
            return;
        }

        writer.Line();
        using (writer.Block($"private global::System.Threading.Tasks.Task {form.Helper("EnterAsync")}(string name, {Flavor.CancellationTokenType} cancellationToken)"))
        {
            writer.Line("var running = _running;");
            using (writer.Block("if (running != null && ReferenceEquals(running, _flow.Value))"))
            {
                writer.Line($"throw {form.Helper("Overlapping")}(name);");
            }

            writer.Line();
            writer.Line("return _gate.WaitAsync(cancellationToken);");
        }
    }
}
