namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Messages, tags, outputs, roles.</summary>
public sealed class MessageTests
{
    [Fact]
    public void Messages_are_values_that_read_like_the_table() =>
        Assert.Equal("ACK(Fin, 3) True False True PING", Behaviour.Run("""
            message ACK(SYN|FIN of, int n), PING
            machine M
            initial state A
                ignore ?*
            """, """
            static class Program
            {
                public static IEnumerable<string> Run()
                {
                    var ack = new Sample.Ack(Sample.AckOf.Fin, 3);
                    yield return ack.ToString();
                    yield return (ack == new Sample.Ack(Sample.AckOf.Fin, 3)).ToString();
                    yield return ack.Equals((object)new Sample.Ack(Sample.AckOf.Syn, 3)).ToString();
                    yield return (ack.GetHashCode() == new Sample.Ack(Sample.AckOf.Fin, 3).GetHashCode()).ToString();
                    yield return new Sample.Ping().ToString();
                }
            }
            """));

    [Fact]
    public void Numbers_and_existing_enums_are_tags_too() =>
        Assert.Equal("ok closed True 220 A", Behaviour.Run("""
            using System.Net
            tag Code = 220 | 421 = int
            tag Status = OK | 404 = HttpStatusCode
            message Reply(Code code), Answer(Status status)
            machine M
            initial state A
                ?Reply(220) / ok
                ?Reply(421) / closed
                ?Answer(404) -> B
            state B
                ?Answer(OK) -> A
            """, """
            sealed class Actions : IMActions { public List<string> Log = new(); public void Ok(in Sample.Reply m) => Log.Add("ok"); public void Closed(in Sample.Reply m) => Log.Add("closed"); }
            static class Program
            {
                public static IEnumerable<string> Run()
                {
                    var a = new Actions(); var m = new M(a);
                    m.Receive(new Sample.Reply(Sample.Code.Code220)); m.Receive(new Sample.Reply(Sample.Code.Code421));
                    a.Log.Add(m.TryReceive(new Sample.Answer(System.Net.HttpStatusCode.NotFound)).ToString());
                    a.Log.Add(((int)Sample.Code.Code220).ToString());
                    a.Log.Add(m.Receive(new Sample.Answer(System.Net.HttpStatusCode.OK)).ToString());
                    return a.Log;
                }
            }
            """));

    [Fact]
    public void What_the_table_does_not_give_is_asked_for_with_what_it_gives() =>
        Assert.Equal("DATA(1, x) create(5,Red) DATA(5, made) create() DATA(9, all)", Behaviour.Run("""
            message DATA(int n, string text), TINT(Red|Blue color, int n)
            call Full(int n, string text), Half(int n), None
            machine M
            initial state A
                Full / !DATA(n, text)
                Half / !DATA(n, _)
                None / !DATA
            """, """
            sealed class Actions : IMActions
            {
                public List<string> Log = new();
                public void Send(in Sample.Data message) => Log.Add(message.ToString());
                public Sample.Data CreateData(int n) { Log.Add($"create({n},Red)"); return new Sample.Data(n, "made"); }
                public Sample.Data CreateData() { Log.Add("create()"); return new Sample.Data(9, "all"); }
            }
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a); m.Full(1, "x"); m.Half(5); m.None(); return a.Log; } }
            """));

    [Fact]
    public void A_message_may_be_a_type_of_the_users() =>
        Assert.Equal("got 4 sent 5", Behaviour.Run("""
            message Frame(int length) = Acme.Frame
            call Go
            machine M
            initial state A
                ?Frame / got
                Go / !Frame
            """, """
            namespace Acme { internal sealed class Frame { public int Length; } }
            sealed class Actions : IMActions
            {
                public List<string> Log = new();
                public void Got(in Acme.Frame m) => Log.Add("got " + m.Length);
                public void Send(in Acme.Frame m) => Log.Add("sent " + m.Length);
                public Acme.Frame CreateFrame() => new Acme.Frame { Length = 5 };
            }
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a); m.Receive(new Acme.Frame { Length = 4 }); m.Go(); return a.Log; } }
            """));

    [Fact]
    public void Messages_nest_in_a_machine_of_the_protocols_name_and_own_ones_in_theirs() =>
        Assert.Equal("Sample+Ping Other+Pong", Behaviour.Run("""
            protocol Sample
            message Ping
            machine Sample
            initial state A
                ?Ping -> A
            machine Other
            message Pong
            initial state B
                ?Pong -> B
            """, """
            static class Program { public static string Run() => typeof(Sample.Ping).FullName + " " + typeof(Other.Pong).FullName; }
            """));

    [Fact]
    public void Keywords_and_names_of_the_generators_own_are_no_obstacle() =>
        Assert.Equal("A(1, 2) from 3", Behaviour.Run("""
            message A(int class, int from)
            call Go(int from, int refused, int _state, int message, int cancellationToken, int await), Begin(string event), Leave, Exit, Enter
            machine M
            initial state State1
                Go / !A(from, refused), keep(_state)
                Begin / noted(event)
                Leave | Exit | Enter -> same
            """, """
            sealed class Actions : IMActions { public string Log = ""; public void Send(in Sample.A m) => Log += m; public void Keep(int _state) => Log += " from " + _state; public void Noted(string e) { } }
            static class Program { public static string Run() { var a = new Actions(); var m = new M(a); m.Go(1, 2, 3, 4, 5, 6); m.Begin("x"); m.Leave(); return a.Log; } }
            """));
}
