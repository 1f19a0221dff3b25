namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>The user of a machine, for the reference and for the generated one alike: answers guards, is told of actions, and may throw.</summary>
internal interface IWorld
{
    /// <summary>The answer of a guard at this moment.</summary>
    bool Ask(string guard);

    /// <summary>Told of an action, as <c>Send(Ack(Fin))</c>, <c>E1()</c>, <c>Start(Age)</c>, <c>Stop(Retry)</c>.</summary>
    void Do(string action);
}

/// <summary>What an action of the test throws.</summary>
internal sealed class ActionFailedException : Exception;

/// <summary>A world that writes everything down and draws its answers from a seed.</summary>
internal sealed class RecordingWorld(int seed) : IWorld
{
    private readonly Random _random = new(seed);

    /// <summary>Everything that happened, in order.</summary>
    public List<string> Log { get; } = [];

    public bool Ask(string guard)
    {
        Fail(guard);
        var answer = _random.Next(2) == 0;
        Log.Add($"{guard} = {answer}");
        return answer;
    }

    public void Do(string action)
    {
        Fail(action);
        Log.Add(action);
    }

    private void Fail(string what)
    {
        if (_random.Next(25) == 0)
        {
            Log.Add(what + " throws");
            throw new ActionFailedException();
        }
    }
}
