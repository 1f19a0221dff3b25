using System.Reflection;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Tests.Binding;

public sealed class CatalogTests
{
    [Fact]
    public void Has_every_rule_once()
    {
        var declared = typeof(RuleCatalog).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(TableRule))
            .Select(field => (TableRule)field.GetValue(null)!)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToList();

        Assert.True(declared.Count > 60);
        Assert.Equal(declared, RuleCatalog.All);
        Assert.Equal(declared.Count, declared.Select(rule => rule.Id).Distinct().Count());
        Assert.All(declared, rule => Assert.Same(rule, RuleCatalog.Find(rule.Id)));
        Assert.Null(RuleCatalog.Find("PDSL1999"));
    }
}
