using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ProtoDsl.Verification.Export;

/// <summary>How a channel is written in Promela. Receptions are polled first and taken then, so that a row is one atomic step.</summary>
internal abstract class PromelaChannel
{
    protected PromelaChannel(string name, string letterType)
    {
        Name = name;
        LetterType = letterType;
    }

    protected string Name { get; }

    protected string LetterType { get; }

    public virtual string Declaration => $"chan {Name} = [K] of {{ {LetterType} }};";

    public virtual string IsEmpty => $"empty({Name})";

    /// <summary>Room for that many messages.</summary>
    public virtual string Room(int sends) => sends == 1 ? $"nfull({Name})" : $"len({Name}) <= K - {Number(sends)}";

    public abstract string Send(string letter);

    /// <summary>The ways in which a message can be at the head, and what takes it from there.</summary>
    public abstract IEnumerable<(string Guard, string Take)> Receptions(string letter, IReadOnlyList<string> deferred);

    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>In order.</summary>
internal sealed class PromelaFifo(string name, string letterType) : PromelaChannel(name, letterType)
{
    public override string Send(string letter) => $"{Name}!{letter}";

    public override IEnumerable<(string Guard, string Take)> Receptions(string letter, IReadOnlyList<string> deferred) =>
        [($"{Name}?[{letter}]", $"{Name}?{letter}")];
}

/// <summary>In any order: kept sorted, so that two orders of the same messages are one configuration.</summary>
internal sealed class PromelaBag(string name, string letterType) : PromelaChannel(name, letterType)
{
    public override string Send(string letter) => $"{Name}!!{letter}";

    public override IEnumerable<(string Guard, string Take)> Receptions(string letter, IReadOnlyList<string> deferred) =>
        [($"{Name}??[{letter}]", $"{Name}??{letter}")];
}

/// <summary>In order, read past what is deferred: an array, since Promela can poll the head of a channel or the whole of it, but not
/// "the first that is not one of these".</summary>
internal sealed class PromelaArray(string name, string letterType, int capacity) : PromelaChannel(name, letterType)
{
    public override string Declaration => $"{LetterType} {Name}[K]; byte {Name}_n;";

    public override string IsEmpty => $"{Name}_n == 0";

    public override string Room(int sends) => $"{Name}_n <= K - {Number(sends)}";

    public override string Send(string letter) => $"{Name}[{Name}_n] = {letter}; {Name}_n++";

    public override IEnumerable<(string Guard, string Take)> Receptions(string letter, IReadOnlyList<string> deferred)
    {
        for (var place = 0; place < (deferred.Count == 0 ? 1 : capacity); place++)
        {
            var before = Enumerable.Range(0, place).Select(earlier => $"({string.Join(" || ", deferred.Select(other => At(earlier) + " == " + other))})");
            yield return (
                string.Join(" && ", [$"{Name}_n > {Number(place)}", $"{At(place)} == {letter}", .. before]),
                string.Join("; ", [.. Enumerable.Range(place, capacity - 1 - place).Select(next => $"{At(next)} = {At(next + 1)}"), $"{At(capacity - 1)} = 0", $"{Name}_n--"]));
        }
    }

    private string At(int place) => $"{Name}[{Number(place)}]";
}
