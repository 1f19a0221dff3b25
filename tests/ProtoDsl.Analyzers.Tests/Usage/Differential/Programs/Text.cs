namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

/// <summary>One piece of C# twice: as the analysis reads it, and as it is executed, with every event told to the recorder.</summary>
/// <param name="Clean">What the analysis reads. <c>/*s7*/</c> stands before the name at which a report is expected.</param>
/// <param name="Live">What is executed.</param>
internal readonly record struct Text(string Clean, string Live)
{
    public static implicit operator Text(string same) => new(same, same);

    public static Text operator +(Text left, Text right) => new(left.Clean + right.Clean, left.Live + right.Live);

    public static Text Join(string separator, IEnumerable<Text> parts)
    {
        var all = parts.ToArray();
        return new Text(string.Join(separator, all.Select(part => part.Clean)), string.Join(separator, all.Select(part => part.Live)));
    }

    /// <summary>Only for the execution.</summary>
    public static Text OnlyLive(string live) => new("", live);
}
