using System;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What surrounds the handling of an event: the lock of a synchronized machine, and the messages that were deferred until now.</summary>
internal sealed class EventBodyEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;

    public EventBodyEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
    }

    /// <summary>Writes a body under the machine's lock, where it has one.</summary>
    /// <param name="event">The event; null where it is not known yet (a timer).</param>
    /// <param name="name">How an exception names it.</param>
    /// <param name="token">The cancellation token at hand.</param>
    /// <param name="body">The statements.</param>
    public void Write(EventShape? @event, string name, string token, Action body)
    {
        if (!_form.Flavor.IsSynchronized)
        {
            body();
        }
        else if (!_form.Flavor.IsAsync)
        {
            using (_writer.Block("lock (_gate)"))
            {
                body();
            }
        }
        else
        {
            _writer.Line($"await {_form.Helper("EnterAsync")}({CSharpText.Literal(name)}, {token}).ConfigureAwait(false);");
            using (_writer.Block("try"))
            {
                if (@event is null || @event.IsHeavy || _form.Shape.HasDeferred)
                {
                    _writer.Line("_flow.Value = _running = new object();");
                }

                body();
            }

            using (_writer.Block("finally"))
            {
                _writer.Line("_running = null;");
                _writer.Line("_gate.Release();");
            }
        }
    }

    /// <summary>Handles the event, and what was deferred until the state changed; answers the variable that tells the outcome.</summary>
    public string Handle(EventShape @event)
    {
        var refused = @event.Local("refused");
        var before = @event.Local("before");
        if (_form.Shape.HasDeferred)
        {
            _writer.Line($"var {before} = _state;");
        }

        _writer.Line($"var {refused} = {@event.HandlerCall(_form.Shape)};");
        Recall(before, @event.TokenLocal);
        return refused;
    }

    /// <summary>Delivers deferred messages if the state has changed.</summary>
    public void Recall(string before, string token)
    {
        if (!_form.Shape.HasDeferred)
        {
            return;
        }

        using (_writer.Block($"if (_deferredCount > 0 && _state != {before})"))
        {
            _writer.Line(_form.Flavor.Await($"{_form.Helper("Recall")}({_form.Flavor.WithToken("", token)})") + ";");
        }

        _writer.Line();
    }
}
