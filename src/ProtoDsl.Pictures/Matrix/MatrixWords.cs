using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Pictures.Matrix;

/// <summary>The text of a cell.</summary>
internal static class MatrixWords
{
    /// <summary>Stands where no row lists the event.</summary>
    public const string Hole = "·";

    /// <summary><c>(FIN) [ready] / !ACK -&gt; CLOSED; [else] ignore</c>.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="withEffects">False leaves out what is done, and the reasons.</param>
    public static string Of(MatrixCell cell, bool withEffects) => string.Join("; ", cell.Entries.Select(entry => Of(entry, withEffects)));

    private static string Of(MatrixEntry entry, bool withEffects)
    {
        var parts = new List<string>();
        Add(parts, entry.Case);
        Add(parts, entry.Guard is null ? "" : $"[{entry.Guard}]");
        Add(parts, entry.Kind == RowKind.Transition ? "" : entry.Kind.ToString().ToLowerInvariant());
        if (withEffects)
        {
            Add(parts, entry.Effects.Count == 0 ? "" : "/ " + string.Join(", ", entry.Effects));
            Add(parts, entry.Reason is null ? "" : $"\"{entry.Reason.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"");
        }

        var stays = entry.Kind == RowKind.Transition && !withEffects ? "stay" : "";
        Add(parts, entry.Target is null ? stays : "-> " + entry.Target);
        return string.Join(" ", parts);
    }

    private static void Add(List<string> parts, string part)
    {
        if (part.Length > 0)
        {
            parts.Add(part);
        }
    }
}
