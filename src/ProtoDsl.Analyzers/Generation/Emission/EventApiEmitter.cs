using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What the user calls: for each call and message the method that raises it, the one that tries, and the test.</summary>
internal sealed class EventApiEmitter
{
    private readonly SourceWriter _writer;
    private readonly MachineForm _form;
    private readonly EventBodyEmitter _body;
    private readonly HandlerEmitter _handlers;
    private readonly LegalityEmitter _legality;

    public EventApiEmitter(SourceWriter writer, MachineForm form)
    {
        _writer = writer;
        _form = form;
        _body = new EventBodyEmitter(writer, form);
        _handlers = new HandlerEmitter(writer, form);
        _legality = new LegalityEmitter(writer, form);
    }

    private MachineShape Shape => _form.Shape;

    /// <summary>Writes every public member of a call or message.</summary>
    public void Write(EventShape @event)
    {
        if (MachineShape.IsDispose(@event))
        {
            Dispose(@event);
            return;
        }

        Raise(@event);
        Try(@event);
        if (@event.Call is not null)
        {
            _legality.Can(@event);
        }
    }

    private void Raise(EventShape @event)
    {
        _writer.Line();
        EventDocumentation.Write(_writer, Shape, @event);
        Attribute("Raise", @event);
        if (@event.IsShort && !_form.Flavor.IsAsync)
        {
            _writer.Line(MachineEmitter.Inlined);
        }

        using (_writer.Block($"public {_form.Flavor.Method(Shape.StateType)} {Name(@event.MethodName)}({Parameters(@event)})"))
        {
            _body.Write(@event, @event.DisplayName, @event.TokenLocal, () =>
            {
                if (@event.IsDirect)
                {
                    _handlers.WriteDirect(@event);
                    _writer.Line();
                    Throw(@event, $"{@event.HandlerCall(Shape)} ?? {_form.Helper("NotListed")}");
                    return;
                }

                Refuse(@event, _body.Handle(@event));
                _writer.Line("return _state;");
            });
        }
    }

    private void Try(EventShape @event)
    {
        var name = "Try" + @event.MethodName;
        _writer.Line();
        _writer.Doc($"<summary>Does what {Documentation.Code(@event.MethodName)} does where the table allows it.</summary>");
        _writer.Doc("<returns>False where no row fits: nothing has happened.</returns>");
        _writer.Doc($"<exception cref=\"global::ProtoDsl.OverlappingEventException\">Another event is still running.</exception>");
        Attribute("Try", @event);
        using (_writer.Block($"public {_form.Flavor.Method("bool")} {Name(name)}({Parameters(@event)})"))
        {
            _body.Write(@event, @event.DisplayName, @event.TokenLocal, () =>
            {
                var refused = _body.Handle(@event);
                _writer.Line($"return {refused} == null;");
            });
        }
    }

    /// <summary>The one call that answers nothing, so that <c>using</c> can make it.</summary>
    private void Dispose(EventShape @event)
    {
        var flavor = _form.Flavor;
        _writer.Line();
        EventDocumentation.Write(_writer, Shape, @event);
        Attribute("Raise", @event);
        using (_writer.Block($"public {flavor.Method("void")} Dispose{flavor.Suffix}()"))
        {
            if (flavor.IsAsync)
            {
                _writer.Line($"{Flavor.CancellationTokenType} {@event.TokenLocal} = default;");
            }

            _body.Write(@event, @event.DisplayName, @event.TokenLocal, () => Refuse(@event, _body.Handle(@event)));
        }
    }

    private void Refuse(EventShape @event, string refused)
    {
        using (_writer.Block($"if ({refused} != null)"))
        {
            Throw(@event, refused);
        }

        _writer.Line();
    }

    private void Throw(EventShape @event, string reason)
    {
        var helper = _form.Use(@event.Call is not null ? "Illegal" : "Unexpected");
        _writer.Line($"throw {helper}({CSharpText.Literal(@event.DisplayName)}, {reason});");
    }

    private void Attribute(string kind, EventShape @event) =>
        _writer.Line($"[global::ProtoDsl.Metadata.MachineMember(global::ProtoDsl.Metadata.MachineMemberKind.{kind}, {CSharpText.Number(@event.Index)})]");

    private string Parameters(EventShape @event) =>
        _form.Flavor.WithToken(@event.ParameterList, $"{Flavor.CancellationTokenType} {@event.TokenLocal} = default");

    private static string Name(string name) => CSharpText.Identifier(name);
}
