using ProtoDsl.Language.Names;

namespace ProtoDsl.LanguageServer.Names;

/// <summary>What a kind of name is called, and how editors show it.</summary>
internal static class KindWords
{
    /// <summary>With its article: <c>a state</c>.</summary>
    public static string Of(NameKind kind) => kind switch
    {
        NameKind.Protocol => "a protocol",
        NameKind.Machine => "a machine",
        NameKind.State => "a state",
        NameKind.Group => "a group",
        NameKind.Message => "a message",
        NameKind.Call => "a call",
        NameKind.Timer => "a timer",
        NameKind.Tag => "a tag",
        NameKind.TagValue => "a value",
        NameKind.Parameter => "a parameter",
        NameKind.Guard => "a guard",
        NameKind.Effect => "an effect",
        NameKind.Session => "a session",
        _ => "a role",
    };

    /// <summary>The number of the protocol's SymbolKind.</summary>
    public static int SymbolKindOf(NameKind kind) => kind switch
    {
        NameKind.Protocol => 3, // namespace
        NameKind.Machine => 5, // class
        NameKind.State => 22, // enum member
        NameKind.Group => 10, // enum
        NameKind.Message => 24, // event
        NameKind.Call => 6, // method
        NameKind.Timer => 13, // variable
        NameKind.Tag => 10, // enum
        NameKind.TagValue => 22,
        NameKind.Parameter => 7, // property
        NameKind.Session => 11, // interface
        NameKind.Role => 8, // field
        _ => 12, // function
    };

    /// <summary>The number of the protocol's CompletionItemKind.</summary>
    public static int CompletionKindOf(NameKind kind) => kind switch
    {
        NameKind.Protocol => 9, // module
        NameKind.Machine => 7, // class
        NameKind.State => 20, // enum member
        NameKind.Group => 13, // enum
        NameKind.Message => 23, // event
        NameKind.Call => 2, // method
        NameKind.Timer => 6, // variable
        NameKind.Tag => 13,
        NameKind.TagValue => 20,
        NameKind.Parameter => 5, // field
        NameKind.Session => 8, // interface
        NameKind.Role or NameKind.Peer => 5,
        _ => 3, // function
    };
}
