using ProtoDsl.Benchmarks.Tables;
using ProtoDsl.Benchmarks.Walks;

namespace ProtoDsl.Benchmarks.Machines;

/// <summary>The generated machine without effects.</summary>
public readonly struct GeneratedUnderTest(TcpWalk machine) : ITcpUnderTest
{
    public void Listen() => machine.Listen();

    public void Connect() => machine.Connect();

    public void Send() => machine.Send();

    public void Close() => machine.Close();

    public void Abort() => machine.Abort();

    public void Expire() => machine.Expire();

    public void Syn() => machine.Receive(default(Tables.Walk.Syn));

    public void SynAck() => machine.Receive(default(Tables.Walk.SynAck));

    public void AckSyn() => machine.Receive(new Tables.Walk.Ack(Tables.Walk.AckOf.Syn));

    public void AckFin() => machine.Receive(new Tables.Walk.Ack(Tables.Walk.AckOf.Fin));

    public void Data() => machine.Receive(default(Tables.Walk.Data));

    public void Fin() => machine.Receive(default(Tables.Walk.Fin));

    public void Rst() => machine.Receive(default(Tables.Walk.Rst));
}

/// <summary>The hand-written switch.</summary>
public readonly struct HandSwitchUnderTest(HandSwitch machine) : ITcpUnderTest
{
    public void Listen() => machine.Listen();

    public void Connect() => machine.Connect();

    public void Send() => machine.Send();

    public void Close() => machine.Close();

    public void Abort() => machine.Abort();

    public void Expire() => machine.Expire();

    public void Syn() => machine.Receive(default(Tables.Walk.Syn));

    public void SynAck() => machine.Receive(default(Tables.Walk.SynAck));

    public void AckSyn() => machine.Receive(new Tables.Walk.Ack(Tables.Walk.AckOf.Syn));

    public void AckFin() => machine.Receive(new Tables.Walk.Ack(Tables.Walk.AckOf.Fin));

    public void Data() => machine.Receive(default(Tables.Walk.Data));

    public void Fin() => machine.Receive(default(Tables.Walk.Fin));

    public void Rst() => machine.Receive(default(Tables.Walk.Rst));
}

/// <summary>The hand-written table.</summary>
public readonly struct TableUnderTest(TwoDimensionalTable machine) : ITcpUnderTest
{
    public void Listen() => machine.Fire(Step.Listen);

    public void Connect() => machine.Fire(Step.Connect);

    public void Send() => machine.Fire(Step.Send);

    public void Close() => machine.Fire(Step.Close);

    public void Abort() => machine.Fire(Step.Abort);

    public void Expire() => machine.Fire(Step.Expire);

    public void Syn() => machine.Fire(Step.Syn);

    public void SynAck() => machine.Fire(Step.SynAck);

    public void AckSyn() => machine.Fire(Step.AckSyn);

    public void AckFin() => machine.Fire(Step.AckFin);

    public void Data() => machine.Fire(Step.Data);

    public void Fin() => machine.Fire(Step.Fin);

    public void Rst() => machine.Fire(Step.Rst);
}
