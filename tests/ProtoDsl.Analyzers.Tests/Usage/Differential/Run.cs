namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>One execution of a method: opaque conditions, guards and effects that throw are decided by a script, which is extended as it runs
/// out; see <see cref="Everything"/>.</summary>
internal sealed class Run(RandomMachine machine, List<bool> script, Findings findings)
{
    private const int MaxSteps = 40;

    private readonly List<int> _states = [];
    private int _position;
    private int _steps;

    public int[] Variables { get; } = new int[2];

    public bool[] Flags { get; } = new bool[2];

    /// <summary>Runs a method in every way, or in as many as there is patience for.</summary>
    /// <returns>What was seen; null where there were too many ways.</returns>
    public static Findings Everything(RandomMachine machine, RandomMethod method)
    {
        var findings = new Findings();
        var script = new List<bool>();
        for (var count = 0; count < 4_000; count++)
        {
            var run = new Run(machine, script, findings);
            try
            {
                run.Variables[0] = run.New();
                run.Variables[1] = run.New();
                method.Body.Execute(run);
            }
            catch (Thrown)
            {
            }
            catch (TooLong)
            {
                findings.IsComplete = false;
            }

            while (script.Count > 0 && script[^1])
            {
                script.RemoveAt(script.Count - 1);
            }

            if (script.Count == 0)
            {
                return findings;
            }

            script[^1] = true;
        }

        findings.IsComplete = false;
        return findings;
    }

    public int New()
    {
        _states.Add(0);
        return _states.Count - 1;
    }

    public int StateOf(int variable) => _states[Variables[variable]];

    public bool Can(int variable, int @event) => machine.Can(StateOf(variable), @event);

    public bool Try(int variable, int @event)
    {
        var result = machine.Raise(StateOf(variable), @event, Choose);
        return result is not null && Move(variable, result.Value);
    }

    public void Raise(int site, int variable, int @event)
    {
        Step();
        var result = machine.Raise(StateOf(variable), @event, Choose);
        (result is null ? findings.Illegal : findings.Legal).Add(site);
        if (result is null)
        {
            throw new Thrown();
        }

        Move(variable, result.Value);
    }

    public void MayThrow()
    {
        if (Choose())
        {
            throw new Thrown();
        }
    }

    /// <summary>The next decision: the false ones first.</summary>
    public bool Choose()
    {
        if (_position == script.Count)
        {
            script.Add(false);
        }

        return script[_position++];
    }

    public bool Step() => ++_steps <= MaxSteps ? true : throw new TooLong();

    private bool Move(int variable, (int State, bool Threw) result)
    {
        _states[Variables[variable]] = result.State;
        return result.Threw ? throw new Thrown() : true;
    }
}

/// <summary>What all executions of a method saw.</summary>
internal sealed class Findings
{
    /// <summary>Calls that were reached when they were legal.</summary>
    public HashSet<int> Legal { get; } = [];

    /// <summary>Calls that were reached when they were illegal.</summary>
    public HashSet<int> Illegal { get; } = [];

    /// <summary>True when there is no other execution.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Calls that are illegal whenever they are reached.</summary>
    public IEnumerable<int> CertainlyIllegal => Illegal.Except(Legal);
}
