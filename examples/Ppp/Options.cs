namespace Acme.Net;

/// <summary>What the two ends agree on: the largest frame, and a number that shows a looped line.</summary>
internal sealed record Options(int Mru, uint Magic)
{
    public override string ToString() => $"MRU {Mru}";
}
