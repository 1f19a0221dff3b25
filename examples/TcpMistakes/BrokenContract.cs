using System.Net;
using Acme.Net;
using ProtoDsl;

/// <summary>Code behind an interface says what it needs.</summary>
internal interface IUploader
{
    void Upload([InState(TcpConnectionState.Established)] TcpConnection tcp, byte[] file);
}

/// <summary>Uploads a file.</summary>
internal static class BrokenContract
{
    // Thought: when Connect comes back the connection is there.
    public static TcpConnection Wrong(EndPoint server, IUploader uploader, byte[] file)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        uploader.Upload(tcp, file);
        return tcp;
    }

    public static TcpConnection Right(EndPoint server, IUploader uploader, byte[] file)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        tcp.Receive(new Tcp.SynAck());
        uploader.Upload(tcp, file);
        return tcp;
    }
}
