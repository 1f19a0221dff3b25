using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Analyzers.Generation.Planning;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Analyzers.Generation.Output;

/// <summary>A C# type that a table names, and where.</summary>
/// <param name="Type">Canonical text, printed anew by the language.</param>
/// <param name="MustBeEnum">True after the <c>=</c> of a tag.</param>
/// <param name="Position">Line and column, from 0.</param>
internal sealed record TypeUse(string Type, bool MustBeEnum, LinePosition Position);

/// <summary>All that the type check of a table depends on: positions, for this is where they are given to the compiler.</summary>
/// <param name="HintName">The name of the table's source, without <c>.g.cs</c>.</param>
/// <param name="LinePath">The path for <c>#line</c>.</param>
/// <param name="Namespace">The table's namespace; null for the global one.</param>
/// <param name="Usings">The namespaces that it opens.</param>
/// <param name="Uses">The types; empty: nothing to check.</param>
internal sealed record TypeCheckInput(
    string HintName,
    string LinePath,
    string? Namespace,
    EquatableArray<string> Usings,
    EquatableArray<TypeUse> Uses)
{
    /// <summary>Leaves out what does not matter.</summary>
    public static TypeCheckInput Of(PlacedTable placed) =>
        placed is { Protocol: { } protocol, Reading: { File.Map.CSharpTypes: { IsEmpty: false } types, Table.Text: { } text } }
            ? new TypeCheckInput(
                placed.Place.HintName,
                placed.Reading.Table.LinePath,
                protocol.Namespace,
                protocol.Usings,
                FirstUses(types, new LineMap(text)))
            : new TypeCheckInput(placed.Place.HintName, placed.Reading.Table.LinePath, null, default, default);

    /// <summary>The first use of each type: one mistake is told once.</summary>
    private static EquatableArray<TypeUse> FirstUses(EquatableArray<CSharpTypeUse> types, LineMap lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return types
            .Where(use => seen.Add(use.MustBeEnum ? "enum " + use.Type : use.Type))
            .Select(use => new TypeUse(use.Type, use.MustBeEnum, lines.PositionOf(use.Span.Start)))
            .ToEquatableArray();
    }
}
