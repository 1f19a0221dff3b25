using BenchmarkDotNet.Attributes;
using ProtoDsl.Benchmarks.Machines;
using ProtoDsl.Benchmarks.Tables;
using ProtoDsl.Benchmarks.Walks;

namespace ProtoDsl.Benchmarks;

/// <summary>One call of a machine in ESTABLISHED, over the actions that it calls: the difference to the first row is what the machine costs.</summary>
[Config(typeof(PgoConfig))]
public class DirectCallBenchmarks
{
    private const int Calls = 1000;

    private readonly byte[] _data = new byte[64];
    private readonly CountingActions _actions = new();
    private ITcpPayloadActions _interface = new CountingActions();
    private CountingStruct _struct;
    private TcpPayload _machine = new(new CountingActions());
    private TcpGeneric<CountingStruct> _generic = new(default);
    private HandPayload _hand = new(new CountingActions());

    [GlobalSetup]
    public void Setup()
    {
        _interface = _actions;
        _machine = new TcpPayload(_actions);
        _machine.Connect();
        _machine.Receive(default(Payload.SynAck));
        _generic = new TcpGeneric<CountingStruct>(_struct);
        _generic.Connect();
        _generic.Receive(default(GenericPayload.SynAck));
        _hand = new HandPayload(_actions);
        _hand.Connect();
        _hand.Receive(default(Payload.SynAck));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void ActionsAlone()
    {
        var actions = _interface;
        for (var i = 0; i < Calls; i++)
        {
            actions.Send(new Payload.Data(_data));
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void GeneratedCall()
    {
        var machine = _machine;
        for (var i = 0; i < Calls; i++)
        {
            machine.Send(_data);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void HandWrittenCall()
    {
        var machine = _hand;
        for (var i = 0; i < Calls; i++)
        {
            machine.Send(_data);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void StructActionsAlone()
    {
        for (var i = 0; i < Calls; i++)
        {
            _struct.Send(new GenericPayload.Data(_data));
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void GeneratedGenericCall()
    {
        var machine = _generic;
        for (var i = 0; i < Calls; i++)
        {
            machine.Send(_data);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void GeneratedReceive()
    {
        var machine = _machine;
        var message = new Payload.Data(_data);
        for (var i = 0; i < Calls; i++)
        {
            machine.Receive(in message);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void HandWrittenReceive()
    {
        var machine = _hand;
        var message = new Payload.Data(_data);
        for (var i = 0; i < Calls; i++)
        {
            machine.Receive(in message);
        }
    }
}
