using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProtoDsl.Analyzers.Tests.Harness;

/// <summary>A transition file of a test project.</summary>
/// <param name="path">Its path below the project's folder, or from the root.</param>
/// <param name="text">Its text; null where the compiler cannot read it.</param>
internal sealed class TestTable(string path, string? text) : AdditionalText
{
    public override string Path { get; } = path.StartsWith('/') ? path : GeneratorHarness.Folder + path;

    /// <summary>What the project's <c>.editorconfig</c> says of it.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text, Encoding.UTF8);

    public TestTable WithText(string newText) => new(Path, newText) { Options = Options };
}
