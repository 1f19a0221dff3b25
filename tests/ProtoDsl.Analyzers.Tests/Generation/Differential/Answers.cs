using System.Globalization;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>What a user of either machine answers: the same to the same questions in the same order. Now and then it throws, and now and
/// then it raises an event from inside, which must be refused.</summary>
internal sealed class Answers(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _generations = [];

    public List<string> Log { get; } = [];

    /// <summary>Off while a machine is made: nobody could see what is left of it.</summary>
    public bool MayThrow { get; set; }

    /// <summary>Raises an event and tells the outcome.</summary>
    public Func<string>? Reenter { get; set; }

    public int Reentered { get; private set; }

    /// <summary>What came of an event inside an effect or guard, if it was anything but a refusal.</summary>
    public string? Unrefused { get; private set; }

    public int LastGeneration(string timer) => _generations.GetValueOrDefault(timer);

    public bool Ask(string text)
    {
        Log.Add(text);
        if (text.StartsWith("Start(", StringComparison.Ordinal))
        {
            var parts = text[6..].Split('#', ',');
            _generations[parts[0]] = int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        var roll = _random.Next(100);
        if (roll < 10 && Reenter is not null)
        {
            Reentered++;
            var outcome = Reenter();
            Unrefused ??= outcome == "Overlapping" ? null : outcome;
        }

        return MayThrow && roll > 96 ? throw new BoomException() : roll % 2 == 0;
    }
}
