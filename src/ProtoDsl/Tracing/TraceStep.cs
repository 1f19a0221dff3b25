namespace ProtoDsl;

/// <summary>One line of a trace.</summary>
/// <param name="text">As a scenario writes it.</param>
/// <param name="role">Who takes the step; null for a loss or an expectation.</param>
internal sealed class TraceStep(string text, TraceRole? role)
{
    internal string Text { get; } = text;

    internal TraceRole? Role { get; } = role;

    /// <summary>The event that was announced, as <see cref="ITransition.EventText"/> will name it; null for a step that no row follows.</summary>
    internal string? Event { get; init; }

    /// <summary>Where the step led; null while, or where, no row was taken.</summary>
    internal string? StateAfter { get; set; }

    /// <summary>True once it made room for a newer one.</summary>
    internal bool IsDropped { get; set; }
}

/// <summary>One side of the session, as far as the trace knows it.</summary>
internal sealed class TraceRole(string name)
{
    internal string Name { get; } = name;

    /// <summary>The state before the oldest step kept.</summary>
    internal string? FirstState { get; set; }

    /// <summary>The state now.</summary>
    internal string? State { get; set; }

    /// <summary>The step that was announced last and has no row yet.</summary>
    internal TraceStep? Announced { get; set; }
}
