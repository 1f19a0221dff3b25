namespace ProtoDsl.Tool.Terminals;

/// <summary>When to write colours.</summary>
internal enum ColourChoice
{
    /// <summary>To a terminal only, and not where <c>NO_COLOR</c> is set.</summary>
    Auto,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
