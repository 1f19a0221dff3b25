using System.IO.Compression;
using System.Text.Json.Nodes;

namespace ProtoDsl.LanguageServer.Tests.Extension;

/// <summary>The VS Code extension: what needs its packages, and what does not.</summary>
public sealed class ExtensionTests
{
    [NpmFact]
    public async Task ItIsPackedByOneCommandWithAllThatItNeeds()
    {
        await Npm.RunAsync("package");
        using var vsix = ZipFile.OpenRead(Path.Combine(Npm.Folder, "protodsl.vsix"));
        Assert.Equal(
            [
                "[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/dist/ThirdPartyNotices.txt", "extension/dist/extension.js",
                "extension/language-configuration.json", "extension/package.json", "extension/readme.md", "extension/snippets/transitions.json",
                "extension/syntaxes/codeblock.tmLanguage.json", "extension/syntaxes/transitions.tmLanguage.json",
            ],
            vsix.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    /// <summary>The grammar on every table, the search for the program, and the server asked with the library that the editor asks with.</summary>
    [NpmFact]
    public async Task ItsOwnTestsPass() => Assert.Contains("fail 0", await Npm.RunAsync("test"), StringComparison.Ordinal);

    [Fact]
    public void ItsParametersAreWhereItSaysTheyAre()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Npm.Folder, "package.json")))!;
        var contributes = manifest["contributes"]!;
        string[] paths =
        [
            (string)contributes["languages"]![0]!["configuration"]!,
            .. contributes["grammars"]!.AsArray().Select(grammar => (string)grammar!["path"]!),
            .. contributes["snippets"]!.AsArray().Select(snippets => (string)snippets!["path"]!),
        ];
        Assert.All(paths, path => Assert.NotNull(JsonNode.Parse(File.ReadAllText(Path.Combine(Npm.Folder, path)))));
    }

    [Fact]
    public void ItsPackagesAreNamedWithoutThePlaceThatServedThem() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Npm.Folder, "package-lock.json")), StringComparison.Ordinal);

    [Fact]
    public void ASnippetIsATableOnceItsPlacesAreFilledIn()
    {
        var snippets = JsonNode.Parse(File.ReadAllText(Path.Combine(Npm.Folder, "snippets", "transitions.json")))!.AsObject();
        foreach (var (name, snippet) in snippets)
        {
            var body = snippet!["body"] is JsonArray lines ? string.Join('\n', lines.Select(line => (string)line!)) : (string)snippet["body"]!;
            body = System.Text.RegularExpressions.Regex.Replace(body, @"\$\{\d+\|([^,|]*),?[^}]*\|\}", "$1");
            body = System.Text.RegularExpressions.Regex.Replace(body, @"\$\{\d+:([^}]*)\}", "$1").Replace("$0", "", StringComparison.Ordinal);
            Assert.True(Language.TransitionFile.Parse(body.StartsWith('?') ? "state A\n    " + body : body).Diagnostics.IsEmpty, $"{name}: {body}");
        }
    }
}
