using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Pictures.Page;

/// <summary>A compiled system as the page steps through it: automata whose moves are numbers, with the words that the page shows.</summary>
internal static class PageSystem
{
    /// <param name="json">Where to.</param>
    /// <param name="system">The system.</param>
    /// <param name="machines">The machine of each role: index in the page.</param>
    /// <param name="isAlone">True for a machine without a peer.</param>
    /// <param name="calls">For each role, the calls that its user may make; null for all.</param>
    /// <param name="nevers">The reasons of what must never hold, by index in the session.</param>
    public static void Write(
        JsonWriter json, SessionSystem system, IReadOnlyList<int> machines, bool isAlone, IReadOnlyList<IReadOnlyList<string>?> calls, IReadOnlyList<string?> nevers)
    {
        var kind = isAlone ? "alone" : system.Kind switch { ChannelKind.Fifo => "fifo", ChannelKind.Bag => "bag", _ => "rendezvous" };
        json.Open('{').Name("name").Value(system.Name).Name("kind").Value(kind).Name("lossy").Value(system.IsLossy).Name("capacity").Value(system.Capacity);
        json.Name("channels").Open('[');
        foreach (var channel in system.Channels)
        {
            json.Values([channel.Sender, channel.Receiver]);
        }

        json.Close(']').Name("letters").Values(system.Letters.Select(letter => letter.Text)).Name("nevers").Open('[');
        foreach (var never in system.Forbidden)
        {
            json.Open('{').Name("reason").Value(never.Index < nevers.Count ? nevers[never.Index] : null).Name("states").Open('[');
            foreach (var (role, state) in never.States)
            {
                json.Values([role, state]);
            }

            json.Close(']').Close('}');
        }

        json.Close(']').Name("roles").Open('[');
        for (var role = 0; role < system.Roles.Count; role++)
        {
            Write(json, system.Roles[role], machines[role], calls[role]);
        }

        json.Close(']').Close('}');
    }

    private static void Write(JsonWriter json, RoleAutomaton role, int machine, IReadOnlyList<string>? calls)
    {
        json.Open('{').Name("name").Value(role.Name).Name("machine").Value(machine).Name("start").Value(role.Start).Name("calls");
        _ = calls is null ? json.Value(null) : json.Values(calls);
        json.Name("locals").Open('[');
        var events = new EventIndex(role.Machine);
        foreach (var local in role.States)
        {
            json.Open('{').Name("state").Value(local.TableState).Name("armed").Values(local.ArmedTimers).Name("ended").Value(local.HasEnded);
            json.Name("final").Value(local.IsFinal).Name("between").Value(local.IsBetween).Name("live").Value(local.HasLiveTimer).Name("moves").Open('[');
            foreach (var move in local.Moves)
            {
                Write(json, move, events);
            }

            json.Close(']').Name("listening").Open('[');
            foreach (var listening in local.Listening)
            {
                json.Open('{').Name("listens").Value(listening.IsListening).Name("taken").Values(listening.Taken).Name("deferred").Values(listening.Deferred).Close('}');
            }

            json.Close(']').Close('}');
        }

        json.Close(']').Close('}');
    }

    private static void Write(JsonWriter json, Move move, EventIndex events)
    {
        var kind = move.Kind switch
        {
            MoveKind.Call => "call", MoveKind.Receive => "receive", MoveKind.Timer => "timer", MoveKind.DrainedTimer => "drained", _ => "continue",
        };
        json.Open('{').Name("kind").Value(kind).Name("event").Value(events.Of(move)).Name("text").Value(move.Event).Name("guard").Value(move.Guard);
        json.Name("channel").Value(move.Channel).Name("letter").Value(move.Letter).Name("row").Value(move.Row).Name("target").Value(move.Target).Name("sends").Open('[');
        foreach (var send in move.Sends)
        {
            json.Values([send.Channel, send.Letter]);
        }

        json.Close(']').Close('}');
    }
}
