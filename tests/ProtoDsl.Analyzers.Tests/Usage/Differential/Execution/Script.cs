namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>The decisions of an execution, and the step to the next one that has not been tried: depth first.</summary>
internal sealed class Script
{
    private readonly List<(int Choice, int Count)> _decisions = [];
    private int _position;

    /// <summary>The next decision; the first choice where there has been none.</summary>
    public int Next(int count)
    {
        if (_position == _decisions.Count)
        {
            _decisions.Add((0, count));
        }

        var (choice, expected) = _decisions[_position++];
        return expected == count ? choice : throw new InvalidOperationException($"The program is not deterministic: {expected} choices became {count}.");
    }

    /// <summary>Begins the next execution; false when all have been.</summary>
    public bool Advance()
    {
        _position = 0;
        while (_decisions.Count > 0 && _decisions[^1].Choice == _decisions[^1].Count - 1)
        {
            _decisions.RemoveAt(_decisions.Count - 1);
        }

        if (_decisions.Count == 0)
        {
            return false;
        }

        _decisions[^1] = (_decisions[^1].Choice + 1, _decisions[^1].Count);
        return true;
    }
}
