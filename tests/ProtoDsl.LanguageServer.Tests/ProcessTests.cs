using System.Diagnostics;
using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>The server as an editor starts it.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task TheToolServesAnEditorOverStandardStreams()
    {
        using var folder = new TemporaryFolder(("Door.transitions", ""), (".editorconfig", "root = true\n[*.transitions]\nprotodsl_diagnostic.PDSL1109.severity = warning\n"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "protodsl.dll"), "lsp", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await using (var client = new LspClient(process.StandardInput.BaseStream, process.StandardOutput.BaseStream))
        {
            var result = await client.InitializeAsync(folder.Path, new { textDocument = new { hover = new { contentFormat = new[] { "markdown" } } } });
            Assert.NotEqual("0.0.0", (string?)result!["serverInfo"]!["version"]);
            var uri = new Uri(Path.Combine(folder.Path, "Door.transitions")).AbsoluteUri;
            const string Text = "machine Door\ncall Open\nmessage KNOCK\ninitial state Closed\n    Open -> Opend\nstate Opened\n    ?KNOCK -> Closed\n";
            await client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, version = 1, text = Text } });
            await client.WaitAsync(message => (string?)message["method"] == "textDocument/publishDiagnostics" && message["params"]!["diagnostics"]!.AsArray().Any(one => (string?)one!["code"] == "PDSL1020"));

            // The page of the rule is the tool's, and so are the severities of the folder.
            var hover = await client.RequestAsync("textDocument/hover", new { textDocument = new { uri }, position = new { line = 4, character = 13 } });
            Assert.Contains("**Fix.**", (string)hover!["contents"]!["value"]!, StringComparison.Ordinal);
            await client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri, version = 2 }, contentChanges = new[] { new { text = Text.Replace("Opend", "Opened", StringComparison.Ordinal) } } });
            await client.WaitAsync(message => (string?)message["method"] == "textDocument/publishDiagnostics" && message["params"]!["diagnostics"]!.AsArray().Any(one => (string?)one!["code"] == "PDSL1109"));
            Assert.Null(await client.RequestAsync("shutdown", null));
            await client.NotifyAsync("exit", null);
            await process.WaitForExitAsync().WaitAsync(HangGuard.Limit);
        }

        Assert.Equal((0, ""), (process.ExitCode, await errors));
    }
}
