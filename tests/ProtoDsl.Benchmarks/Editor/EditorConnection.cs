using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using ProtoDsl.LanguageServer;

namespace ProtoDsl.Benchmarks.Editor;

/// <summary>An editor with one open table, at the other end of a pair of pipes: what is measured is what an editor waits for.</summary>
internal sealed class EditorConnection : IDisposable
{
    private const string Uri = "untitled:Tcp";

    private readonly AnonymousPipeServerStream _toServer = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromServer = new(PipeDirection.In);
    private readonly BufferedStream _reader;
    private int _version = 1;
    private int _id;

    public EditorConnection(string text)
    {
        var input = new AnonymousPipeClientStream(PipeDirection.In, _toServer.ClientSafePipeHandle);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, _fromServer.ClientSafePipeHandle);
        _reader = new BufferedStream(_fromServer);
        Task.Run(() => LanguageServerHost.RunAsync(input, output, new ServerOptions()));
        Ask("initialize", new { capabilities = new { } });
        Send(new { jsonrpc = "2.0", method = "initialized", @params = new { } });
        Send(new { jsonrpc = "2.0", method = "textDocument/didOpen", @params = new { textDocument = new { uri = Uri, version = 1, text } } });
        Findings();
    }

    /// <summary>Replaces characters of a line.</summary>
    public void Type(int line, int character, int length, string text) => Send(new
    {
        jsonrpc = "2.0",
        method = "textDocument/didChange",
        @params = new
        {
            textDocument = new { uri = Uri, version = ++_version },
            contentChanges = new[] { new { range = new { start = new { line, character }, end = new { line, character = character + length } }, text } },
        },
    });

    /// <summary>Waits for the next findings about the newest text: how many there are.</summary>
    public int Findings()
    {
        while (true)
        {
            using var message = Read();
            if (message.RootElement.TryGetProperty("method", out var method) && method.GetString() == "textDocument/publishDiagnostics"
                && message.RootElement.GetProperty("params") is var told && told.GetProperty("version").GetInt32() == _version)
            {
                return told.GetProperty("diagnostics").GetArrayLength();
            }
        }
    }

    /// <summary>A request about a place, and its answer.</summary>
    public string Ask(string method, int line, int character) => Ask(method, new { textDocument = new { uri = Uri }, position = new { line, character } });

    public void Dispose()
    {
        _toServer.Dispose();
        _reader.Dispose();
    }

    private string Ask(string method, object parameters)
    {
        var id = ++_id;
        Send(new { jsonrpc = "2.0", id, method, @params = parameters });
        while (true)
        {
            using var message = Read();
            if (message.RootElement.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
            {
                return message.RootElement.GetRawText();
            }
        }
    }

    private void Send(object message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        _toServer.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
        _toServer.Write(body);
        _toServer.Flush();
    }

    private JsonDocument Read()
    {
        var length = int.Parse(ReadLine()["Content-Length: ".Length..], CultureInfo.InvariantCulture);
        ReadLine();
        var body = new byte[length];
        _reader.ReadExactly(body);
        return JsonDocument.Parse(body);
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (int c; (c = _reader.ReadByte()) != '\n';)
        {
            line.Append(c < 0 ? throw new EndOfStreamException() : (char)c);
        }

        return line.ToString().TrimEnd('\r');
    }
}
