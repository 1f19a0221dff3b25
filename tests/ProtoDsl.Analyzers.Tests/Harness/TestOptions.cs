using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProtoDsl.Analyzers.Tests.Harness;

/// <summary>Options of a project, as the compiler reads them from <c>.editorconfig</c> files and from the build.</summary>
internal sealed class TestOptions : AnalyzerConfigOptions
{
    private readonly IReadOnlyDictionary<string, string> _values;

    private TestOptions(IReadOnlyDictionary<string, string> values) => _values = values;

    public override IEnumerable<string> Keys => _values.Keys;

    /// <summary>The options of a project with these tables.</summary>
    public static AnalyzerConfigOptionsProvider Of(IReadOnlyList<TestTable> tables, bool deterministic = false) => new Provider(
        new TestOptions(new Dictionary<string, string>
        {
            ["build_property.ProjectDir"] = GeneratorHarness.Folder,
            ["build_property.DeterministicSourcePaths"] = deterministic ? "true" : "",
        }),
        tables.DistinctBy(table => table.Path).ToDictionary(table => table.Path, table => new TestOptions(table.Options)));

    public override bool TryGetValue(string key, out string value) => _values.TryGetValue(key, out value!);

    private sealed class Provider(TestOptions global, Dictionary<string, TestOptions> tables) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = global;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => tables.GetValueOrDefault(textFile.Path, global);
    }
}
