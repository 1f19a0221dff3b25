namespace ProtoDsl.Language.Names;

/// <summary>Owners of names that belong to something smaller than a machine. The signs in them can stand in no name.</summary>
internal static class NamePath
{
    /// <summary>The owner of a tag's values.</summary>
    public static string OfTag(string? machine, string tag) => machine is null ? tag : $"{machine}/{tag}";

    /// <summary>The owner of a message's or call's parameters.</summary>
    public static string OfSignature(string? machine, NameKind kind, string signature) => OfTag(machine, Sign(kind) + signature);

    /// <summary>The name of a tag that is written in a parameter.</summary>
    public static string InlineTag(NameKind kind, string signature, string parameter) => $"{Sign(kind)}{signature}.{parameter}";

    private static string Sign(NameKind kind) => kind == NameKind.Message ? "?" : "";
}
