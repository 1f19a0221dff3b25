using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Export;

/// <summary>Writes the file: what it says and does not say, the channels, one process a role.</summary>
internal sealed class PromelaExport(ExportedSystem model)
{
    private const int MostNamedLetters = 250; // SPIN's mtype has 255

    private readonly StringBuilder _text = new();

    public string Write()
    {
        Header();
        Constants();
        var isNamed = model.Letters.Count <= MostNamedLetters;
        var letterType = isNamed ? "mtype" : "short";
        if (isNamed && model.Letters.Count > 0)
        {
            Line($"mtype = {{ {string.Join(", ", model.Letters)} }};");
        }
        else
        {
            for (var letter = 0; letter < model.Letters.Count; letter++)
            {
                Line($"#define {model.Letters[letter]} {Number(letter + 1)}");
            }
        }

        var tracking = new PromelaTracking(model);
        var channels = Channels(letterType, tracking);
        foreach (var role in Enumerable.Range(0, model.Roles.Count).Where(tracking.IsTracked))
        {
            Line(tracking.Declaration(role));
        }

        for (var role = 0; role < model.Roles.Count; role++)
        {
            Line();
            new PromelaProcess(model, tracking, channels, role, Line).Write();
        }

        return _text.ToString();
    }

    private void Header()
    {
        var system = model.System;
        Line($"/* Session {model.Title}: one process a role, one label a local state, one option a row.");
        Line($"   spin -run -safety -q FILE finds, at capacity K: nothing can happen (\"invalid end state\"; with -q also a message that nobody reads)"
            + (model.IsBag ? "." : ","));
        if (!model.IsBag)
        {
            Line($"   a message that arrives where its receiver listens and no row lists it (\"assertion violated\"; -DRECEPTION=0 leaves that out).");
        }

        if (system.Forbidden.Count > 0)
        {
            Line("   A 'never' row is an assertion over where the roles are.");
        }

        Line("   Not said here, since Promela's claims speak of one run: no way to finish (from some configuration no end can be reached any more).");
        Line("   Not said here: whether a larger capacity cures what is found. Steps that change nothing are left out: they would hide that nothing can happen.");
        if (model.IsBag)
        {
            Line("   Channels deliver in any order and are kept sorted; a message that no row lists shows as an invalid end state.");
        }

        if (model.HasDefers && !model.IsBag && !model.IsRendezvous)
        {
            Line("   Channels with deferred messages are arrays: K cannot be changed, and -q does not see what remains in them.");
        }

        if (model.IsRendezvous)
        {
            Line("   A message that leaves both sides as they are counts as a step here, and hides that nothing else can happen.");
        }

        if (model.IsRendezvous && model.System.Roles.SelectMany(role => role.States).SelectMany(state => state.Moves)
            .Any(move => move.Kind == MoveKind.DrainedTimer && move.Sends.Count > 0))
        {
            Line("   A drained timer whose row sends over rendezvous fires here even while another role has a timer that runs.");
        }

        Line("*/");
    }

    private void Constants()
    {
        if (!model.IsRendezvous)
        {
            Guarded("K", model.System.Capacity, isFixed: model.HasDefers && !model.IsBag, "messages that a channel holds");
        }

        if (!model.IsBag)
        {
            Guarded("RECEPTION", 1, isFixed: false, "look for messages that no row lists");
        }
    }

    private void Guarded(string name, int value, bool isFixed, string meaning)
    {
        if (!isFixed)
        {
            Line($"#ifndef {name}");
        }

        Line($"#define {name} {Number(value)} /* {meaning} */");
        if (!isFixed)
        {
            Line("#endif");
        }
    }

    private IReadOnlyDictionary<int, PromelaChannel> Channels(string letterType, PromelaTracking tracking)
    {
        var channels = new Dictionary<int, PromelaChannel>();
        foreach (var channel in model.UsedChannels)
        {
            var name = model.Channels[channel];
            if (model.IsRendezvous)
            {
                Line($"chan {name} = [0] of {{ {letterType}{(tracking.IsTracked(model.System.Channels[channel].Sender) ? ", short" : "")} }};");
                continue;
            }

            var form = model.IsBag ? new PromelaBag(name, letterType)
                : model.IsDeferred(channel) ? new PromelaArray(name, letterType, model.System.Capacity)
                : (PromelaChannel)new PromelaFifo(name, letterType);
            channels.Add(channel, form);
            Line(form.Declaration);
        }

        return channels;
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
