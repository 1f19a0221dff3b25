using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary><c>Save</c> and <c>Restore</c>: protocol version, stable code, armed timers.</summary>
internal sealed class SnapshotEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;

    public SnapshotEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
    }

    private MachineShape Shape => _form.Shape;

    private string Name => Shape.Machine.ClassName;

    /// <summary>Writes both members and what they need.</summary>
    public void Write()
    {
        Save();
        Restore();
        StateOf();
        if (Shape.HasTimers)
        {
            Rearm();
        }
    }

    private void Save()
    {
        _writer.Line();
        _writer.Doc("<summary>What must be kept to make this machine again.</summary>");
        _writer.Doc("<returns>The state's stable code and the timers that are armed.</returns>");
        _writer.Doc("<exception cref=\"global::ProtoDsl.SnapshotException\">An event is still running, or a message is deferred.</exception>");
        _writer.Line("[global::ProtoDsl.Metadata.MachineMember(global::ProtoDsl.Metadata.MachineMemberKind.Save)]");
        using (_writer.Block($"public {_form.Nested("Snapshot")} Save()"))
        {
            if (!Shape.Flavor.IsSynchronized)
            {
                SaveBody();
            }
            else if (!Shape.Flavor.IsAsync)
            {
                using (_writer.Block("lock (_gate)"))
                {
                    SaveBody();
                }
            }
            else
            {
                using (_writer.Block("if (!_gate.Wait(0))"))
                {
                    Throw("An event is still running: save before or after it.");
                }

                _writer.Line();
                using (_writer.Block("try"))
                {
                    SaveBody();
                }

                using (_writer.Block("finally"))
                {
                    _writer.Line("_gate.Release();");
                }
            }
        }
    }

    private void SaveBody()
    {
        using (_writer.Block($"if (_ready == {_form.Helper("Busy")})"))
        {
            Throw("An event is still running: save before or after it.");
        }

        _writer.Line();
        if (Shape.HasDeferred)
        {
            using (_writer.Block("if (_deferredCount > 0)"))
            {
                Throw("A message is deferred, which a snapshot cannot hold: save when it has been taken.");
            }

            _writer.Line();
        }

        _writer.Line("var timers = new global::System.Collections.Generic.List<string>();");
        for (var timer = 0; timer < Shape.Machine.Timers.Count; timer++)
        {
            using (_writer.Block($"if (_armed[{CSharpText.Number(timer)}] != 0)"))
            {
                _writer.Line($"timers.Add({CSharpText.Literal(Shape.Machine.Timers[timer].Name)});");
            }

            _writer.Line();
        }

        _writer.Line($"return new {_form.Nested("Snapshot")}({CSharpText.Number(Shape.Protocol.Version)}, {_form.Helper("CodeOf")}(_state), timers);");
    }

    private void Restore()
    {
        var actions = Shape.HasActions;
        _writer.Line();
        _writer.Doc("<summary>Makes a machine in a saved state. Armed timers start anew with their full duration; no effect runs.</summary>");
        _writer.Doc("<param name=\"snapshot\">What was saved.</param>");
        if (actions)
        {
            _writer.Doc("<param name=\"actions\">What the machine calls.</param>");
        }

        _writer.Doc("<returns>The machine.</returns>");
        _writer.Doc("<exception cref=\"global::ProtoDsl.SnapshotException\">The snapshot is of another version, or names a state or timer that the table does not have.</exception>");
        _writer.Line("[global::ProtoDsl.Metadata.MachineMember(global::ProtoDsl.Metadata.MachineMemberKind.Restore)]");
        using (_writer.Block($"public static {_form.ClassType} Restore(in {_form.Nested("Snapshot")} snapshot{(actions ? $", {_form.ActionsType} actions" : "")})"))
        {
            var version = CSharpText.Number(Shape.Protocol.Version);
            using (_writer.Block($"if (snapshot.Version != {version})"))
            {
                _writer.Line($"throw new global::ProtoDsl.SnapshotException(\"The snapshot is of version \" + snapshot.Version + \", but {Name} is of version {version}.\");");
            }

            _writer.Line();
            _writer.Line($"var machine = new {_form.ClassType}({_form.Helper("StateOf")}(snapshot.StateCode){(actions ? ", actions" : "")});");
            using (_writer.Block("foreach (var timer in snapshot.ArmedTimers)"))
            {
                _writer.Line(Shape.HasTimers ? $"machine.{_form.Helper("Rearm")}(timer);" : $"throw new global::ProtoDsl.SnapshotException(\"The snapshot names the timer '\" + timer + \"', but {Name} has no timers.\");");
            }

            _writer.Line();
            _writer.Line("return machine;");
        }
    }

    private void StateOf()
    {
        _writer.Line();
        using (_writer.Block($"private static int {_form.Helper("CodeOf")}({Shape.StateType} state)"))
        using (_writer.Block("switch (state)"))
        {
            for (var state = 0; state < Shape.Machine.States.Count; state++)
            {
                using (_writer.Indented(state == Shape.Machine.States.Count - 1 ? "default:" : $"case {Shape.State(state)}:"))
                {
                    _writer.Line($"return {CSharpText.Number(Shape.Machine.States[state].Code ?? 0)};");
                }
            }
        }

        _writer.Line();
        using (_writer.Block($"private static {Shape.StateType} {_form.Helper("StateOf")}(int code)"))
        using (_writer.Block("switch (code)"))
        {
            var seen = new System.Collections.Generic.HashSet<int>();
            for (var state = 0; state < Shape.Machine.States.Count; state++)
            {
                if (seen.Add(Shape.Machine.States[state].Code ?? 0))
                {
                    using (_writer.Indented($"case {CSharpText.Number(Shape.Machine.States[state].Code ?? 0)}:"))
                    {
                        _writer.Line($"return {Shape.State(state)};");
                    }
                }
            }

            using (_writer.Indented("default:"))
            {
                _writer.Line($"throw new global::ProtoDsl.SnapshotException(\"The snapshot names the state code \" + code + \", which no state of {Name} has.\");");
            }
        }
    }

    private void Rearm()
    {
        _writer.Line();
        using (_writer.Block($"private void {_form.Helper("Rearm")}(string timer)"))
        using (_writer.Block("switch (timer)"))
        {
            for (var timer = 0; timer < Shape.Machine.Timers.Count; timer++)
            {
                using (_writer.Indented($"case {CSharpText.Literal(Shape.Machine.Timers[timer].Name)}:"))
                {
                    _writer.Line($"{_form.Helper("StartTimer")}({Shape.Timer(timer)}, {Shape.Members.Due(timer)});");
                    _writer.Line("break;");
                }
            }

            using (_writer.Indented("default:"))
            {
                _writer.Line($"throw new global::ProtoDsl.SnapshotException(\"The snapshot names the timer '\" + timer + \"', which {Name} does not have.\");");
            }
        }
    }

    private void Throw(string message) => _writer.Line($"throw new global::ProtoDsl.SnapshotException({CSharpText.Literal(message)});");
}
