using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Scenarios;

/// <summary>Every line that a scenario of a session could have.</summary>
internal static class ScenarioUniverse
{
    public static IReadOnlyList<ScenarioStep> Of(SessionSystem system) =>
        [.. Deliveries(system), .. Events(system), .. Expectations(system)];

    public static IEnumerable<ScenarioStep> Deliveries(SessionSystem system) =>
        from channel in system.Channels
        from letter in system.Letters
        from isDropped in new[] { false, true }
        select new DeliveryStep(isDropped, system.Roles[channel.Sender].Name, system.Roles[channel.Receiver].Name, letter.Message, letter.Arguments.ToEquatableArray());

    public static IEnumerable<ScenarioStep> Events(SessionSystem system) =>
        from role in system.Roles
        from @event in role.Machine.Events
        where @event.Kind != EventKind.Receive
        select new EventStep(role.Name, @event.Kind, @event.Kind == EventKind.Call ? @event.Name : @event.Name[(@event.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..], default, null);

    private static IEnumerable<ScenarioStep> Expectations(SessionSystem system) =>
        from first in system.Roles[0].Machine.States
        from second in system.Roles[1].Machine.States
        select new StatesStep(true, EquatableArray.Create(new RoleState(system.Roles[0].Name, first.Name), new RoleState(system.Roles[1].Name, second.Name)));
}
