using ProtoDsl.Analyzers.Tests.Generation;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Runtime;

/// <summary>Two generated machines over a wire that loses a segment: what the recorder writes is a scenario of their table.</summary>
public sealed class TraceOfMachinesTests
{
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using Acme.Net;
        using ProtoDsl;

        namespace Acme.Net
        {
            internal sealed partial class Endpoint
            {
                internal Action<Transition>? Taken { get; set; }

                partial void OnTransition(in Transition transition) => Taken?.Invoke(transition);
            }
        }

        internal sealed class End : IEndpointActions
        {
            private readonly Queue<(string Name, string[] Arguments, Func<Endpoint, bool> Tell)> _sent = new();
            private readonly Dictionary<EndpointTimer, EndpointTimerToken> _armed = new();
            private readonly TraceRecorder _trace;
            private readonly string _role;

            internal End(TraceRecorder trace, string role)
            {
                _trace = trace;
                _role = role;
                Machine = new Endpoint(this);
                Machine.Taken = transition => trace.Record(role, transition);
            }

            internal Endpoint Machine { get; }

            public void Send(in TcpLossy.Syn message) => _sent.Enqueue(("SYN", new string[0], end => end.TryReceive(new TcpLossy.Syn())));

            public void Send(in TcpLossy.SynAck message) => _sent.Enqueue(("SYN_ACK", new string[0], end => end.TryReceive(new TcpLossy.SynAck())));

            public void Send(in TcpLossy.Ack message)
            {
                var copy = message;
                _sent.Enqueue(("ACK", new[] { copy.Of.ToString().ToUpperInvariant() }, end => end.TryReceive(copy)));
            }

            public void Send(in TcpLossy.Fin message)
            {
                var copy = message;
                _sent.Enqueue(("FIN", new[] { copy.Of.ToString().ToUpperInvariant() }, end => end.TryReceive(copy)));
            }

            public void Start(EndpointTimerToken token, TimeSpan due) => _armed[token.Timer] = token;

            public void Stop(EndpointTimerToken token) => _armed.Remove(token.Timer);

            internal void Elapse(EndpointTimer timer) => Machine.Elapsed(_armed[timer]);

            internal void DeliverTo(End receiver)
            {
                var (name, arguments, tell) = _sent.Dequeue();
                _trace.Delivered(_role, receiver._role, name, arguments);
                if (!tell(receiver.Machine))
                {
                    throw new InvalidOperationException(name + " is unexpected in " + receiver.Machine.State);
                }
            }

            internal void LoseTo(End receiver)
            {
                var (name, arguments, _) = _sent.Dequeue();
                _trace.Lost(_role, receiver._role, name, arguments);
            }
        }

        internal static class Program
        {
            internal static string Run()
            {
                var trace = new TraceRecorder("recorded: the last ACK is lost", "Pair");
                var client = new End(trace, "client");
                var server = new End(trace, "server");
                server.Machine.Listen();
                client.Machine.Connect();
                client.DeliverTo(server);
                server.DeliverTo(client);
                client.DeliverTo(server);
                trace.Expect();
                client.Machine.Close();
                client.DeliverTo(server);
                server.DeliverTo(client);
                server.Machine.Close();
                server.DeliverTo(client);
                client.LoseTo(server);
                server.Elapse(EndpointTimer.Retransmit);
                server.DeliverTo(client);
                client.DeliverTo(server);
                client.Elapse(EndpointTimer.TimeWait);
                return trace.ToString();
            }
        }
        """;

    [Fact]
    public void What_real_machines_did_can_be_pasted_into_their_table()
    {
        var table = SampleTables.Text("TcpLossy");
        using var assembly = LoadedAssembly.Load(TestCompilation.Create(Emitted.Source(table, "TcpLossy"), Program));
        var scenario = Assert.IsType<string>(assembly.Run());
        Assert.Equal("""
            scenario "recorded: the last ACK is lost" in Pair
                server Listen
                client Connect
                client -> server SYN
                server -> client SYN_ACK
                client -> server ACK(SYN)
                expect client ESTABLISHED, server ESTABLISHED
                client Close
                client -> server FIN(SYN)
                server -> client ACK(FIN)
                server Close
                server -> client FIN(FIN)
                drop client -> server ACK(FIN)
                server after Retransmit
                server -> client FIN(FIN)
                client -> server ACK(FIN)
                client after TimeWait
                expect client CLOSED, server CLOSED

            """, scenario);

        var pasted = TransitionFile.Read(table + "\n" + scenario, "TcpLossy");
        Assert.True(pasted.IsSound, string.Join('\n', pasted.Diagnostics.Select(diagnostic => diagnostic.Message)));
        Assert.Equal("recorded: the last ACK is lost", pasted.Protocol.Scenarios.Last().Title);
        Assert.Equal(17, pasted.Protocol.Scenarios.Last().Steps.Count);
    }
}
