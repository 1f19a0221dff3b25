using System.Net;
using Acme.Net;

/// <summary>Tries three times to connect.</summary>
internal static class RetryLoop
{
    // Thought: who has not answered has not been asked.
    public static TcpConnection Wrong(EndPoint server, Func<bool> isAnswered)
    {
        var tcp = new TcpConnection(new NoNetwork());
        for (var attempt = 0; attempt < 3; attempt++)
        {
            tcp.Connect(server);
            if (isAnswered())
            {
                tcp.Receive(new Tcp.SynAck());
                break;
            }
        }

        return tcp;
    }

    public static TcpConnection Right(EndPoint server, Func<bool> isAnswered)
    {
        var tcp = new TcpConnection(new NoNetwork());
        for (var attempt = 0; attempt < 3; attempt++)
        {
            tcp.Connect(server);
            if (isAnswered())
            {
                tcp.Receive(new Tcp.SynAck());
                break;
            }

            tcp.Abort();
        }

        return tcp;
    }
}
