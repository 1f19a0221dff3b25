using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Reference;

/// <summary>A configuration that is equal to another by what it shows.</summary>
internal sealed class ReferenceConfiguration : IEquatable<ReferenceConfiguration>
{
    private readonly string _text;

    /// <param name="locals">The local state of each role.</param>
    /// <param name="queues">The letters of each channel; for a bag, sorted.</param>
    public ReferenceConfiguration(IEnumerable<int> locals, IEnumerable<IEnumerable<int>> queues)
    {
        Locals = [.. locals];
        Queues = [.. queues.Select(queue => queue.ToArray())];
        _text = string.Join(",", Locals) + "|" + string.Join("|", Queues.Select(queue => string.Join(",", queue)));
    }

    public IReadOnlyList<int> Locals { get; }

    public IReadOnlyList<IReadOnlyList<int>> Queues { get; }

    public bool HasEmptyChannels => Queues.All(queue => queue.Count == 0);

    public Configuration ToConfiguration() => new(Locals, Queues);

    public bool Equals(ReferenceConfiguration? other) => other is not null && other._text == _text;

    public override bool Equals(object? obj) => Equals(obj as ReferenceConfiguration);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _text;
}
