using System.Globalization;
using System.Text;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

/// <summary>For each event of a machine a method that raises it by way of the recorder. It is compiled with the machine, once: as lambdas at every site of
/// every program they would cost more than all executions together.</summary>
internal static class LiveSource
{
    /// <summary>The class of the methods of a machine, fully qualified.</summary>
    public static string Class(MachineShape shape) => shape.Type + "Live";

    /// <summary>The method of an event: of a site and a machine.</summary>
    public static string Method(int @event) => "E" + @event.ToString(CultureInfo.InvariantCulture);

    /// <summary>The classes of all machines.</summary>
    public static string Write(IEnumerable<MachineShape> shapes)
    {
        var text = new StringBuilder("#nullable enable\n");
        foreach (var shape in shapes)
        {
            var type = shape.Type["global::".Length..];
            var dot = type.LastIndexOf('.');
            text.Append(dot < 0 ? "" : $"namespace {type[..dot]} {{\n").Append($"internal static class {type[(dot + 1)..]}Live {{\n");
            for (var index = 0; index < shape.Events.Length; index++)
            {
                Append(text, shape, index);
            }

            text.Append(dot < 0 ? "}\n" : "}\n}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MachineShape shape, int index)
    {
        var @event = shape.Events[index];
        var result = shape.IsAsync
            ? $"System.Threading.Tasks.ValueTask{(@event.IsVoid ? "" : $"<{shape.StateType}>")}"
            : @event.IsVoid ? "void" : shape.StateType;
        var raise = @event.IsVoid && !shape.IsAsync ? $"{{ m.{@event.Call}; }}" : $"m.{@event.Call}";
        text.Append($"public static {result} {Method(index)}(int site, {shape.Type} machine) => ")
            .Append($"ProtoDsl.Analyzers.Tests.Usage.Differential.Execution.R.Raise{(shape.IsAsync ? "Async" : "")}")
            .Append($"(site, machine, {(@event.Can is null ? "null" : $"static m => m.{@event.Can}")}, static m => {raise});\n");
    }
}
