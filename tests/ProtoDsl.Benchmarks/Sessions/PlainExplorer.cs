using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Benchmarks.Sessions;

/// <summary>What one writes first: arrays as configurations, a dictionary of those seen, a queue of those to look at. Perfect or lossy channels
/// in order, without deferred messages and drained timers. It looks for nothing, so that it does less than the engine.</summary>
internal static class PlainExplorer
{
    /// <summary>The number of configurations that can be reached.</summary>
    public static int Count(SessionSystem system, int limit = int.MaxValue)
    {
        var first = new Configuration([.. system.Roles.Select(role => role.Start)], [.. system.Channels.Select(_ => Array.Empty<int>())]);
        var parents = new Dictionary<Configuration, Configuration?> { [first] = null };
        var waiting = new Queue<Configuration>([first]);
        while (waiting.TryDequeue(out var at) && parents.Count < limit)
        {
            for (var role = 0; role < at.Locals.Length; role++)
            {
                foreach (var move in system.Roles[role].States[at.Locals[role]].Moves)
                {
                    foreach (var next in After(system, at, role, move))
                    {
                        if (parents.TryAdd(next, at))
                        {
                            waiting.Enqueue(next);
                        }
                    }
                }
            }
        }

        return parents.Count;
    }

    private static IEnumerable<Configuration> After(SessionSystem system, Configuration at, int role, Move move)
    {
        if (move.Kind == MoveKind.Receive && (at.Queues[move.Channel].Length == 0 || at.Queues[move.Channel][0] != move.Letter))
        {
            yield break;
        }

        for (var lost = 0; lost < (system.IsLossy ? 1 << move.Sends.Count : 1); lost++)
        {
            var queues = (int[][])at.Queues.Clone();
            if (move.Kind == MoveKind.Receive)
            {
                queues[move.Channel] = queues[move.Channel][1..];
            }

            var hasRoom = true;
            for (var i = 0; i < move.Sends.Count; i++)
            {
                if ((lost >> i & 1) != 0)
                {
                    continue;
                }

                var (channel, letter) = move.Sends[i];
                hasRoom &= queues[channel].Length < system.Capacity;
                queues[channel] = [.. queues[channel], letter];
            }

            if (hasRoom)
            {
                var locals = (int[])at.Locals.Clone();
                locals[role] = move.Target;
                yield return new Configuration(locals, queues);
            }
        }
    }

    private sealed class Configuration(int[] locals, int[][] queues) : IEquatable<Configuration>
    {
        public int[] Locals { get; } = locals;

        public int[][] Queues { get; } = queues;

        public bool Equals(Configuration? other)
        {
            if (other is null || !Locals.AsSpan().SequenceEqual(other.Locals))
            {
                return false;
            }

            for (var i = 0; i < Queues.Length; i++)
            {
                if (!Queues[i].AsSpan().SequenceEqual(other.Queues[i]))
                {
                    return false;
                }
            }

            return true;
        }

        public override bool Equals(object? obj) => Equals(obj as Configuration);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var local in Locals)
            {
                hash.Add(local);
            }

            foreach (var queue in Queues)
            {
                hash.Add(queue.Length);
                foreach (var letter in queue)
                {
                    hash.Add(letter);
                }
            }

            return hash.ToHashCode();
        }
    }
}
