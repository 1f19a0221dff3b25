using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Export;

/// <summary>Writes one role as a process.</summary>
internal sealed class PromelaProcess(
    ExportedSystem model, PromelaTracking tracking, IReadOnlyDictionary<int, PromelaChannel> channels, int index, Action<string> line)
{
    private readonly RoleAutomaton _role = model.System.Roles[index];

    public void Write()
    {
        line($"active proctype {model.Roles[index]}()");
        line("{");
        if (index == 0)
        {
            foreach (var assertion in tracking.AssertionsAtStart())
            {
                line($"  {assertion};");
            }
        }

        // A process begins at its first statement, so the state it starts in comes first.
        foreach (var state in Enumerable.Range(0, _role.States.Count).OrderBy(state => state == _role.Start ? 0 : 1))
        {
            WriteState(state);
        }

        line("}");
    }

    private void WriteState(int state)
    {
        line($"{Label(state)}:");
        var options = ExportedSystem.MovesOf(_role, state)
            .SelectMany(move => Options(state, move).Select(option => (option, Comment: ExportedSystem.Describe(_role, move))))
            .ToArray();
        var unlisted = UnlistedOptions(state).ToArray();
        if (options.Length == 0 && unlisted.Length == 0)
        {
            line("  false;");
            return;
        }

        line("  if");
        foreach (var (option, comment) in options)
        {
            line($"  :: {option}  /* {comment.Replace("*/", "* /")} */");
        }

        if (options.Length == 0)
        {
            line("  :: false");
        }

        if (unlisted.Length > 0)
        {
            line("#if RECEPTION");
            foreach (var option in unlisted)
            {
                line($"  :: {option}");
            }

            line("#endif");
        }

        line("  fi;");
    }

    private IEnumerable<string> Options(int state, Move move)
    {
        if (model.IsRendezvous)
        {
            return [RendezvousOption(move)];
        }

        if (model.System.IsLossy && move.Sends.Count > 0)
        {
            // All lost and nothing else done is no step: then one message at least arrives, the first of them at one place.
            return move.Channel < 0 && move.Target == state
                ? Enumerable.Range(0, move.Sends.Count).Select(kept => Atomic(
                    Timing(move).Append(Room(move.Sends[kept])),
                    [channels[move.Sends[kept].Channel].Send(Letter(move.Sends[kept])), .. move.Sends.Skip(kept + 1).Select(MaybeSend)],
                    move))
                : Receptions(state, move).Select(reception => Atomic(
                    [.. Timing(move), .. reception.Guard], [.. reception.Take, .. move.Sends.Select(MaybeSend)], move));
        }

        var room = move.Sends.GroupBy(send => send.Channel).Select(group => channels[group.Key].Room(group.Count())).ToArray();
        return Receptions(state, move).Select(reception => Atomic(
            [.. Timing(move), .. reception.Guard, .. room],
            [.. reception.Take, .. move.Sends.Select(send => channels[send.Channel].Send(Letter(send)))],
            move));
    }

    private IEnumerable<(string[] Guard, string[] Take)> Receptions(int state, Move move) => move.Channel < 0
        ? [([], [])]
        : channels[move.Channel].Receptions(model.Letters[move.Letter], DeferredIn(_role.States[state], move.Channel))
            .Select(reception => (new[] { reception.Guard }, new[] { reception.Take }));

    private string Atomic(IEnumerable<string> guards, IEnumerable<string> steps, Move move)
    {
        var guard = string.Join(" && ", guards);
        return $"atomic {{ {(guard.Length == 0 ? "true" : guard)} -> {string.Join("; ", steps.Concat(Arrival(move)))} }}";
    }

    private string RendezvousOption(Move move)
    {
        var handshake = move.Channel >= 0 ? $"{model.Channels[move.Channel]}?{model.Letters[move.Letter]}{Received(move.Channel)}"
            : move.Sends.Count == 1 ? $"{model.Channels[move.Sends[0].Channel]}!{Letter(move.Sends[0])}{(tracking.IsTracked(index) ? "," + Number(move.Target) : "")}"
            : string.Join(" && ", Timing(move).DefaultIfEmpty("true"));

        // A sender's new place travels with its message: after a handshake the receiver goes on, and the sender has no step left.
        var arrival = move.Sends.Count == 1 ? [$"goto {Label(move.Target)}"] : Arrival(move);
        return $"atomic {{ {handshake} -> {string.Join("; ", arrival)} }}";
    }

    private string Received(int channel)
    {
        var sender = model.System.Channels[channel].Sender;
        return tracking.IsTracked(sender) ? "," + tracking.Variable(sender) : "";
    }

    private IEnumerable<string> Timing(Move move)
    {
        if (move.Kind != MoveKind.DrainedTimer)
        {
            return [];
        }

        var nobody = tracking.NobodyElseLive(index);
        return [.. channels.OrderBy(each => each.Key).Select(each => each.Value.IsEmpty), .. nobody.Length == 0 ? Array.Empty<string>() : [nobody]];
    }

    private IEnumerable<string> Arrival(Move move) =>
    [
        .. tracking.IsTracked(index) ? [$"{tracking.Variable(index)} = {Number(move.Target)}"] : Array.Empty<string>(),
        .. tracking.AssertionsAt(index, move.Target)
            .Concat(model.IsRendezvous && move.Channel >= 0 ? tracking.AssertionsAbout(model.System.Channels[move.Channel].Sender) : [])
            .Distinct(),
        $"goto {Label(move.Target)}",
    ];

    private IEnumerable<string> UnlistedOptions(int state)
    {
        var local = _role.States[state];
        foreach (var channel in model.UsedChannels.Where(channel => model.System.Channels[channel].Receiver == index))
        {
            foreach (var letter in model.Unlisted(local, channel).Select(letter => model.Letters[letter]))
            {
                var comment = $"  /* no row in {_role.Machine.States[local.TableState].Name} for {letter} */";
                foreach (var guard in model.IsRendezvous
                    ? [$"{model.Channels[channel]}?{letter}{Received(channel)}"]
                    : channels[channel].Receptions(letter, DeferredIn(local, channel)).Select(reception => reception.Guard))
                {
                    yield return $"atomic {{ {guard} -> assert(false); goto {Label(state)} }}{comment}";
                }
            }
        }
    }

    private IReadOnlyList<string> DeferredIn(LocalState state, int channel) =>
        state.Listening[channel].Deferred.Select(letter => model.Letters[letter]).ToArray();

    private string Room(Send send) => channels[send.Channel].Room(1);

    private string MaybeSend(Send send) =>
        $"if :: {Room(send)} -> {channels[send.Channel].Send(Letter(send))} :: true fi";

    private string Letter(Send send) => model.Letters[send.Letter];

    /// <summary>A process may stop at a label that begins with <c>end</c>.</summary>
    private string Label(int state) => (_role.States[state].IsFinal ? "end_" : "s_") + model.States[index][state];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
