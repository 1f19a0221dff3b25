using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>The rules about tables as the compiler describes rules.</summary>
internal static class TableDescriptors
{
    private static readonly ConcurrentDictionary<TableRule, DiagnosticDescriptor> _descriptors = new();

    /// <summary>The description of a rule; its messages are made by the stage that finds it.</summary>
    public static DiagnosticDescriptor Of(TableRule rule) => _descriptors.GetOrAdd(rule, static rule =>
        new DiagnosticDescriptor(
            rule.Id, rule.Title, "{0}", "ProtoDsl.Table", SeverityOf(rule.DefaultSeverity), isEnabledByDefault: true));

    /// <summary>The compiler's word.</summary>
    public static DiagnosticSeverity SeverityOf(TableSeverity severity) => severity switch
    {
        TableSeverity.Error => DiagnosticSeverity.Error,
        TableSeverity.Warning => DiagnosticSeverity.Warning,
        TableSeverity.Info => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };
}
