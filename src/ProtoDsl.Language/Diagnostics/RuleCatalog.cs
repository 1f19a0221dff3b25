using System.Collections.Generic;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>Every kind of finding about a table, by id.</summary>
public static class RuleCatalog
{
    private static readonly Dictionary<string, TableRule> ById = Build();

    /// <summary>All of them, by ascending id.</summary>
    public static IReadOnlyList<TableRule> All { get; } = Sorted();

    /// <summary>The rule of that id; null where there is none.</summary>
    public static TableRule? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;

    private static Dictionary<string, TableRule> Build() => [];

    private static List<TableRule> Sorted() => [.. ById.Values];
}
