namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>What all executions of a program have shown.</summary>
internal sealed class Truth
{
    /// <summary>The row of a machine that was made by the program itself.</summary>
    public const int Fresh = -1;

    private readonly Dictionary<(int Site, string Chain, Row Row), Outcomes> _events = [];
    private readonly Dictionary<(int Site, string Chain), Dictionary<string, Outcomes>> _paths = [];
    private readonly Dictionary<string, int[]> _chains = [];
    private readonly Dictionary<int, (int Calls, int Returns)> _calls = [];

    /// <summary>True when there is no other execution.</summary>
    public bool IsExhausted { get; set; } = true;

    /// <summary>True when a loop or a recursion was cut short.</summary>
    public bool IsBounded { get; set; }

    /// <summary>Executions so far.</summary>
    public int Executions { get; set; }

    /// <summary>Every event site, and every call site that leads to one, that was executed.</summary>
    public IEnumerable<int> Sites => _events.Keys.Select(key => key.Site).Concat(_calls.Keys).Distinct().Order();

    /// <summary>An event was reached, by way of these call sites, on a machine that was in this state when the host called.</summary>
    public void Event(int site, int[] chain, Row row, string path, bool isLegal)
    {
        var name = string.Join(",", chain);
        _chains.TryAdd(name, chain);
        _events[(site, name, row)] = _events.GetValueOrDefault((site, name, row)).With(isLegal);
        var paths = _paths.TryGetValue((site, name), out var known) ? known : _paths[(site, name)] = [];
        paths[path] = paths.GetValueOrDefault(path).With(isLegal);
    }

    public void Call(int site) => _calls[site] = _calls.GetValueOrDefault(site) with { Calls = _calls.GetValueOrDefault(site).Calls + 1 };

    public void Return(int site) => _calls[site] = _calls.GetValueOrDefault(site) with { Returns = _calls.GetValueOrDefault(site).Returns + 1 };

    /// <summary>True for a site that is a call of a method of the program.</summary>
    public bool IsCall(int site) => _calls.ContainsKey(site);

    /// <summary>True for a call that never came back.</summary>
    public bool NeverReturns(int site) => _calls[site].Returns == 0;

    /// <summary>The contexts in which an event was reached: one for each way of calls that leads there.</summary>
    public IEnumerable<EventContext> Contexts() =>
        from pair in _events
        group pair by (pair.Key.Site, pair.Key.Chain) into rows
        select new EventContext(
            rows.Key.Site,
            _chains[rows.Key.Chain],
            rows.ToDictionary(row => row.Key.Row, row => row.Value),
            _paths[(rows.Key.Site, rows.Key.Chain)].Values.Any(path => path is { Legal: 0, Illegal: > 0 }));
}

/// <summary>How often an event was legal, and how often not.</summary>
internal readonly record struct Outcomes(int Legal, int Illegal)
{
    public Outcomes With(bool isLegal) => isLegal ? this with { Legal = Legal + 1 } : this with { Illegal = Illegal + 1 };
}

/// <summary>What is known of a machine when an event comes.</summary>
/// <param name="Entry">The state in which it was when the host called; <see cref="Truth.Fresh"/>: it was made since.</param>
/// <param name="IsNamed">The program has asked for the very state in which it was.</param>
internal readonly record struct Row(int Entry, bool IsNamed)
{
    public bool IsFresh => Entry == Truth.Fresh;
}

/// <summary>An event, reached by one way of calls.</summary>
/// <param name="Site">Where it is raised.</param>
/// <param name="Chain">The calls that lead there.</param>
/// <param name="Rows">The outcomes.</param>
/// <param name="HasBadPath">On one path of decisions it is illegal whatever was handed in: what would be legal there does not come so far.</param>
internal sealed record EventContext(int Site, int[] Chain, IReadOnlyDictionary<Row, Outcomes> Rows, bool HasBadPath)
{
    /// <summary>A mistake: some path to here is illegal with a machine of the program's own, or, with one that is handed in, for each state that it may have
    /// been in. If one of those makes the code right, the host may know that it is in it.</summary>
    public bool IsMistake
    {
        get
        {
            var handedIn = Rows.Where(row => !row.Key.IsFresh).ToLookup(row => row.Key.Entry, row => row.Value.Illegal);
            return Rows.Any(row => row.Key.IsFresh && row.Value.Illegal > 0) || (handedIn.Count > 0 && handedIn.All(row => row.Sum() > 0));
        }
    }

    /// <summary>A mistake, or what may be called one: code that asks for a state thinks it possible, so it is no excuse that the host might never hand in
    /// a machine that is in it. Nor is it for a path that is wrong for all.</summary>
    public bool MayBeMistake => IsMistake || HasBadPath || Rows.Any(row => row.Key.IsNamed && row.Value.Illegal > 0);

    /// <summary>A mistake on every path.</summary>
    public bool IsCertain => Rows.Values.All(row => row.Legal == 0);
}
