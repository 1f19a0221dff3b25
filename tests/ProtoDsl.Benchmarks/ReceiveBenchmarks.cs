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

    private GeneratedUnderTest _generated = new(new TcpWalk());
    private HandSwitchUnderTest _handSwitch = new(new HandSwitch());
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
    public void HandWrittenSwitch() => Receive(ref _handSwitch);

    [Benchmark(OperationsPerInvoke = Events)]
    public void Generated() => Receive(ref _generated);

    private void Receive<T>(ref T machine)
        where T : struct, ITcpUnderTest
    {
        machine.Connect();
        machine.SynAck();
        foreach (var reset in _resets)
        {
            if (reset)
            {
                machine.Rst();
                machine.Connect();
                machine.SynAck();
            }
            else
            {
                machine.Data();
            }
        }

        machine.Rst();
    }
}
