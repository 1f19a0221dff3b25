using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Analyzers.Generation.Planning;

/// <summary>What one table asks for: its own source, with these types in it.</summary>
/// <param name="Path">The compiler's path, which identifies the table.</param>
/// <param name="RelativePath">The path from the project's folder.</param>
/// <param name="Types">Full names of the types that it generates.</param>
internal sealed record SourceRequest(string Path, string RelativePath, EquatableArray<string> Types)
{
    /// <summary>Asks for what a table means.</summary>
    public static SourceRequest Of(TableReading reading) => new(
        reading.Table.Path,
        reading.Table.RelativePath,
        reading.File is { } file ? GeneratedTypes.Of(file.Protocol) : default);
}

/// <summary>What one table is given.</summary>
/// <param name="Path">The compiler's path.</param>
/// <param name="HintName">The name of its source without <c>.g.cs</c>: unique in the project, whatever the case of its letters.</param>
/// <param name="Clash">The first of its types that another table generates already; null where there is none. Such a table is
/// not generated: one clear error instead of one for each of its members.</param>
/// <param name="ClashesWith">The path of that other table.</param>
internal sealed record SourcePlace(string Path, string HintName, string? Clash, string? ClashesWith);

/// <summary>Tells the tables of a project apart. Tables are taken in the order of their paths, so the outcome does not depend on the
/// order in which the compiler names them.</summary>
internal static class SourcePlan
{
    /// <summary>Places every table.</summary>
    public static EquatableArray<SourcePlace> Of(IEnumerable<SourceRequest> requests)
    {
        var hintNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = new List<SourcePlace>();
        foreach (var request in requests
            .OrderBy(request => request.RelativePath, StringComparer.Ordinal)
            .ThenBy(request => request.Path, StringComparer.Ordinal))
        {
            var clash = request.Types.FirstOrDefault(owners.ContainsKey);
            places.Add(new SourcePlace(
                request.Path,
                Unique(HintName.StemOf(request.RelativePath), hintNames),
                clash,
                clash is null ? null : owners[clash]));
            if (clash is null)
            {
                foreach (var type in request.Types)
                {
                    owners[type] = request.RelativePath;
                }
            }
        }

        return places.ToEquatableArray();
    }

    /// <summary>The place of a table.</summary>
    public static SourcePlace PlaceOf(EquatableArray<SourcePlace> places, string path)
    {
        foreach (var place in places)
        {
            if (place.Path == path)
            {
                return place;
            }
        }

        throw new InvalidOperationException($"'{path}' has no place.");
    }

    private static string Unique(string stem, HashSet<string> taken)
    {
        var name = stem;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = stem + "." + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
