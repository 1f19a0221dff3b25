using System.Text;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Systems;

/// <summary>A system as text, for people to review.</summary>
internal static class SystemText
{
    public static string Of(SessionSystem system)
    {
        var text = new StringBuilder();
        text.AppendLine($"{system.Name} over {(system.IsLossy ? "lossy " : "")}{system.Kind}({system.Capacity}): {string.Join(", ", system.Letters.Select(letter => letter.Text))}");
        foreach (var role in system.Roles)
        {
            text.AppendLine().AppendLine($"{role.Name} : {role.Machine.Name}");
            for (var i = 0; i < role.States.Count; i++)
            {
                Append(text, system, role, i);
            }
        }

        return text.ToString();
    }

    /// <summary><c>2 S1 +T ended final</c>.</summary>
    public static string NameOf(RoleAutomaton role, int index)
    {
        var state = role.States[index];
        var armed = state.ArmedTimers.Select(timer => " +" + role.Machine.Timers[timer].Name);
        return $"{index} {role.Machine.States[state.TableState].Name}{string.Concat(armed)}{(state.HasEnded ? " ended" : "")}{(state.IsFinal ? " final" : "")}"
            + $"{(state.IsBetween ? " between" : "")}{(state.HasLiveTimer ? " live" : "")}";
    }

    private static void Append(StringBuilder text, SessionSystem system, RoleAutomaton role, int index)
    {
        var state = role.States[index];
        text.AppendLine($"  {NameOf(role, index)}");
        foreach (var move in state.Moves)
        {
            var guard = move.Guard is null ? "" : $" [{move.Guard}]";
            var from = move.Channel < 0 || system.Roles.Count == 2 ? "" : " from " + system.Roles[system.Channels[move.Channel].Sender].Name;
            var sends = move.Sends.Select(send => $" !{system.Letters[send.Letter].Text}"
                + (system.Roles.Count == 2 ? "" : " to " + system.Roles[system.Channels[send.Channel].Receiver].Name));
            text.AppendLine($"    {move.Kind} {move.Event}{from}{guard} /{string.Concat(sends)} -> {move.Target} (row {move.Row})");
        }

        for (var channel = 0; channel < state.Listening.Count; channel++)
        {
            var (isListening, taken, deferred) = state.Listening[channel];
            if (isListening)
            {
                text.AppendLine($"    hears {system.Roles[system.Channels[channel].Sender].Name}: takes {Names(taken)}; defers {Names(deferred)}");
            }
        }

        string Names(IEnumerable<int> letters) => string.Join(" ", letters.Select(letter => system.Letters[letter].Text));
    }
}
