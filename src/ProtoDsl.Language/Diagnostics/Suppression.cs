using System;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>What a comment <c>// protodsl: disable PDSL1048 reason</c> says of one id.</summary>
/// <param name="Id">As written.</param>
/// <param name="Line">The line that it speaks of, continuation lines included.</param>
/// <param name="Comment">Where it stands.</param>
public sealed record Suppression(string Id, TextSpan Line, TextSpan Comment)
{
    /// <summary>True for the ids of errors of syntax.</summary>
    internal bool IsOfSyntax => Id.StartsWith("PDSL0", StringComparison.Ordinal);

    /// <summary>True for the ids of what is found after binding: <c>PDSL11xx</c> and up, <c>PDSL21xx</c> and up.</summary>
    internal bool IsOfLaterStage => Id.Length == 8 && (Id[4] is '1' or '2') && Id[5] != '0';
}
