using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries;

/// <summary>Components of graphs whose nodes are methods <c>M0</c>, <c>M1</c>, … and whose edges are given.</summary>
public sealed class ComponentsTests
{
    [Theory]
    [InlineData("0", "", "0")]
    [InlineData("0", "0-0", "0")]
    [InlineData("0", "0-1 1-2", "2|1|0")]
    [InlineData("0", "0-1 0-2 1-3 2-3", "3|1|2|0")]
    [InlineData("0", "0-1 1-0", "1 0")]
    [InlineData("1", "0-1 1-0", "0 1")]
    [InlineData("0", "0-1 1-2 2-0 2-3 3-4 4-3", "4 3|2 1 0")]
    [InlineData("0", "0-1 0-2 2-1 1-2 2-3", "3|2 1|0")]
    [InlineData("1", "0-1 1-2", "2|1")]
    public void Come_after_what_they_call(string root, string edges, string expected) =>
        Assert.Equal(expected, string.Join("|", Find(int.Parse(root), edges, 6).Select(component => string.Join(" ", component))));

    [Fact]
    public void Agree_with_reachability_on_random_graphs()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var count = random.Next(1, 12);
            var edges = string.Join(" ", Enumerable.Range(0, random.Next(3 * count)).Select(_ => $"{random.Next(count)}-{random.Next(count)}"));
            var reach = Reachability(count, edges);
            var components = Find(0, edges, count);

            Assert.Equal(Enumerable.Range(0, count).Where(node => reach[0, node]), components.SelectMany(component => component).Order());
            foreach (var component in components)
            {
                var head = component[0];
                Assert.Equal(Enumerable.Range(0, count).Where(node => node == head || (reach[head, node] && reach[node, head])), component.Order());
            }

            var place = components.SelectMany((component, index) => component.Select(node => (node, index))).ToDictionary(pair => pair.node, pair => pair.index);
            Assert.All(Pairs(edges).Where(edge => place.ContainsKey(edge.From)), edge => Assert.True(place[edge.To] <= place[edge.From]));
        }
    }

    [Fact]
    public void A_chain_of_10_000_does_not_overflow()
    {
        var edges = string.Join(" ", Enumerable.Range(0, 9_999).Select(node => $"{node}-{node + 1}"));
        var components = Find(0, edges, 10_000);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(node => 9_999 - node), components.SelectMany(component => component));
        Assert.All(components, component => Assert.Single(component));

        Assert.Equal(10_000, Assert.Single(Find(0, edges + " 9999-0", 10_000)).Length);
    }

    private static List<int[]> Find(int root, string edges, int count)
    {
        var program = SourceProgram.Unchecked("class C { " + string.Concat(Enumerable.Range(0, count).Select(node => $"void M{node}() {{ }} ")) + "}");
        var methods = program.Type("C").GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).ToArray();
        var numbers = methods.Select((method, index) => (method, index)).ToDictionary<(IMethodSymbol, int), IMethodSymbol, int>(pair => pair.Item1, pair => pair.Item2, SymbolEqualityComparer.Default);
        var callees = Pairs(edges).ToLookup(edge => edge.From, edge => methods[edge.To]);
        return Components.BottomUp(methods[root], method => callees[numbers[method]].ToArray()).ConvertAll(component => component.Select(method => numbers[method]).ToArray());
    }

    private static IEnumerable<(int From, int To)> Pairs(string edges) =>
        edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(edge => edge.Split('-')).Select(ends => (int.Parse(ends[0]), int.Parse(ends[1])));

    private static bool[,] Reachability(int count, string edges)
    {
        var reach = new bool[count, count];
        for (var node = 0; node < count; node++)
        {
            reach[node, node] = true;
        }

        foreach (var (from, to) in Pairs(edges))
        {
            reach[from, to] = true;
        }

        for (var middle = 0; middle < count; middle++)
        {
            for (var from = 0; from < count; from++)
            {
                for (var to = 0; to < count; to++)
                {
                    reach[from, to] |= reach[from, middle] && reach[middle, to];
                }
            }
        }

        return reach;
    }
}
