namespace ProtoDsl.Verification.Systems;

/// <summary>What keeps a session from being checked and can be seen only when all its files are read.</summary>
public enum SystemProblemKind
{
    /// <summary>No table that was read bears the imported protocol's name <see cref="SystemProblem.Name"/>, and a role needs it.</summary>
    UnknownImport,

    /// <summary>No imported table has the role's machine.</summary>
    UnknownMachine,

    /// <summary>Several imported tables have a machine of that name.</summary>
    AmbiguousMachine,

    /// <summary>The role's machine, which is imported, takes no call <see cref="SystemProblem.Name"/>.</summary>
    UnknownCall,

    /// <summary>The role's machine, which is imported, has no state <see cref="SystemProblem.Name"/>; in the role's <c>from</c>, or in a <c>never</c> row.</summary>
    UnknownState,

    /// <summary>The role's row sends the message <see cref="SystemProblem.Name"/>, which <see cref="SystemProblem.Other"/>'s table does not declare.</summary>
    UnknownMessage,

    /// <summary>The role's row sends the message <see cref="SystemProblem.Name"/>, which <see cref="SystemProblem.Other"/>'s table declares with
    /// other tags: the parameter at <see cref="SystemProblem.Count"/> has not the same values.</summary>
    DifferentMessage,

    /// <summary>There are more than two roles, and the role's row sends <see cref="SystemProblem.Name"/> without saying to whom.</summary>
    NoRecipient,

    /// <summary>The role's row sends to <see cref="SystemProblem.Name"/>, which is no other role of the session.</summary>
    UnknownRecipient,

    /// <summary>The role's row sends <see cref="SystemProblem.Count"/> messages at once through one channel, which holds fewer.</summary>
    CapacityTooSmall,

    /// <summary>The role has more local states, moves or messages than are built.</summary>
    TooLarge,
}

/// <summary>One such problem; in which words, is not this room's affair.</summary>
/// <param name="Kind">What.</param>
/// <param name="Role">Index of the role in the session; -1 where none is meant.</param>
public sealed record SystemProblem(SystemProblemKind Kind, int Role)
{
    /// <summary>Index into the role's <see cref="Language.Model.Machine.Rows"/>; -1 where an entry or exit effect is meant, or no row.</summary>
    public int Row { get; init; } = -1;

    /// <summary>Index of the state whose entry or exit effect is meant; else -1.</summary>
    public int State { get; init; } = -1;

    /// <summary>Index into the session's nevers, where one is meant; else -1.</summary>
    public int Never { get; init; } = -1;

    /// <summary>The name in question.</summary>
    public string? Name { get; init; }

    /// <summary>The other role, where there is one; else -1.</summary>
    public int Other { get; init; } = -1;

    /// <summary>A number, where the kind has one.</summary>
    public int Count { get; init; }
}
