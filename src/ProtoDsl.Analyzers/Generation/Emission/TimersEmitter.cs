using System;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>Timers inside the machine: which are armed, under which generation, and what happens when one elapses.</summary>
internal sealed class TimersEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;

    public TimersEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
    }

    private MachineShape Shape => _form.Shape;

    /// <summary>What a driver that calls from other threads asks for.</summary>
    public static string DriverInterface(MachineShape shape) =>
        $"global::ProtoDsl.I{(shape.Flavor.IsAsync ? "Async" : "")}SynchronizedTimers<{shape.TokenType}>";

    /// <summary>The durations.</summary>
    public static void Dues(SourceWriter writer, MachineShape shape)
    {
        for (var timer = 0; timer < shape.Machine.Timers.Count; timer++)
        {
            writer.Line($"private static readonly global::System.TimeSpan {shape.Members.Due(timer)} = {Duration(shape.Machine.Timers[timer].Due)};");
        }
    }

    /// <summary>The generation of each armed timer, 0 for one that is not armed.</summary>
    public static void Fields(SourceWriter writer, MachineShape shape)
    {
        if (shape.HasTimers)
        {
            writer.Line($"private readonly int[] _armed = new int[{CSharpText.Number(shape.Machine.Timers.Count)}];");
            writer.Line("private int _generation;");
            writer.Line("private int _expiring;");
        }
    }

    /// <summary>The public member that is told of an elapsed timer.</summary>
    public void Api()
    {
        var flavor = _form.Flavor;
        var name = "Elapsed" + flavor.Suffix;
        _writer.Line();
        _writer.Doc("<summary>Tells the machine that a timer has elapsed. A stale token, and an expiry that no row takes, change nothing.</summary>");
        _writer.Doc($"<param name=\"token\">What {Documentation.Code("Start")} was called with.</param>");
        if (flavor.IsAsync)
        {
            _writer.Doc("<param name=\"cancellationToken\">Handed to the actions.</param>");
        }

        _writer.Doc("<returns>The new state.</returns>");
        _writer.Doc("<exception cref=\"global::ProtoDsl.OverlappingEventException\">Another event is still running.</exception>");
        _writer.Line("[global::ProtoDsl.Metadata.MachineMember(global::ProtoDsl.Metadata.MachineMemberKind.Elapsed)]");
        using (_writer.Block($"public {flavor.Method(Shape.StateType)} {name}({flavor.WithToken(Shape.TokenType + " token", $"{Flavor.CancellationTokenType} cancellationToken = default")})"))
        {
            new EventBodyEmitter(_writer, _form).Write(null, name, "cancellationToken", () => Body(name));
        }

        if (flavor.IsSynchronized)
        {
            Driver(name);
        }
    }

    /// <summary>Arming, disarming, expiring.</summary>
    public void Helpers()
    {
        Start();
        Stop();
        Expire();
        Retain();
    }

    private void Body(string name)
    {
        using (_writer.Block($"if (!{_form.Helper("Expire")}(token, {CSharpText.Literal(name)}))"))
        {
            _writer.Line("return _state;");
        }

        _writer.Line();
        var events = Shape.Events.Where(@event => @event.Timer is not null).GroupBy(@event => @event.Event.Subject).ToArray();
        if (events.Length > 0)
        {
            if (Shape.HasDeferred)
            {
                _writer.Line("var before = _state;");
            }

            using (_writer.Block("try"))
            using (_writer.Block("switch (token.Timer)"))
            {
                foreach (var timer in events)
                {
                    using (_writer.Indented($"case {Shape.Timer(timer.Key)}:"))
                    {
                        foreach (var @event in timer)
                        {
                            _writer.Line(@event.HandlerCall(Shape) + ";");
                        }

                        _writer.Line("break;");
                    }
                }
            }

            using (_writer.Block("catch"))
            {
                _writer.Line($"{_form.Helper("Retain")}(token);");
                _writer.Line("throw;");
            }

            _writer.Line();
            new EventBodyEmitter(_writer, _form).Recall("before", "cancellationToken");
        }

        _writer.Line("return _state;");
    }

    private void Driver(string name)
    {
        var flavor = _form.Flavor;
        var token = flavor.WithToken("token", "cancellationToken");
        _writer.Line();
        _writer.Line($"{flavor.Method("void")} {DriverInterface(Shape)}.OnElapsed{flavor.Suffix}({flavor.WithToken(Shape.TokenType + " token", $"{Flavor.CancellationTokenType} cancellationToken")}) => {flavor.Await($"{name}({token})")};");
    }

    private void Start()
    {
        _writer.Line();
        using (_writer.Block($"private void {_form.Helper("StartTimer")}({Shape.TimerType} timer, global::System.TimeSpan due)"))
        {
            _writer.Line($"{_form.Helper("StopTimer")}(timer);");
            _writer.Line("_generation = _generation == int.MaxValue ? 1 : _generation + 1;");
            _writer.Line("_armed[(int)timer] = _generation;");
            _writer.Line($"_actions.Start(new {Shape.TokenType}(timer, _generation), due);");
        }
    }

    private void Stop()
    {
        _writer.Line();
        using (_writer.Block($"private void {_form.Helper("StopTimer")}({Shape.TimerType} timer)"))
        {
            _writer.Line("var generation = _armed[(int)timer];");
            using (_writer.Block("if (generation != 0)"))
            {
                _writer.Line($"_actions.Stop(new {Shape.TokenType}(timer, generation));");
                _writer.Line("_armed[(int)timer] = 0;");
            }
        }
    }

    private void Expire()
    {
        _writer.Line();
        using (_writer.Block($"private bool {_form.Helper("Expire")}({Shape.TokenType} token, string name)"))
        {
            using (_writer.Block($"if (_ready == {_form.Helper("Busy")})"))
            {
                _writer.Line($"throw {_form.Helper("Overlapping")}(name);");
            }

            _writer.Line();
            _writer.Line("var timer = (int)token.Timer;");
            using (_writer.Block("if (token.Generation == 0 || (uint)timer >= (uint)_armed.Length || _armed[timer] != token.Generation)"))
            {
                _writer.Line("return false;");
            }

            _writer.Line();
            _writer.Line("_armed[timer] = 0;");
            _writer.Line("_expiring = token.Generation;");
            _writer.Line("return true;");
        }
    }

    private void Retain()
    {
        _writer.Line();
        _writer.Line("// An exception before the step leaves the source state as it was: the expiry can be told again.");
        using (_writer.Block($"private void {_form.Helper("Retain")}({Shape.TokenType} token)"))
        {
            using (_writer.Block("if (_expiring == token.Generation && _armed[(int)token.Timer] == 0)"))
            {
                _writer.Line("_armed[(int)token.Timer] = token.Generation;");
            }
        }
    }

    private static string Duration(TimeSpan due)
    {
        const string Type = "global::System.TimeSpan.";
        return due.Ticks % TimeSpan.TicksPerSecond == 0 ? $"{Type}FromSeconds({CSharpText.Number(due.Ticks / TimeSpan.TicksPerSecond)})"
            : due.Ticks % TimeSpan.TicksPerMillisecond == 0 ? $"{Type}FromMilliseconds({CSharpText.Number(due.Ticks / TimeSpan.TicksPerMillisecond)})"
            : $"{Type}FromTicks({CSharpText.Number(due.Ticks)})";
    }
}
