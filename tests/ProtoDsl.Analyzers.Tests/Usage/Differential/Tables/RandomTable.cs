using System.Globalization;
using System.Text;
using ProtoDsl.Language;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

/// <summary>A small table made by chance: calls, a few messages, tags, guards, effects before and after the change of state.</summary>
internal sealed class RandomTable
{
    private readonly Random _random;
    private readonly int _states;
    private readonly int _calls;
    private readonly StringBuilder _text = new();

    private RandomTable(Random random)
    {
        _random = random;
        _states = 3 + random.Next(3);
        _calls = 3 + random.Next(3);
    }

    /// <summary>A sound one: the text and what it means.</summary>
    public static (string Text, Protocol Protocol) Make(Random random, string name, bool isAsync)
    {
        while (true)
        {
            var text = new RandomTable(random).Write(name, isAsync);
            var file = TransitionFile.Read(text, name);
            if (file.IsSound)
            {
                return (text, file.Protocol);
            }
        }
    }

    private string Write(string name, bool isAsync)
    {
        var isCalm = Chance(40); // no user code at all: nothing throws
        var isDisposable = Chance(40);
        Line($"protocol {name}\nnamespace Acme.{name}\n\ntag Color = Red | Green\nmessage Ping, Paint(Color color)");
        Line($"call {string.Join(", ", Enumerable.Range(0, _calls).Select(call => $"C{call}{(call == 2 ? "(Color color)" : "")}"))}{(isDisposable ? ", Dispose" : "")}\n");
        Line($"{(isAsync ? "async " : "")}machine Box\n");
        for (var state = 0; state < _states; state++)
        {
            Line($"{(state == 0 ? "initial " : "")}state S{state}");
            if (!isCalm && Chance(15))
            {
                Line("    entry entered");
            }

            foreach (var @event in Enumerable.Range(0, _calls).Select(call => $"C{call}").Concat(["?Ping", "?Paint"]).Where(_ => Chance(50)))
            {
                Rows(@event, isCalm);
            }

            if (isDisposable)
            {
                Line(state == _states - 1 ? "    ignore Dispose" : $"    Dispose -> S{_states - 1}");
            }
        }

        return _text.ToString();
    }

    private void Rows(string @event, bool isCalm)
    {
        var hasTag = @event is "C2" or "?Paint";
        if (hasTag && Chance(60))
        {
            Line($"    {@event}(Red) -> {State()}");
            if (Chance(50))
            {
                Line($"    {@event}(Green){(isCalm ? "" : " / effect")} -> {State()}");
            }

            return;
        }

        switch (_random.Next(isCalm ? 6 : 12))
        {
            case 0:
                Line($"    ignore {@event}");
                break;
            case 1:
                Line($"    forbid {@event} \"not here\"");
                break;
            case < 6:
                Line($"    {@event} -> {State()}");
                break;
            case < 8:
                Line($"    {@event} / effect -> {State()}");
                break;
            case 8:
                Line($"    {@event} / effect");
                break;
            default:
                Line($"    {@event} [guard]{(Chance(30) ? " / effect" : "")} -> {State()}");
                if (Chance(50))
                {
                    Line($"    {@event} [else] -> {State()}");
                }

                break;
        }
    }

    private string State() => $"S{_random.Next(_states)}";

    private bool Chance(int percent) => _random.Next(100) < percent;

    private void Line(string line) => _text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
