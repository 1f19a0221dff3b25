using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>The parameters whose values must be told apart: those that a pattern of some row or scenario names, and those that are
/// handed on into such a one. All others stay open, since their values would only multiply letters.</summary>
internal sealed class DistinguishedTags
{
    private readonly HashSet<string> _places = [];

    private DistinguishedTags()
    {
    }

    /// <param name="sources">The roles' machines.</param>
    /// <param name="roles">The roles' names, in the same order.</param>
    /// <param name="scenarios">Those of the session.</param>
    public static DistinguishedTags Of(IReadOnlyList<RoleSource> sources, IReadOnlyList<string> roles, IEnumerable<Scenario> scenarios)
    {
        var tags = new DistinguishedTags();
        var edges = new List<(string From, string To)>();
        for (var role = 0; role < sources.Count; role++)
        {
            foreach (var row in sources[role].Machine.Rows)
            {
                tags.ReadRow(sources[role], role, row, edges);
            }
        }

        foreach (var step in scenarios.SelectMany(scenario => scenario.Steps))
        {
            tags.ReadStep(step, roles);
        }

        tags.Close(edges);
        return tags;
    }

    public bool HasMessage(string message, int parameter) => _places.Contains(PlaceOf(-1, message, parameter));

    public bool HasCall(int role, string call, int parameter) => _places.Contains(PlaceOf(role, call, parameter));

    private void ReadRow(RoleSource source, int role, Row row, List<(string From, string To)> edges)
    {
        foreach (var trigger in row.Triggers)
        {
            if (trigger.Event < 0)
            {
                continue;
            }

            var @event = source.Machine.Events[trigger.Event];
            for (var i = 0; i < trigger.Pattern.Count; i++)
            {
                if (trigger.Pattern[i] >= 0)
                {
                    _places.Add(PlaceOf(source, role, @event, i));
                }
            }

            var parameters = EventParameters.Of(source, @event);
            foreach (var send in row.Effects.OfType<SendStep>())
            {
                for (var i = 0; i < send.Arguments.Count; i++)
                {
                    if (send.Arguments[i] is ParameterArgument argument && parameters.IndexOf(argument.Name) is var from and >= 0)
                    {
                        edges.Add((PlaceOf(source, role, @event, from), PlaceOf(-1, source.Protocol.Messages[send.Message].Name, i)));
                    }
                }
            }
        }
    }

    private void ReadStep(ScenarioStep step, IReadOnlyList<string> roles)
    {
        var (role, name, arguments) = step switch
        {
            DeliveryStep delivery => (-1, delivery.Message, delivery.Arguments),
            EventStep { Kind: EventKind.Call } call => (roles.ToList().IndexOf(call.Role), call.Subject, call.Arguments),
            EventStep @event => (-1, @event.Subject, @event.Arguments),
            _ => (-1, string.Empty, default(EquatableArray<string>)),
        };
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] != EventText.Any)
            {
                _places.Add(PlaceOf(role, name, i));
            }
        }
    }

    // What is handed on into a distinguished parameter must be distinguished where it comes from.
    private void Close(List<(string From, string To)> edges)
    {
        var sources = edges.ToLookup(edge => edge.To, edge => edge.From);
        var open = new Stack<string>(_places);
        while (open.Count > 0)
        {
            foreach (var from in sources[open.Pop()])
            {
                if (_places.Add(from))
                {
                    open.Push(from);
                }
            }
        }
    }

    private static string PlaceOf(RoleSource source, int role, MachineEvent @event, int parameter) => @event.Kind == EventKind.Call
        ? PlaceOf(role, source.Machine.Calls[@event.Subject].Name, parameter)
        : PlaceOf(-1, source.Protocol.Messages[@event.Subject].Name, parameter);

    // A parameter of a message (role -1: messages are one for all), or of a call of one role.
    private static string PlaceOf(int role, string name, int parameter) => $"{role} {name} {parameter}";
}
