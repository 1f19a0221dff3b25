using System.Globalization;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Benchmarks.Sessions;

/// <summary>Systems of any size: what the engine is measured on.</summary>
internal static class Families
{
    /// <summary>A family and its size, as in <c>ring 9</c>.</summary>
    public static SessionSystem Of(string name)
    {
        var space = name.LastIndexOf(' ');
        var size = int.Parse(name[(space + 1)..], CultureInfo.InvariantCulture);
        return name[..space] switch
        {
            "ring" => Ring(size),
            "pipeline" => Pipeline(size),
            "two-phase commit" => TwoPhaseCommit(size),
            "sliding window" => SlidingWindow(size),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    /// <summary>Each role may put one token into the ring; whoever hears a token hands it on.</summary>
    public static SessionSystem Ring(int roles)
    {
        var sketch = new SystemSketch($"ring {roles}", roles, capacity: 1);
        for (var role = 0; role < roles; role++)
        {
            var (before, after) = ((role + roles - 1) % roles, (role + 1) % roles);
            sketch.Act(role, "fresh", "spent", (after, "TOKEN"));
            sketch.Hear(role, "fresh", "fresh", before, "TOKEN", (after, "TOKEN"));
            sketch.Hear(role, "spent", "spent", before, "TOKEN", (after, "TOKEN"));
            sketch.Final(role, "spent");
        }

        return sketch.Build();
    }

    /// <summary>A source, stages that hold one item each, and a sink; the channels hold two.</summary>
    public static SessionSystem Pipeline(int stages)
    {
        var sketch = new SystemSketch($"pipeline {stages}", stages + 2, capacity: 2);
        sketch.Act(0, "on", "on", (1, "ITEM"));
        sketch.Act(0, "on", "off", (1, "END"));
        sketch.Final(0, "off");
        for (var stage = 1; stage <= stages; stage++)
        {
            sketch.Hear(stage, "idle", "busy", stage - 1, "ITEM");
            sketch.Act(stage, "busy", "idle", (stage + 1, "ITEM"));
            sketch.Hear(stage, "idle", "off", stage - 1, "END", (stage + 1, "END"));
            sketch.Final(stage, "off");
        }

        sketch.Hear(stages + 1, "on", "on", stages, "ITEM");
        sketch.Hear(stages + 1, "on", "off", stages, "END");
        sketch.Final(stages + 1, "off");
        return sketch.Build();
    }

    /// <summary>A coordinator and participants that vote; all commit or all abort.</summary>
    public static SessionSystem TwoPhaseCommit(int participants)
    {
        var sketch = new SystemSketch($"two-phase commit {participants}", participants + 1, capacity: 1);
        var everyone = Enumerable.Range(1, participants).ToList();
        var all = (1 << participants) - 1;
        sketch.Act(0, "start", "votes 0 yes", Each("PREPARE"));
        for (var set = 0; set < all; set++)
        {
            foreach (var one in everyone.Where(one => (set >> (one - 1) & 1) == 0))
            {
                var next = set | 1 << (one - 1);
                foreach (var before in new[] { "yes", "no" })
                {
                    Vote(one, set, next, before, "yes", before);
                    Vote(one, set, next, before, "no", "no");
                }

                sketch.Hear(0, $"acks {set}", next == all ? "over" : $"acks {next}", one, "ACK");
            }
        }

        sketch.Final(0, "over");
        foreach (var one in everyone)
        {
            sketch.Hear(one, "ready", "asked", 0, "PREPARE");
            sketch.Act(one, "asked", "voted", (0, "yes"));
            sketch.Act(one, "asked", "voted", (0, "no"));
            sketch.Hear(one, "voted", "committed", 0, "COMMIT", (0, "ACK"));
            sketch.Hear(one, "voted", "aborted", 0, "ABORT", (0, "ACK"));
            sketch.Final(one, "committed");
            sketch.Final(one, "aborted");
        }

        return sketch.Build();

        (int, string)[] Each(string letter) => [.. everyone.Select(one => (one, letter))];

        void Vote(int one, int set, int next, string before, string vote, string after)
        {
            if (next == all)
            {
                sketch.Hear(0, $"votes {set} {before}", "acks 0", one, vote, Each(after == "yes" ? "COMMIT" : "ABORT"));
            }
            else
            {
                sketch.Hear(0, $"votes {set} {before}", $"votes {next} {after}", one, vote);
            }
        }
    }

    /// <summary>Go-back-N over channels that lose: sequence numbers modulo one more than the window, each frame acknowledged by number.</summary>
    public static SessionSystem SlidingWindow(int window)
    {
        var sketch = new SystemSketch($"sliding window {window}", 2, capacity: window + 1, isLossy: true);
        var numbers = window + 1;
        for (var first = 0; first < numbers; first++)
        {
            for (var open = 0; open <= window; open++)
            {
                if (open < window)
                {
                    sketch.Act(0, $"{first}+{open}", $"{first}+{open + 1}", (1, $"DATA{(first + open) % numbers}"));
                }

                // Any frame that is not acknowledged may be sent again.
                for (var again = 0; again < open; again++)
                {
                    sketch.Elapse(0, $"{first}+{open}", $"{first}+{open}", (1, $"DATA{(first + again) % numbers}"));
                }

                // ACK n: everything before n has arrived.
                for (var gone = 0; gone <= open; gone++)
                {
                    sketch.Hear(0, $"{first}+{open}", $"{(first + gone) % numbers}+{open - gone}", 1, $"ACK{(first + gone) % numbers}");
                }

                for (var stale = open + 1; stale < numbers; stale++)
                {
                    sketch.Hear(0, $"{first}+{open}", $"{first}+{open}", 1, $"ACK{(first + stale) % numbers}");
                }
            }

            sketch.Final(0, $"{first}+0");
            sketch.Hear(1, $"expects {first}", $"expects {(first + 1) % numbers}", 0, $"DATA{first}", (0, $"ACK{(first + 1) % numbers}"));
            for (var other = 1; other < numbers; other++)
            {
                sketch.Hear(1, $"expects {first}", $"expects {first}", 0, $"DATA{(first + other) % numbers}", (0, $"ACK{first}"));
            }

            sketch.Final(1, $"expects {first}");
        }

        return sketch.Build();
    }
}
