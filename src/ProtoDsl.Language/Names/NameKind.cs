namespace ProtoDsl.Language.Names;

/// <summary>What a name is the name of.</summary>
public enum NameKind
{
    /// <summary>A protocol: the <c>protocol</c> line, and <c>import</c> in other files.</summary>
    Protocol,

    /// <summary>A machine.</summary>
    Machine,

    /// <summary>A state.</summary>
    State,

    /// <summary>A group of states.</summary>
    Group,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A call of the local user.</summary>
    Call,

    /// <summary>A timer.</summary>
    Timer,

    /// <summary>A declared tag.</summary>
    Tag,

    /// <summary>One value of a tag; a number too.</summary>
    TagValue,

    /// <summary>A parameter of a message or call.</summary>
    Parameter,

    /// <summary>A condition that the user answers. It has no declaration: its uses are all there is.</summary>
    Guard,

    /// <summary>Something that the user does. It has no declaration either.</summary>
    Effect,

    /// <summary>A session.</summary>
    Session,

    /// <summary>A role of a session.</summary>
    Role,

    /// <summary>A role that a row names with <c>from</c> or <c>to</c>: one of some session that the row's machine plays in.</summary>
    Peer,
}
