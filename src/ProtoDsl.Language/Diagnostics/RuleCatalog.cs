using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>Every kind of finding about a table, by id. The messages themselves stand beside the stage that finds them.</summary>
public static class RuleCatalog
{
    private static readonly Dictionary<string, TableRule> s_byId =
        SyntaxRules.All.Concat(BindingRules.All).ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All of them, by ascending id.</summary>
    public static IReadOnlyList<TableRule> All { get; } = s_byId.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal).ToArray();

    /// <summary>The rule of that id; null where there is none.</summary>
    public static TableRule? Find(string id) => s_byId.TryGetValue(id, out var rule) ? rule : null;
}
