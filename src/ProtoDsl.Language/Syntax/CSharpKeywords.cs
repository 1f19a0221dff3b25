using System;
using System.Collections.Generic;

namespace ProtoDsl.Language.Syntax;

/// <summary>The reserved words of C#, which no C# version takes back.</summary>
internal static class CSharpKeywords
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "bool", "byte", "sbyte", "char", "decimal", "double", "float", "int", "uint", "long", "ulong", "short", "ushort", "object", "string",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "break", "case", "catch", "checked", "class", "const", "continue", "default", "delegate", "do", "else",
        "enum", "event", "explicit", "extern", "false", "finally", "fixed", "for", "foreach", "goto", "if", "implicit", "in", "interface",
        "internal", "is", "lock", "namespace", "new", "null", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sealed", "sizeof", "stackalloc", "static", "struct", "switch", "this", "throw", "true", "try",
        "typeof", "unchecked", "unsafe", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary><c>int</c>, <c>string</c>, …</summary>
    public static bool IsPredefinedType(string word) => Types.Contains(word);

    /// <summary>True for a word that C# takes for a name only as <c>@word</c>.</summary>
    public static bool IsReserved(string word) => Types.Contains(word) || Others.Contains(word);

    /// <summary>The word as C# reads it as a name.</summary>
    public static string Escape(string word) => IsReserved(word) ? "@" + word : word;
}
