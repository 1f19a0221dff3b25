using System.Globalization;
using System.Text;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>Writes a legal table drawn from a seed: every construct of the language that a machine of its own can have.</summary>
internal sealed class RandomTable
{
    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly bool _canDefer;
    private readonly string[] _states;
    private readonly string[] _events;

    private RandomTable(int seed)
    {
        _random = new Random(seed);
        _canDefer = _random.Next(3) == 0;
        _states = Enumerable.Range(0, _random.Next(2, 6)).Select(i => "S_" + (char)('A' + i)).ToArray();
        _events = ["Go", "Set", "?PING", "?ACK", "?DATA", "timeout Retry"];
    }

    /// <summary>The text of a table whose machine is called <c>M{seed}</c>.</summary>
    public static string Write(int seed, string modifiers) => new RandomTable(seed).Write(seed.ToString(CultureInfo.InvariantCulture), modifiers);

    private string Write(string number, string modifiers)
    {
        _text.Append(CultureInfo.InvariantCulture, $$"""
            protocol P{{number}}
            namespace Random.T{{number}}
            tag Kind = ONE | TWO
            message PING, ACK(SYN|FIN of), DATA(int size, Kind kind)
            call Go, Set(Kind kind, int level)
            timer Retry = 2s
            timer Age = 5s

            {{modifiers}} machine M{{number}}


            """);
        for (var i = 0; i < _states.Length; i++)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "initial " : "")}{(i == 1 ? "final " : "")}state {_states[i]} = {i + 10}\n");
            Boundary("entry");
            Boundary("exit");
            Section(share: 2);
            if (_random.Next(2) == 0)
            {
                _text.Append(CultureInfo.InvariantCulture, $"    after Age{(_random.Next(3) == 0 ? " [g1]" : "")} / {Effects()} -> {Target()}\n");
            }
        }

        // A second section could clash with the first; precedence among several is the binder's own test.
        _text.Append("in any").Append(_random.Next(2) == 0 ? " except " + Any(_states) : "").Append('\n');
        Section(share: 3);
        if (_random.Next(4) == 0)
        {
            _text.Append("    ").Append(_random.Next(2) == 0 ? "ignore ?*" : "?* / e3").Append('\n');
        }

        return _text.ToString();
    }

    private void Boundary(string word)
    {
        if (_random.Next(3) == 0)
        {
            _text.Append(CultureInfo.InvariantCulture, $"    {word} {(_random.Next(3) == 0 ? "stop Retry, " : "")}b{_random.Next(1, 3)}\n");
        }
    }

    private void Section(int share)
    {
        foreach (var name in _events)
        {
            if (_random.Next(share) != 0)
            {
                continue;
            }

            var isMessage = name[0] == '?';
            var isTimer = name.StartsWith("timeout", StringComparison.Ordinal);
            var pattern = _random.Next(2) == 0 ? Pattern(name) : "";
            switch (_random.Next(8))
            {
                case 0 when !isTimer:
                    _text.Append(CultureInfo.InvariantCulture, $"    forbid {name}{pattern} \"not here: {_random.Next(100)}\"\n");
                    break;
                case 1:
                    _text.Append(CultureInfo.InvariantCulture, $"    ignore {name}{pattern}\n");
                    break;
                case 2 when isMessage && _canDefer:
                    _text.Append(CultureInfo.InvariantCulture, $"    defer {name}{pattern}\n");
                    break;
                case 3:
                    _text.Append(CultureInfo.InvariantCulture, $"    {name}{pattern} [{Guard()}] / {Effects()}{Arrow()}\n");
                    break;
                case 4:
                    _text.Append(CultureInfo.InvariantCulture, $"    {name}{pattern} [{Guard()}] / {Effects()}{Arrow()}\n    {name}{pattern} [else] / {Effects()}{Arrow()}\n");
                    break;
                case 5 when pattern.Length > 0:
                    _text.Append(CultureInfo.InvariantCulture, $"    {name}{pattern} / {Effects()}{Arrow()}\n    {name} / {Effects()}{Arrow()}\n");
                    break;
                default:
                    _text.Append(CultureInfo.InvariantCulture, $"    {name}{pattern} / {Effects()}{Arrow()}\n");
                    break;
            }
        }
    }

    private string Pattern(string name) => name switch
    {
        "?ACK" => _random.Next(2) == 0 ? "(SYN)" : "(FIN)",
        "?DATA" => _random.Next(2) == 0 ? "(_, ONE)" : "(_, TWO)",
        "Set" => _random.Next(2) == 0 ? "(ONE)" : "(TWO, _)",
        _ => "",
    };

    private string Guard() => _random.Next(5) switch
    {
        0 => "!g1",
        1 => "g1 && !g2",
        2 => "g1 || g2",
        3 => "!(g1 || g2) && g3",
        _ => "g" + _random.Next(1, 4).ToString(CultureInfo.InvariantCulture),
    };

    private string Effects() => string.Join(", ", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _random.Next(8) switch
    {
        0 => "!PING",
        1 => "!ACK(FIN)",
        2 => "!ACK",
        3 => "!DATA(_, TWO)",
        4 => "start Retry",
        5 => "stop Retry",
        6 => "restart Retry",
        _ => "e" + _random.Next(1, 3).ToString(CultureInfo.InvariantCulture),
    }));

    private string Arrow() => _random.Next(5) switch
    {
        0 or 1 => "",
        2 => " -> same",
        _ => " -> " + Target(),
    };

    private string Target() => Any(_states);

    private string Any(string[] names) => names[_random.Next(names.Length)];
}
