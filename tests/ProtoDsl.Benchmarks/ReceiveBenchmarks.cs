using BenchmarkDotNet.Attributes;
using ProtoDsl.Benchmarks.Machines;
using ProtoDsl.Benchmarks.Tables;
using ProtoDsl.Benchmarks.Walks;

namespace ProtoDsl.Benchmarks;

/// <summary>Received events alone, 1,000 an invocation: a passive open, data, the peer's reset; predictable, and with data or reset at random.</summary>
[Config(typeof(PgoConfig))]
public class ReceiveBenchmarks
{
    private const int Events = 1000;

    private readonly TcpWalk _generated = new();
    private readonly HandSwitch _handSwitch = new();
    private bool[] _resets = [];

    /// <summary>Whether the resets come at regular intervals.</summary>
    [Params(true, false)]
    public bool Predictable { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(2);
        _resets = Enumerable.Range(0, Events).Select(i => Predictable ? i % 10 == 0 : random.Next(4) == 0).ToArray();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public void HandWrittenSwitch()
    {
        var machine = _handSwitch;
        machine.Connect();
        machine.Receive(default(Tables.Walk.SynAck));
        foreach (var reset in _resets)
        {
            if (reset)
            {
                machine.Receive(default(Tables.Walk.Rst));
                machine.Connect();
                machine.Receive(default(Tables.Walk.SynAck));
            }
            else
            {
                machine.Receive(default(Tables.Walk.Data));
            }
        }

        machine.Receive(default(Tables.Walk.Rst));
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public void Generated()
    {
        var machine = _generated;
        machine.Connect();
        machine.Receive(default(Tables.Walk.SynAck));
        foreach (var reset in _resets)
        {
            if (reset)
            {
                machine.Receive(default(Tables.Walk.Rst));
                machine.Connect();
                machine.Receive(default(Tables.Walk.SynAck));
            }
            else
            {
                machine.Receive(default(Tables.Walk.Data));
            }
        }

        machine.Receive(default(Tables.Walk.Rst));
    }
}
