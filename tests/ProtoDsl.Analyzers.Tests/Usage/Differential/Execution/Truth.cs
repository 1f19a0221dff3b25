namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>What all executions of a program have shown.</summary>
internal sealed class Truth
{
    /// <summary>The row of a machine that was made by the program itself.</summary>
    public const int Fresh = -1;

    private readonly Dictionary<(int Site, string Chain, int Row), Outcomes> _events = [];
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
    public void Event(int site, int[] chain, int row, bool isLegal)
    {
        var name = string.Join(",", chain);
        _chains.TryAdd(name, chain);
        var key = (site, name, row);
        var old = _events.GetValueOrDefault(key);
        _events[key] = isLegal ? old with { Legal = old.Legal + 1 } : old with { Illegal = old.Illegal + 1 };
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
        select new EventContext(rows.Key.Site, _chains[rows.Key.Chain], [.. rows.Select(row => row.Value)]);
}

/// <summary>How often an event was legal, and how often not.</summary>
internal readonly record struct Outcomes(int Legal, int Illegal);

/// <summary>An event, reached by one way of calls; the outcomes by the state in which its machine was when the host called.</summary>
internal sealed record EventContext(int Site, int[] Chain, IReadOnlyList<Outcomes> Rows)
{
    /// <summary>A mistake: whatever the machine was in, some path to here is illegal. If one state makes the code right, the host may know that it is in it.</summary>
    public bool IsMistake => Rows.All(row => row.Illegal > 0);

    /// <summary>A mistake on every path.</summary>
    public bool IsCertain => Rows.All(row => row.Legal == 0);
}
