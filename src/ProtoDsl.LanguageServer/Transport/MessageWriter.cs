using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace ProtoDsl.LanguageServer.Transport;

/// <summary>Puts messages on a stream, in the order in which they were handed over. Nobody who hands one over waits for a client that reads slowly.</summary>
internal sealed class MessageWriter(Stream output)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Channel<byte[]> _messages = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Answers a request.</summary>
    /// <param name="id">The request's own.</param>
    /// <param name="result">The answer; null is one.</param>
    /// <param name="type">How it is written.</param>
    public void Result(JsonElement id, object? result, JsonTypeInfo type) => Post(id, writer =>
    {
        writer.WritePropertyName("result");
        WriteValue(writer, result, type);
    });

    /// <summary>Answers a request that failed, or what cannot even be read: then without an id.</summary>
    public void Error(JsonElement? id, int code, string message) => Post(id ?? s_null, writer =>
    {
        writer.WriteStartObject("error");
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    });

    /// <summary>Tells the client something; with an id, asks it.</summary>
    public void Notify(string method, object parameters, JsonTypeInfo type, string? id = null) => Post(null, writer =>
    {
        if (id is not null)
        {
            writer.WriteString("id", id);
        }

        writer.WriteString("method", method);
        writer.WritePropertyName("params");
        WriteValue(writer, parameters, type);
    });

    /// <summary>No message comes any more: <see cref="RunAsync"/> ends once all are written.</summary>
    public void Complete() => _messages.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/>; earlier where nobody reads any more.</summary>
    public async Task RunAsync()
    {
        try
        {
            await foreach (var message in _messages.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await output.WriteAsync(message).ConfigureAwait(false);
                await output.FlushAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The client is gone. Its end of the other stream says so as well.
        }
    }

    private static readonly JsonElement s_null = JsonDocument.Parse("null").RootElement;

    private void Post(JsonElement? id, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(body, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc", "2.0");
            if (id is { } known)
            {
                writer.WritePropertyName("id");
                known.WriteTo(writer);
            }

            write(writer);
            writer.WriteEndObject();
        }

        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\r\n\r\n"));
        _messages.Writer.TryWrite([.. header, .. body.WrittenSpan]);
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, JsonTypeInfo type)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(writer, value, type);
        }
    }
}
