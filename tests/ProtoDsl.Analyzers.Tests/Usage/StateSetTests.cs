using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Tests.Usage;

/// <summary>Held against <see cref="HashSet{T}"/>, on both sides of the limit of one word.</summary>
public sealed class StateSetTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1024)]
    public void Is_a_set(int states)
    {
        var random = new Random(states);
        for (var round = 0; round < 200; round++)
        {
            var (left, leftSet) = Make(random, states);
            var (right, rightSet) = Make(random, states);

            Same(leftSet.Union(rightSet), left | right);
            Same(leftSet.Intersect(rightSet), left & right);
            Same(leftSet.Except(rightSet), left - right);
            Assert.Equal(leftSet.SetEquals(rightSet), left == right);
            Assert.True((left | right).Equals(right | left));
            Assert.Equal((left | right).GetHashCode(), (right | left).GetHashCode());
            Assert.True(((left | right) - right - left).IsEmpty);
            Assert.Equal(default, left - left);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(1024)]
    public void The_first_states_are_all_there_are(int states) => Same(Enumerable.Range(0, states), StateSet.FirstStates(states));

    private static (StateSet Set, HashSet<int> Expected) Make(Random random, int states)
    {
        var set = default(StateSet);
        var expected = new HashSet<int>();
        for (var count = random.Next(4); count > 0; count--)
        {
            var state = random.Next(states);
            set = set.With(state);
            expected.Add(state);
        }

        return (set, expected);
    }

    private static void Same(IEnumerable<int> expected, StateSet actual)
    {
        var members = new List<int>();
        foreach (var state in actual)
        {
            members.Add(state);
        }

        Assert.Equal(expected.Order(), members);
        Assert.Equal(members.Count, actual.Count);
        Assert.Equal(members.Count == 0, actual.IsEmpty);
        Assert.All(members, state => Assert.True(actual.Contains(state)));
    }
}
