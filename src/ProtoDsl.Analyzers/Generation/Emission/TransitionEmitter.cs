using System;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What the observer is handed.</summary>
internal sealed class TransitionEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineShape _shape;

    public TransitionEmitter(SourceWriter writer, MachineShape shape)
    {
        _writer = writer;
        _shape = shape;
    }

    /// <summary>Writes the nested struct.</summary>
    public void Write()
    {
        _writer.Line();
        _writer.Doc("<summary>A row that was taken.</summary>");
        using (_writer.Block("public readonly struct Transition : global::ProtoDsl.ITransition"))
        {
            _writer.Line("private readonly string? _event;");
            _writer.Line("private readonly string? _eventText;");
            _writer.Line();
            using (_writer.Block($"internal Transition({_shape.StateType} from, {_shape.StateType} to, string @event, string? eventText = null, bool isInternal = false)"))
            {
                _writer.Lines("From = from;", "To = to;", "_event = @event;", "_eventText = eventText;", "IsInternal = isInternal;");
            }

            Property("The state left.", _shape.StateType, "From");
            Property("The state entered; for an internal row, the one that the machine is in.", _shape.StateType, "To");
            Property("True for a row without an arrow: no state was left or entered.", "bool", "IsInternal");
            _writer.Line();
            _writer.Doc("<summary>The event as the table writes it, with the tags that the row names.</summary>");
            _writer.Line("public string Event => _event ?? \"\";");
            _writer.Line();
            _writer.Line("string global::ProtoDsl.ITransition.EventText => _eventText ?? Event;");
            _writer.Line();
            _writer.Line("string global::ProtoDsl.ITransition.SourceText => NameOf(From);");
            _writer.Line();
            _writer.Line("string global::ProtoDsl.ITransition.TargetText => NameOf(To);");
            _writer.Line();
            _writer.Doc("<summary>The row in the words of the table.</summary>");
            _writer.Doc("<returns>State, event, state.</returns>");
            _writer.Line("public override string ToString() => NameOf(From) + \" \" + Event + (IsInternal ? \"\" : \" -> \" + NameOf(To));");
            _writer.Line();
            NameOf();
        }
    }

    private void Property(string summary, string type, string name)
    {
        _writer.Line();
        _writer.Doc($"<summary>{summary}</summary>");
        _writer.Line($"public {type} {name} {{ get; }}");
    }

    private void NameOf()
    {
        using (_writer.Block($"private static string NameOf({_shape.StateType} state)"))
        using (_writer.Block("switch (state)"))
        {
            for (var state = 0; state < _shape.Machine.States.Count; state++)
            {
                using (_writer.Indented($"case {_shape.State(state)}:"))
                {
                    _writer.Line($"return {CSharpText.Literal(_shape.Machine.States[state].Name)};");
                }
            }

            using (_writer.Indented("default:"))
            {
                _writer.Line("return state.ToString();");
            }
        }
    }
}
