using System.Net;
using Acme.Net;

/// <summary>A mailbox that owns its connection.</summary>
internal sealed class OpenedTwice
{
    private readonly TcpConnection _tcp = new(new NoNetwork());

    // Thought: every method sees to it that the connection is there.
    public void Wrong(EndPoint server, byte[] letter)
    {
        Open(server);
        OpenAndSend(server, letter);
    }

    public void Right(EndPoint server, byte[] letter) => OpenAndSend(server, letter);

    private void OpenAndSend(EndPoint server, byte[] letter)
    {
        Open(server);
        _tcp.Send(letter);
    }

    private void Open(EndPoint server) => _tcp.Connect(server);
}
