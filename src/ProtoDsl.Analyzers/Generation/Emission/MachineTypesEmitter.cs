using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The types beside a machine's class: its states, its timers and their token, the roles that it names.</summary>
internal sealed class MachineTypesEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineShape _shape;

    public MachineTypesEmitter(SourceWriter writer, MachineShape shape)
    {
        _writer = writer;
        _shape = shape;
    }

    private string Name => _shape.Machine.ClassName;

    /// <summary>Writes them.</summary>
    public void Write()
    {
        States();
        if (_shape.HasTimers)
        {
            Timers();
            Token();
        }

        if (_shape.Peers.Count > 0)
        {
            Peers();
        }
    }

    private void States()
    {
        _writer.Line();
        _writer.Doc($"<summary>The states of {Documentation.Code(Name)}, in the order of the table.</summary>");
        _writer.Line(ProtocolEmitter.GeneratedCode);
        using (_writer.Block($"{_shape.Accessibility} enum {CSharpText.Identifier(Name + "State")} : {_shape.StateStorage}"))
        {
            foreach (var state in _shape.Machine.States)
            {
                _writer.Summary(state.Documentation, Documentation.Code(state.Label ?? state.Name));
                _writer.Line($"{CSharpText.Identifier(state.MemberName)},");
            }
        }
    }

    private void Timers()
    {
        _writer.Line();
        _writer.Doc($"<summary>The timers of {Documentation.Code(Name)}.</summary>");
        _writer.Line(ProtocolEmitter.GeneratedCode);
        using (_writer.Block($"{_shape.Accessibility} enum {CSharpText.Identifier(Name + "Timer")}"))
        {
            foreach (var timer in _shape.Machine.Timers)
            {
                _writer.Summary(timer.Documentation, $"The timer {Documentation.Code(timer.Name)}: {CSharpText.Number((long)timer.Due.TotalMilliseconds)} ms.");
                _writer.Line($"{CSharpText.Identifier(timer.MemberName)},");
            }
        }
    }

    private void Token()
    {
        var token = CSharpText.Identifier(Name + "TimerToken");
        _writer.Line();
        _writer.Doc($"<summary>One arming of a timer of {Documentation.Code(Name)}: hand it back when the timer has elapsed.</summary>");
        _writer.Line(ProtocolEmitter.GeneratedCode);
        using (_writer.Block($"{_shape.Accessibility} readonly struct {token} : global::ProtoDsl.ITimerToken, global::System.IEquatable<{token}>"))
        {
            _writer.Doc("<summary>Puts a token together.</summary>");
            _writer.Doc("<param name=\"timer\">The timer.</param>");
            _writer.Doc("<param name=\"generation\">Which arming.</param>");
            using (_writer.Block($"public {token}({_shape.TimerType} timer, int generation)"))
            {
                _writer.Lines("Timer = timer;", "Generation = generation;");
            }

            _writer.Line();
            _writer.Doc("<summary>The timer.</summary>");
            _writer.Line($"public {_shape.TimerType} Timer {{ get; }}");
            _writer.Line();
            _writer.Doc("<summary>Which arming: a token of an earlier one is stale.</summary>");
            _writer.Line("public int Generation { get; }");
            _writer.Line();
            _writer.Line("int global::ProtoDsl.ITimerToken.Timer => (int)Timer;");
            _writer.Line();
            _writer.Doc("<inheritdoc/>");
            _writer.Line($"public bool Equals({token} other) => Timer == other.Timer && Generation == other.Generation;");
            _writer.Line();
            _writer.Doc("<inheritdoc/>");
            _writer.Line($"public override bool Equals(object? obj) => obj is {token} other && Equals(other);");
            _writer.Line();
            _writer.Doc("<inheritdoc/>");
            _writer.Line("public override int GetHashCode() => unchecked(((int)Timer * 31) + Generation);");
            _writer.Line();
            _writer.Doc("<inheritdoc/>");
            _writer.Line("public override string ToString() => Timer.ToString() + \"#\" + Generation.ToString(global::System.Globalization.CultureInfo.InvariantCulture);");
            Operators.Write(_writer, token);
        }
    }

    private void Peers()
    {
        _writer.Line();
        _writer.Doc($"<summary>The roles that {Documentation.Code(Name)} receives from and sends to.</summary>");
        _writer.Line(ProtocolEmitter.GeneratedCode);
        using (_writer.Block($"{_shape.Accessibility} enum {CSharpText.Identifier(Name + "Peer")}"))
        {
            foreach (var peer in _shape.Peers)
            {
                _writer.Doc($"<summary>{Documentation.Code(peer.Key)}</summary>");
                _writer.Line($"{CSharpText.Identifier(peer.Value)},");
            }
        }
    }
}
