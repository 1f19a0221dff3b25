using System.Net;
using System.Text;
using Acme.Net;

// A client that asks, says that it has nothing more to ask, and then asks again.
var tcp = new TcpConnection(new NoNetwork());
tcp.Connect(new IPEndPoint(IPAddress.Loopback, 80));

if (tcp.Receive(new Tcp.SynAck()) is TcpConnectionState.Established)
{
    tcp.Send(Encoding.ASCII.GetBytes("GET /"));
    tcp.Close();
    tcp.Receive(new Tcp.Ack(Tcp.AckOf.Fin));              // FIN_WAIT_2: the peer knows that we are done
    tcp.Receive(new Tcp.Data(new byte[] { 1, 2, 3 }));    // it may still answer
    tcp.Send(Encoding.ASCII.GetBytes("GET /more"));       // error PDSL3001
}
