using ProtoDsl.Pictures.Layout;

namespace ProtoDsl.Pictures.Tests.Layout;

public sealed class NetworkSimplexTests
{
    [Fact]
    public void No_assignment_is_better()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var count = 2 + random.Next(4);
            Arc[] arcs =
            [
                .. from tail in Enumerable.Range(0, count)
                   from head in Enumerable.Range(tail + 1, count - tail - 1)
                   where random.Next(2) == 0
                   select new Arc(tail, head, random.Next(3), random.Next(4)),
            ];

            var numbers = NetworkSimplex.Solve(count, arcs);

            Assert.All(arcs, arc => Assert.True(numbers[arc.Head] - numbers[arc.Tail] >= arc.Length));
            Assert.Equal(0, numbers.Min());
            Assert.Equal(Best(count, arcs), Cost(numbers, arcs));
        }
    }

    private static int Cost(int[] numbers, Arc[] arcs) => arcs.Sum(arc => arc.Weight * (numbers[arc.Head] - numbers[arc.Tail]));

    // Every assignment up to the longest that can be needed.
    private static int Best(int count, Arc[] arcs)
    {
        var most = 2 * (count - 1);
        var best = int.MaxValue;
        var numbers = new int[count];
        Try(0);
        return best;

        void Try(int node)
        {
            if (node == count)
            {
                best = Math.Min(best, Cost(numbers, arcs));
                return;
            }

            for (numbers[node] = 0; numbers[node] <= most; numbers[node]++)
            {
                if (arcs.All(arc => arc.Head != node || numbers[node] - numbers[arc.Tail] >= arc.Length))
                {
                    Try(node + 1);
                }
            }
        }
    }
}
