using System.Text;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Formatting;

/// <summary>Writes a scenario as a table has it. What is read back is the same scenario.</summary>
internal static class ScenarioPrinter
{
    public static string Print(Scenario scenario)
    {
        var text = new StringBuilder("scenario \"").Append(scenario.Title.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append("\" in ");
        Name(text, scenario.Session).Append('\n');
        foreach (var step in scenario.Steps)
        {
            text.Append(' ', 4);
            Append(text, step);
            text.Append('\n');
        }

        return text.ToString();
    }

    public static string Print(ScenarioStep step)
    {
        var text = new StringBuilder();
        Append(text, step);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ScenarioStep step)
    {
        switch (step)
        {
            case StatesStep states:
                text.Append(states.IsExpectation ? "expect " : "from ");
                for (var i = 0; i < states.States.Count; i++)
                {
                    Name(Name(text.Append(i == 0 ? "" : ", "), states.States[i].Role).Append(' '), states.States[i].State);
                }

                break;
            case DeliveryStep delivery:
                Name(Name(text.Append(delivery.IsDropped ? "drop " : ""), delivery.From).Append(" -> "), delivery.To).Append(' ');
                Arguments(Name(text, delivery.Message), delivery.Arguments);
                break;
            case EventStep @event:
                Name(text, @event.Role).Append(@event.Kind switch
                {
                    EventKind.Receive => " ?",
                    EventKind.After => " after ",
                    EventKind.Timeout => " timeout ",
                    _ => " ",
                });
                Arguments(Name(text, @event.Subject), @event.Arguments);
                text.Append(@event.Guard is null ? "" : $" [{@event.Guard}]");
                break;
        }
    }

    private static void Arguments(StringBuilder text, EquatableArray<string> arguments) =>
        text.Append(arguments.IsEmpty ? "" : $"({string.Join(", ", arguments)})");

    private static StringBuilder Name(StringBuilder text, string name) => text.Append(Keywords.IsReserved(name) ? "@" : "").Append(name);
}
