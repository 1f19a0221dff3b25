using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Names;

/// <summary>Who a name belongs to: two places with equal keys, in one file, name the same thing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The machine, for what belongs to one; null for what the file's machines share. For a role its session; for a parameter or a
/// tag's value, where that is declared. Of a name that is declared elsewhere, the machine that it was written of.</param>
/// <param name="Name">The name, without the <c>@</c> that escapes a keyword.</param>
public readonly record struct NameKey(NameKind Kind, string? Owner, string Name);

/// <summary>One place where a name stands. One place may name two things: a parameter that two events of a row have.</summary>
/// <param name="Key">What it names.</param>
/// <param name="Span">Where, <c>@</c> included.</param>
/// <param name="IsDeclaration">True where the name is declared.</param>
public sealed record NameUse(NameKey Key, TextSpan Span, bool IsDeclaration)
{
    /// <summary>True where it is declared in a file that this one imports: <see cref="NameMap.Resolve"/> of that file says what it is there.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>For a tag's value that is written of a machine elsewhere, the event or message it is an argument of; else null.</summary>
    public ArgumentPlace? Argument { get; init; }
}

/// <summary>The place of an argument.</summary>
/// <param name="Kind">Of a message or of a call.</param>
/// <param name="Signature">Which.</param>
/// <param name="Index">Its place in the parentheses.</param>
public sealed record ArgumentPlace(NameKind Kind, string Signature, int Index);
