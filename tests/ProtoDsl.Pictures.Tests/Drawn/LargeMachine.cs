using System.Text;

namespace ProtoDsl.Pictures.Tests.Drawn;

/// <summary>A table of many states, made from a seed: mostly a way from the first to the last, with detours, ways back, loops, timers and shared rows.</summary>
internal static class LargeMachine
{
    private static readonly string[] Events = [.. Enumerable.Range(0, 12).Select(number => "?M" + number), "Open", "Close", "Send", "Abort"];
    private static readonly string[] Effects = ["", "", "/ !M1", "/ deliver", "/ !M2, queue, countTheBytesThatAreStillToBeSent"];

    public static string Of(int seed, int states)
    {
        var random = new Random(seed);
        var text = new StringBuilder("protocol Made\ncall Open, Close, Send, Abort\nmessage M0, M1, M2, M3, M4, M5, M6, M7, M8, M9, M10, M11\ntimer Idle = 30s\nmachine Made\n");
        var most = 1 + random.Next(4);
        for (var state = 0; state < states; state++)
        {
            text.Append($"{(state == 0 ? "initial " : "")}{(state == states - 1 ? "final " : "")}state STATE_{state}\n");
            var count = 1 + random.Next(most);
            foreach (var (@event, row) in Events.OrderBy(_ => random.Next()).Take(count).Select((@event, row) => (@event, row)))
            {
                var near = Math.Clamp(state + random.Next(-4, 6), 0, states - 1);
                var target = row == 0 ? Math.Min(state + 1, states - 1) : random.Next(5) > 0 ? near : random.Next(states);
                var guard = random.Next(3) == 0 ? " [ready && !busy]" : "";
                text.Append($"    {@event}{guard} {Effects[random.Next(Effects.Length)]} -> STATE_{target}\n");
            }

            text.Append(random.Next(4) == 0 ? $"    after Idle -> STATE_{random.Next(states)}\n" : "").Append(random.Next(4) == 0 ? "    ?M3 / note\n" : "");
        }

        return text.Append("in any except STATE_0\n    Abort / !M1 -> STATE_0\n").ToString();
    }
}
