using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>How well a case fits what is known.</summary>
internal enum Fit
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It may.</summary>
    Maybe,

    /// <summary>It does.</summary>
    Yes,
}

/// <summary>What is known of the tags of one event at one call: for each tag the words by which a pattern may name its value (an
/// enum may have two names for one number), or nothing.</summary>
internal readonly struct TagKnowledge(ImmutableArray<ImmutableArray<string>> values)
{
    /// <summary>Nothing is known.</summary>
    public static TagKnowledge None => default;

    /// <summary>True where nothing is known.</summary>
    public bool IsNone => values.IsDefault;

    /// <summary>How well the value of a tag fits one part of a pattern; null in the pattern stands for any.</summary>
    public Fit FitOf(int tag, string? pattern)
    {
        if (pattern is null)
        {
            return Fit.Yes;
        }

        if (values.IsDefault || tag >= values.Length || values[tag].IsDefault)
        {
            return Fit.Maybe;
        }

        return values[tag].Contains(pattern) ? Fit.Yes : Fit.No;
    }
}
