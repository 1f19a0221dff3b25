using System.Text;

namespace ProtoDsl.Verification.Tests.Alone;

/// <summary>A table made from a seed, with everything that decides which row is taken: own and shared rows, tags, guards, <c>[else]</c>, <c>?*</c>, timers, and <c>keep</c> rows.
/// Some have errors.</summary>
internal sealed class RandomMachine
{
    private static readonly string[] Guards = ["", "", "", "g", "!g", "h", "g && !h", "g || h", "g && !g", "else"];
    private static readonly string[] Events = ["c0", "c1", "c1(X)", "?M0", "?M1", "?M1(X)", "?M1(Y)", "?*", "timeout R", "?M0 | c0"];
    private static readonly string[] Effects = ["note", "start R", "stop R", "!M0"];

    private readonly Random _random;
    private readonly StringBuilder _text = new("protocol Made\ntag T = X | Y\nmessage M0, M1(T of)\ncall c0, c1(T of)\ntimer R = 1s\nmachine Made\n");
    private readonly int _states;

    private RandomMachine(int seed)
    {
        _random = new Random(seed);
        _states = 2 + _random.Next(5);
    }

    public static string Of(int seed) => new RandomMachine(seed).Make();

    private string Make()
    {
        for (var keeps = _random.Next(3); keeps > 0; keeps--)
        {
            var set = Chance(50) ? "" : $" in {Set()}";
            _text.Append($"keep {Pick("c0", "?M0", "?M1", "?M1(X)")}{set} until {string.Join(" | ", Several(Events[..8].Append("after *").ToArray()))}\n");
        }

        for (var state = 0; state < _states; state++)
        {
            _text.Append($"{(state == 0 ? "initial " : "")}{(state > 0 && Chance(25) ? "final " : "")}state S{state}\n");
            _text.Append(Chance(15) ? $"    entry {Pick(Effects)}\n" : "").Append(Chance(10) ? $"    exit {Pick(Effects)}\n" : "");
            Rows(_random.Next(4));
        }

        for (var sections = _random.Next(3); sections > 0; sections--)
        {
            _text.Append($"in {Set()}\n");
            Rows(1 + _random.Next(2));
        }

        return _text.ToString();
    }

    private void Rows(int count)
    {
        for (; count > 0; count--)
        {
            var @event = Pick(Events);
            var guard = Pick(Guards);
            var trigger = @event + (guard.Length == 0 ? "" : $" [{guard}]");
            var keyword = @event.StartsWith("timeout", StringComparison.Ordinal) ? "ignore" : Pick("ignore", "forbid");
            _text.Append(Chance(20) ? $"    {keyword} {trigger}\n"
                : $"    {trigger} / {string.Join(", ", Several(Effects))}{(Chance(70) ? " -> " + Pick($"S{_random.Next(_states)}", $"S{_random.Next(_states)}", "same") : "")}\n");
        }
    }

    private string Set() => string.Join(", ", Several(Enumerable.Range(0, _states).Select(state => $"S{state}").ToArray()));

    private IEnumerable<string> Several(string[] from) => from.OrderBy(_ => _random.Next()).Take(1 + _random.Next(2)).ToArray();

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Pick(params string[] from) => from[_random.Next(from.Length)];
}
