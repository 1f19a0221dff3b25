using BenchmarkDotNet.Attributes;
using ProtoDsl.Benchmarks.Machines;
using ProtoDsl.Benchmarks.Tables;

namespace ProtoDsl.Benchmarks;

/// <summary>One call of an asynchronous machine whose actions have already finished, over awaiting the actions alone.</summary>
[Config(typeof(PgoConfig))]
public class AsyncBenchmarks
{
    private const int Calls = 1000;

    private readonly byte[] _data = new byte[64];
    private ITcpAsyncActions _actions = new CountingAsyncActions();
    private TcpAsync _machine = new(new CountingAsyncActions());

    [GlobalSetup]
    public async Task Setup()
    {
        _actions = new CountingAsyncActions();
        _machine = new TcpAsync(_actions);
        await _machine.ConnectAsync();
        await _machine.ReceiveAsync(default(AsyncPayload.SynAck));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public async ValueTask ActionsAlone()
    {
        for (var i = 0; i < Calls; i++)
        {
            await _actions.SendAsync(new AsyncPayload.Data(_data), default);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async ValueTask GeneratedCall()
    {
        for (var i = 0; i < Calls; i++)
        {
            await _machine.SendAsync(_data);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async ValueTask GeneratedReceive()
    {
        for (var i = 0; i < Calls; i++)
        {
            await _machine.ReceiveAsync(new AsyncPayload.Data(_data));
        }
    }
}
