using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Matrix;
using ProtoDsl.Pictures.Svg;

namespace ProtoDsl.Pictures.Page;

/// <summary>What the page knows of a machine: its picture, its rows and its cells, in words.</summary>
/// <param name="Protocol">What its table means.</param>
/// <param name="Machine">The machine.</param>
internal sealed record PageMachine(Protocol Protocol, Machine Machine)
{
    public void Write(JsonWriter json, GraphOptions options)
    {
        var words = new RowWords(Protocol, Machine);
        json.Open('{').Name("name").Value(Machine.Name).Name("svg").Value(Picture(options)).Name("states").Open('[');
        foreach (var state in Machine.States)
        {
            json.Open('{').Name("name").Value(state.Name).Name("title").Value(state.Label ?? state.Name).Name("final").Value(state.IsFinal);
            json.Name("timers").Values(state.AfterTimers.Select(words.Timer)).Name("about").Value(state.Documentation).Close('}');
        }

        json.Close(']').Name("initial").Value(Machine.InitialState).Name("timers").Values(Enumerable.Range(0, Machine.Timers.Count).Select(words.Timer));
        json.Name("events").Open('[');
        foreach (var @event in Machine.Events)
        {
            json.Open('{').Name("name").Value(@event.Name).Name("kind").Value(KindOf(@event.Kind)).Close('}');
        }

        json.Close(']').Name("rows").Values(Machine.Rows.Select(row => row.Text)).Name("cells").Open('[');
        foreach (var row in StateEventMatrix.Of(Protocol, Machine).Rows)
        {
            json.Open('[');
            foreach (var cell in row)
            {
                Write(json, cell);
            }

            json.Close(']');
        }

        json.Close(']').Close('}');
    }

    private static string KindOf(EventKind kind) => kind switch
    {
        EventKind.Call => "call",
        EventKind.Receive => "receive",
        _ => "timer",
    };

    private static void Write(JsonWriter json, MatrixCell cell)
    {
        json.Open('{').Name("text").Value(MatrixWords.Of(cell, withEffects: false)).Name("full").Value(MatrixWords.Of(cell, withEffects: true));
        var kind = cell.IsHole ? "hole" : cell.Entries.All(entry => entry.Kind == RowKind.Forbid) ? "forbid" : cell.Entries.All(entry => entry.Kind == RowKind.Ignore) ? "ignore" : "row";
        json.Name("kind").Value(kind).Name("defers").Value(cell.Entries.Any(entry => entry.Kind == RowKind.Defer));
        json.Name("reason").Value(cell.Entries.Where(entry => entry.Kind == RowKind.Forbid).Select(entry => entry.Reason).FirstOrDefault(reason => reason is not null)).Close('}');
    }

    // Null where it is too large: the page then does without.
    private string? Picture(GraphOptions options)
    {
        try
        {
            return SvgPicture.ForPage(GraphBuilder.Build(Protocol, Machine, options));
        }
        catch (PictureTooLargeException)
        {
            return null;
        }
    }
}
