using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>Messages that wait until the state changes: a bounded buffer, delivered in order inside the event that changes the state.
/// One that is deferred again keeps its place.</summary>
internal sealed class DeferEmitter
{
    private const int Most = 8;

    private readonly SourceWriter _writer;
    private readonly MachineForm _form;

    public DeferEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
    }

    private MachineShape Shape => _form.Shape;

    /// <summary>The buffer, made with the first message that waits.</summary>
    public static void Fields(SourceWriter writer, MachineForm form)
    {
        if (form.Shape.HasDeferred)
        {
            writer.Line($"private {form.Helper("Deferred")}[]? _deferred;");
            writer.Line("private int _deferredCount;");
            writer.Line("private bool _isRecalling;");
            writer.Line("private bool _isKept;");
        }
    }

    /// <summary>Writes what keeps and delivers.</summary>
    public void Write()
    {
        foreach (var @event in Shape.Deferred)
        {
            Keep(@event);
        }

        Room();
        Recall();
        Redeliver();
        Buffer();
    }

    private void Keep(EventShape @event)
    {
        _writer.Line();
        using (_writer.Block($"private string? {_form.Helper("Defer")}({@event.ParameterList})"))
        {
            using (_writer.Block("if (_isRecalling)"))
            {
                _writer.Line("_isKept = true;");
                _writer.Line("return null;");
            }

            _writer.Line();
            _writer.Line($"_deferred ??= new {_form.Helper("Deferred")}[{CSharpText.Number(Most)}];");
            using (_writer.Block("if (_deferredCount == _deferred.Length)"))
            {
                _writer.Line($"return \"{CSharpText.Number(Most)} messages are deferred already\";");
            }

            _writer.Line();
            _writer.Line("ref var kept = ref _deferred[_deferredCount++];");
            _writer.Line($"kept.Event = {CSharpText.Number(@event.Index)};");
            _writer.Line($"kept.Message{CSharpText.Number(@event.Index)} = {@event.MessageLocal};");
            if (@event.HasPeer)
            {
                _writer.Line($"kept.Peer = {@event.PeerLocal};");
            }

            _writer.Line("return null;");
        }
    }

    private void Room()
    {
        _writer.Line();
        using (_writer.Block($"private void {_form.Helper("Forget")}({_form.Helper("Deferred")}[] deferred, int index)"))
        {
            _writer.Line("_deferredCount--;");
            _writer.Line("global::System.Array.Copy(deferred, index + 1, deferred, index, _deferredCount - index);");
            _writer.Line("deferred[_deferredCount] = default;");
        }
    }

    private void Recall()
    {
        var flavor = _form.Flavor;
        var token = flavor.WithToken("", $"{Flavor.CancellationTokenType} cancellationToken");
        _writer.Line();
        _writer.Line("// Ends: what is delivered leaves the buffer, and only that can change the state and begin the round anew.");
        using (_writer.Block($"private {flavor.Method("void")} {_form.Helper("Recall")}({token})"))
        {
            _writer.Line("var deferred = _deferred;");
            _writer.Line("var index = 0;");
            _writer.Line("_isRecalling = true;");
            using (_writer.Block("try"))
            using (_writer.Block("while (deferred != null && index < _deferredCount)"))
            {
                _writer.Line("var before = _state;");
                _writer.Line("_isKept = false;");
                using (_writer.Block("try"))
                {
                    _writer.Line(flavor.Await($"{_form.Helper("Redeliver")}({flavor.WithToken("deferred[index]", "cancellationToken")})") + ";");
                }

                using (_writer.Block("finally"))
                using (_writer.Block("if (!_isKept)"))
                {
                    _writer.Line($"{_form.Helper("Forget")}(deferred, index);");
                }

                _writer.Line();
                _writer.Line("index = _state != before ? 0 : _isKept ? index + 1 : index;");
            }

            using (_writer.Block("finally"))
            {
                _writer.Line("_isRecalling = false;");
            }
        }
    }

    private void Redeliver()
    {
        var flavor = _form.Flavor;
        _writer.Line();
        using (_writer.Block($"private {flavor.Method("void")} {_form.Helper("Redeliver")}({flavor.WithToken(_form.Helper("Deferred") + " kept", $"{Flavor.CancellationTokenType} cancellationToken")})"))
        {
            _writer.Line("string? refused = null;");
            _writer.Line("string name = \"\";");
            using (_writer.Block("switch (kept.Event)"))
            {
                foreach (var @event in Shape.Deferred)
                {
                    var arguments = $"{flavor.In}kept.Message{CSharpText.Number(@event.Index)}{(@event.HasPeer ? ", kept.Peer" : "")}";
                    using (_writer.Indented($"case {CSharpText.Number(@event.Index)}:"))
                    {
                        _writer.Line($"name = {CSharpText.Literal(@event.DisplayName)};");
                        _writer.Line($"refused = {(@event.IsAwaited(Shape) ? flavor.Await($"{@event.Handler}({arguments}, cancellationToken)") : $"{@event.Handler}({arguments})")};");
                        _writer.Line("break;");
                    }
                }
            }

            _writer.Line();
            using (_writer.Block("if (refused != null)"))
            {
                _writer.Line($"throw {_form.Use("Unexpected")}(name, refused);");
            }
        }
    }

    private void Buffer()
    {
        _writer.Line();
        using (_writer.Block($"private struct {_form.Helper("Deferred")}"))
        {
            _writer.Line("public int Event;");
            foreach (var @event in Shape.Deferred)
            {
                _writer.Line($"public {Shape.Types.Message(@event.Event.Subject)} Message{CSharpText.Number(@event.Index)};");
            }

            foreach (var _ in System.Linq.Enumerable.Take(System.Linq.Enumerable.Where(Shape.Deferred, @event => @event.HasPeer), 1))
            {
                _writer.Line($"public {Shape.PeerType} Peer;");
            }
        }
    }
}
