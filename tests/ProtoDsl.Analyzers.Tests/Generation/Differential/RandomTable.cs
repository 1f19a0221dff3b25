using System.Globalization;
using System.Text;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>Tables made by chance, with everything that a row can be. Not every one is sound: the reader of the table decides.</summary>
internal sealed class RandomTable
{
    private static readonly string[] s_flavors = ["", "async ", "synchronized ", "generic ", "async synchronized ", "synchronized generic ", "async generic ", "async synchronized generic "];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly int _states;
    private readonly int _messages;
    private readonly int _calls;
    private readonly bool _isCalm;

    public RandomTable(int seed)
    {
        _random = new Random(seed);
        _states = _random.Next(2, 6);
        _messages = _random.Next(1, 5);
        _calls = _random.Next(1, 4);
        _isCalm = Chance(20); // no user code at all: the events that need no more than a switch
        Flavor = s_flavors[seed % s_flavors.Length];
    }

    public string Flavor { get; }

    /// <summary>The text of the table, in a namespace of its own.</summary>
    public string Write(string @namespace)
    {
        _text.Append("protocol P version 3\nnamespace ").Append(@namespace).Append("\n\ntag Color = Red | Green | Blue\n");
        for (var i = 0; i < _messages; i++)
        {
            Line($"message M{i}{Parameters(i)}");
        }

        for (var i = 0; i < _calls; i++)
        {
            Line($"call C{i}{Parameters(i + 1)}");
        }

        Line("timer After1 = 3s\ntimer After2 = 250ms\ntimer Out1 = 5min\n");
        Line($"{Flavor}machine Box\n");
        for (var i = 0; i < _states; i++)
        {
            Line($"{(i == 0 ? "initial " : "")}state S{i} = {i + 10}");
            if (!_isCalm && Chance(35))
            {
                Line($"    entry {Effects(null)}");
            }

            if (!_isCalm && Chance(35))
            {
                Line($"    exit {Effects(null)}");
            }

            Rows(_random.Next(2, 7), isShared: false);
        }

        if (Chance(60))
        {
            Line(Chance(50) ? "in any" : "in S0, S1");
            Rows(_random.Next(1, 5), isShared: true);
        }

        return _text.ToString();
    }

    private static string Parameters(int index) => (index % 3) switch
    {
        0 => "",
        1 => "(Color color)",
        _ => "(Color color, int number)",
    };

    private void Rows(int count, bool isShared)
    {
        for (var i = 0; i < count; i++)
        {
            var (trigger, subject) = Trigger();
            var isMessage = trigger[0] == '?';
            var isTimer = trigger.StartsWith("after", StringComparison.Ordinal) || trigger.StartsWith("timeout", StringComparison.Ordinal);
            var roll = _random.Next(100);
            if (!isTimer && roll < 12)
            {
                Line($"    ignore {trigger}");
            }
            else if (!isTimer && roll < 24)
            {
                Line($"    forbid {trigger}{(!_isCalm && Chance(30) ? " [g0]" : "")}{(Chance(60) ? $" \"reason {_random.Next(3)}\"" : "")}");
            }
            else if (isMessage && trigger != "?*" && roll < 36)
            {
                Line($"    defer {trigger}{(!_isCalm && Chance(20) ? " [g1]" : "")}");
            }
            else
            {
                Transition(trigger, subject, mustMove: trigger.StartsWith("after", StringComparison.Ordinal), isShared);
            }
        }
    }

    private void Transition(string trigger, int? subject, bool mustMove, bool isShared)
    {
        var guard = !_isCalm && Chance(35) ? Guard() : "";
        var effects = !_isCalm && Chance(60) ? " / " + Effects(subject) : "";
        var moves = mustMove || effects.Length == 0 || Chance(60);
        var target = !moves ? "" : " -> " + (Chance(20) || (isShared && Chance(20)) ? "same" : $"S{_random.Next(_states)}");
        Line($"    {trigger}{guard}{effects}{target}");
        if (guard.Length > 0 && Chance(50))
        {
            Line($"    {trigger} [else] / plain{(mustMove ? $" -> S{_random.Next(_states)}" : "")}");
        }
    }

    private (string Text, int? Subject) Trigger()
    {
        var roll = _random.Next(100);
        if (roll < 40)
        {
            var message = _random.Next(_messages);
            return ($"?M{message}{Pattern(message)}", message);
        }

        if (roll < 46)
        {
            return ("?*", null);
        }

        if (roll < 82 || _isCalm)
        {
            var call = _random.Next(_calls);
            return ($"C{call}{Pattern(call + 1)}", call + 1);
        }

        return roll < 92 ? ($"after After{_random.Next(1, 3)}", null) : ("timeout Out1", null);
    }

    private string Pattern(int parameters) => (parameters % 3) switch
    {
        1 when Chance(50) => $"({Color()})",
        2 when Chance(50) => $"({Color()}, _)",
        _ => "",
    };

    private string Color() => new[] { "Red", "Green", "Blue" }[_random.Next(3)];

    private string Guard() => new[] { " [g0]", " [!g0]", " [g0 && g1]", " [g0 || !g1]", " [!(g0 && g1) || g2]" }[_random.Next(5)];

    private string Effects(int? parameters) => string.Join(", ", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Effect(parameters)));

    private string Effect(int? parameters)
    {
        var message = _random.Next(_messages);
        return _random.Next(8) switch
        {
            0 => "start Out1",
            1 => "stop Out1",
            2 => "restart Out1",
            3 or 4 => "plain",
            5 when parameters % 3 > 0 => "tinted(color)",
            6 => (message % 3) switch
            {
                1 when parameters % 3 > 0 => $"!M{message}(color)",
                1 => $"!M{message}({Color()})",
                2 when Chance(50) => $"!M{message}({Color()}, _)",
                _ => $"!M{message}",
            },
            _ => $"also{_random.Next(2)}",
        };
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private void Line(string line) => _text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
