using System;
using System.Linq;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The class of a machine: what it is made of, in the order in which it is read.</summary>
internal sealed class MachineEmitter
{
    /// <summary>Asks for what the compiler would not do by itself for a method with a switch or a <c>try</c>.</summary>
    public const string Inlined = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>Keeps what is seldom needed out of short methods.</summary>
    public const string NotInlined = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]";

    private readonly SourceWriter _writer;
    private readonly MachineForm _form;

    public MachineEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
    }

    private MachineShape Shape => _form.Shape;

    private Flavor Flavor => _form.Flavor;

    /// <summary>Writes the class.</summary>
    /// <param name="relation">The relation of the machine as text.</param>
    /// <param name="ownTypes">Writes the types that nest in it.</param>
    public void Write(string relation, Action ownTypes)
    {
        _writer.Line();
        _writer.Summary(Shape.Machine.Documentation, $"The machine {Documentation.Code(Shape.Machine.Name)} of the protocol {Documentation.Code(Shape.Protocol.Name)}.");
        if (_form.IsGeneric)
        {
            _writer.Doc("<typeparam name=\"TActions\">The user's part: calls of a struct's methods are not virtual.</typeparam>");
        }

        Attribute(relation);
        using (_writer.Block($"{Shape.Accessibility} sealed partial class {_form.ClassType}{Bases()}"))
        {
            Fields();
            Constructors();
            State();
            AssumptionEmitter.Write(_writer, _form);
            Api();
            Handlers();
            new StateStepsEmitter(_writer, _form).Write();
            new RefusalEmitter(_writer, _form).Write();
            if (!_form.IsGeneric)
            {
                new TransitionEmitter(_writer, Shape).Write();
                if (Shape.HasSnapshot)
                {
                    new SnapshotTypeEmitter(_writer, Shape).Write();
                }

                ownTypes();
            }
        }
    }

    private void Attribute(string relation)
    {
        var lines = relation.Split('\n').Where(line => line.Length > 0).ToArray();
        using (_writer.Indented("[global::ProtoDsl.Metadata.StateMachine("))
        {
            _writer.Line($"typeof({Shape.StateType}),");

            // A very long chain of "+" is hard on compilers: a large relation is one literal.
            if (lines.Length > 400)
            {
                _writer.Line(CSharpText.Literal(relation) + ")]");
                return;
            }

            for (var i = 0; i < lines.Length; i++)
            {
                _writer.Line($"{(i == 0 ? "" : "+ ")}{CSharpText.Literal(lines[i] + "\n")}{(i == lines.Length - 1 ? ")]" : "")}");
            }
        }
    }

    private string Bases()
    {
        var bases = new System.Collections.Generic.List<string>();
        if (Shape.Dispose is not null)
        {
            bases.Add(Flavor.IsAsync ? "global::System.IAsyncDisposable" : "global::System.IDisposable");
        }

        if (Shape.HasTimers && Flavor.IsSynchronized)
        {
            bases.Add(TimersEmitter.DriverInterface(Shape));
        }

        return (bases.Count == 0 ? "" : " : " + string.Join(", ", bases)) + (_form.IsGeneric ? $" where TActions : struct, {Shape.ActionsType}" : "");
    }

    private void Fields()
    {
        _writer.Line($"private const {Shape.StateType} {_form.Helper("Busy")} = ({Shape.StateType}){(Shape.StateStorage == "byte" ? "0xFF" : "0xFFFF")};");
        _writer.Line($"private const string {_form.Helper("NotListed")} = \"\";");
        foreach (var reason in Shape.Reasons.Constants)
        {
            _writer.Line($"private const string {reason.Value} = {CSharpText.Literal(reason.Key)};");
        }

        TimersEmitter.Dues(_writer, Shape);
        _writer.Line();
        if (Shape.HasActions)
        {
            // A struct in a readonly field would be copied for each call.
            _writer.Line(_form.IsGeneric ? "private TActions _actions;" : $"private readonly {Shape.ActionsType} _actions;");
        }

        _writer.Line($"private {(Flavor.IsSynchronized ? "volatile " : "")}{Shape.StateType} _state;");
        _writer.Line($"private {Shape.StateType} _ready; // the state that events are tried in: Busy while one is running");
        TimersEmitter.Fields(_writer, Shape);
        DeferEmitter.Fields(_writer, _form);
        SynchronizationEmitter.Fields(_writer, Shape);
    }

    private void Constructors()
    {
        var initial = Shape.State(Shape.Machine.InitialState);
        _writer.Line();
        _writer.Doc($"<summary>Makes a machine in its initial state{(Shape.HasTimers ? " and starts that state's timers; runs no entry effects" : "")}.</summary>");
        if (Shape.HasActions)
        {
            _writer.Doc("<param name=\"actions\">What the machine calls.</param>");
        }

        var parameters = Shape.HasActions ? $"{_form.ActionsType} actions" : "";
        using (_writer.Block($"public {Shape.ClassName}({parameters})"))
        {
            Assign(initial);
            foreach (var timer in Shape.Machine.States.Count == 0 ? default : Shape.Machine.States[Shape.Machine.InitialState].AfterTimers)
            {
                _writer.Line($"{_form.Helper("StartTimer")}({Shape.Timer(timer)}, {Shape.Members.Due(timer)});");
            }
        }

        if (Shape.HasSnapshot)
        {
            // The state comes first, so that this is no overload that a user could want.
            _writer.Line();
            using (_writer.Block($"private {Shape.ClassName}({Shape.StateType} state{(parameters.Length == 0 ? "" : ", " + parameters)})"))
            {
                Assign("state");
            }
        }
    }

    private void Assign(string state)
    {
        if (Shape.HasActions)
        {
            _writer.Line(_form.IsGeneric ? "_actions = actions;" : "_actions = actions ?? throw new global::System.ArgumentNullException(nameof(actions));");
        }

        _writer.Line($"_state = _ready = {state};");
    }

    private void State()
    {
        _writer.Line();
        _writer.Doc("<summary>The current state; inside an event, the state that the machine is in so far.</summary>");
        _writer.Line("[global::ProtoDsl.Metadata.MachineMember(global::ProtoDsl.Metadata.MachineMemberKind.State)]");
        _writer.Line($"public {Shape.StateType} State => _state;");
        if (_form.IsGeneric)
        {
            _writer.Line();
            _writer.Doc("<summary>The user's part, where it lies in this machine.</summary>");
            _writer.Line("public ref TActions Actions => ref _actions;");
        }
    }

    private void Api()
    {
        var api = new EventApiEmitter(_writer, _form);
        foreach (var @event in Shape.Events.Where(@event => @event.Timer is null).OrderBy(@event => @event.Event.Kind))
        {
            api.Write(@event);
        }

        if (Shape.HasTimers)
        {
            new TimersEmitter(_writer, _form).Api();
        }

        if (Shape.HasSnapshot)
        {
            new SnapshotEmitter(_writer, _form).Write();
        }

        _writer.Line();
        _writer.Doc("<summary>Implement it to see every row that is taken; it costs nothing where it is not implemented.</summary>");
        _writer.Doc("<param name=\"transition\">The row.</param>");
        _writer.Line($"partial void OnTransition(in {_form.Nested("Transition")} transition);");
    }

    private void Handlers()
    {
        var handlers = new HandlerEmitter(_writer, _form);
        foreach (var @event in Shape.Events)
        {
            handlers.Write(@event);
        }

        if (Shape.HasDeferred)
        {
            new DeferEmitter(_writer, _form).Write();
        }

        if (Shape.HasTimers)
        {
            new TimersEmitter(_writer, _form).Helpers();
        }

        SynchronizationEmitter.Enter(_writer, _form);
    }
}
