using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Sessions;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.Verification.Findings;

/// <summary>Every kind of finding about a transition file, by id: those of the language (<see cref="RuleCatalog"/>) and those of the
/// stages of this project. The messages stand beside the checks.</summary>
public static class CheckCatalog
{
    private static readonly Dictionary<string, TableRule> s_byId =
        RuleCatalog.All.Concat(TableCheckRules.All).Concat(SessionRules.All).ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All of them, by ascending id.</summary>
    public static IReadOnlyList<TableRule> All { get; } = s_byId.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal).ToArray();

    /// <summary>The rule of that id; null where there is none.</summary>
    public static TableRule? Find(string id) => s_byId.TryGetValue(id, out var rule) ? rule : null;
}
