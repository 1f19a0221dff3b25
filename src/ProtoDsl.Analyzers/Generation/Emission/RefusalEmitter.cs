namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What every event needs: one event at a time, the observer, and the exceptions with what they tell.</summary>
internal sealed class RefusalEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;

    public RefusalEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
    }

    private string Name => CSharpText.Literal(_form.Shape.Machine.ClassName);

    /// <summary>Writes the helpers.</summary>
    public void Write()
    {
        Begin();
        Unlisted();
        Observed();
        Exceptions();
        if (_form.IsUsed("Illegal") || _form.IsUsed("Unexpected"))
        {
            new LegalityEmitter(_writer, _form).LegalEvents();
        }
    }

    private void Begin()
    {
        var busy = _form.Helper("Busy");
        if (!_form.IsUsed("Begin"))
        {
            return;
        }

        _writer.Line();
        _writer.Line("// Keeps other events out until this one has run to completion.");
        using (_writer.Block($"private {_form.Shape.StateType} {_form.Helper("Begin")}(string name)"))
        {
            _writer.Line("var state = _ready;");
            using (_writer.Block($"if (state == {busy})"))
            {
                _writer.Line($"throw {_form.Helper("Overlapping")}(name);");
            }

            _writer.Line();
            _writer.Line($"_ready = {busy};");
            _writer.Line("return state;");
        }
    }

    private void Unlisted()
    {
        if (!_form.IsUsed("Unlisted"))
        {
            return;
        }

        _writer.Line();
        _writer.Line("// Busy is none of the states that a switch lists, so the test is made only where no row was found.");
        using (_writer.Block($"private string {_form.Helper("Unlisted")}(string name)"))
        {
            _writer.Line($"return _ready != {_form.Helper("Busy")} ? {_form.Helper("NotListed")} : throw {_form.Helper("Overlapping")}(name);");
        }
    }

    private void Observed()
    {
        if (!_form.IsUsed("Observed"))
        {
            return;
        }

        _writer.Line();
        _writer.Line("// Tells the observer, and answers null: in \"Observed(…)?.OnTransition(default)\" nothing more is called, and where OnTransition is");
        _writer.Line("// not implemented, the compiler drops the whole expression.");
        using (_writer.Block($"private {_form.ClassType}? {_form.Helper("Observed")}(in {_form.Nested("Transition")} transition)"))
        {
            _writer.Line("var ready = _ready;");
            _writer.Line($"_ready = {_form.Helper("Busy")};");
            if (_form.Flavor is { IsAsync: true, IsSynchronized: true })
            {
                _writer.Line("_flow.Value = _running ??= new object();");
            }

            using (_writer.Block("try"))
            {
                _writer.Line("OnTransition(transition);");
            }

            using (_writer.Block("finally"))
            {
                _writer.Line("_ready = ready;");
            }

            _writer.Line();
            _writer.Line("return null;");
        }
    }

    private void Exceptions()
    {
        Exception("Illegal", "IllegalTransitionException");
        Exception("Unexpected", "UnexpectedMessageException");
        _writer.Line();
        using (_writer.Block($"private global::System.Exception {_form.Helper("Overlapping")}(string name)"))
        {
            _writer.Line($"return new global::ProtoDsl.OverlappingEventException({Name}, name, State.ToString());");
        }
    }

    private void Exception(string helper, string type)
    {
        if (!_form.IsUsed(helper))
        {
            return;
        }

        _writer.Line();
        using (_writer.Block($"private global::System.Exception {_form.Helper(helper)}(string name, string reason)"))
        {
            _writer.Line($"return new global::ProtoDsl.{type}({Name}, name, State.ToString(), reason.Length == 0 ? null : reason, {_form.Helper("LegalEvents")}(State));");
        }
    }
}
