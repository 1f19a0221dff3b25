namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>What the generator knows at a point of a method.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, int> _guesses;

    public Scope()
        : this([])
    {
    }

    private Scope(Dictionary<string, int> guesses) => _guesses = guesses;

    /// <summary>Places that hold machines.</summary>
    public IReadOnlyList<string> Machines => [.. _guesses.Keys];

    /// <summary>Those that may be given another one.</summary>
    public IReadOnlyList<string> Variables => [.. _guesses.Keys.Where(name => name[0] is not 'r')];

    /// <summary>Variables of a class of the program that owns a machine.</summary>
    public List<string> Owners { get; init; } = [];

    /// <summary>Local functions and methods that are handed nothing, which can be called here.</summary>
    public List<Callee> Actions { get; init; } = [];

    /// <summary>Delegates that answer something.</summary>
    public List<string> Functions { get; init; } = [];

    /// <summary>Places that hold booleans.</summary>
    public List<string> Flags { get; init; } = [];

    public bool IsInLoop { get; init; }

    public bool IsAsync { get; init; }

    /// <summary>True inside a <c>finally</c> block, which nothing may leave.</summary>
    public bool IsInFinally { get; init; }

    /// <summary>What <c>return</c> is followed by; null where the method may not be left early.</summary>
    public string? Return { get; init; }

    /// <summary>The state that a machine probably is in, so that not every call is a mistake. It may be wrong.</summary>
    /// <remarks>A place whose name begins with <c>r</c> is one that nothing else is assigned to.</remarks>
    public int this[string machine]
    {
        get => _guesses[machine];
        set => _guesses[machine] = value;
    }

    /// <summary>The same for a part of the method that has a fate of its own.</summary>
    public Scope Fork(bool? isInLoop = null, bool isInFinally = false) => new(new Dictionary<string, int>(_guesses))
    {
        Flags = [.. Flags],
        Owners = Owners,
        Actions = Actions,
        Functions = [.. Functions],
        IsInLoop = isInFinally ? false : isInLoop ?? IsInLoop,
        IsAsync = IsAsync,
        IsInFinally = IsInFinally || isInFinally,
        Return = isInFinally ? null : Return,
    };

    /// <summary>Takes over what a part has done to the machines that are known here too.</summary>
    public void Adopt(Scope part)
    {
        foreach (var machine in Machines)
        {
            _guesses[machine] = part._guesses[machine];
        }
    }
}
