using ProtoDsl.LanguageServer.Transport;

namespace ProtoDsl.LanguageServer;

/// <summary>The door: a language server for transition tables.</summary>
public static class LanguageServerHost
{
    /// <summary>Speaks the language server protocol over two streams until the client says <c>exit</c> or the input ends. Every table in the folders of the
    /// client is read; nothing is ever written but to <paramref name="output"/>.</summary>
    /// <param name="input">What the client says.</param>
    /// <param name="output">What it is told.</param>
    /// <param name="options">What the server is given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>0 where the client asked it to shut down first; else 1, as the protocol wants.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<int> RunAsync(Stream input, Stream output, ServerOptions options, CancellationToken cancellationToken = default)
    {
        var writer = new MessageWriter(output);
        var server = new TableServer(options, writer);
        try
        {
            await new RpcConnection(input, writer, server).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return 1; // whoever speaks is no client: nothing that follows can be understood
        }
        finally
        {
            server.Stop();
        }

        return server.WasShutDown ? 0 : 1;
    }
}
