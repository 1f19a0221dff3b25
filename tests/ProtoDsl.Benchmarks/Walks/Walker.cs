namespace ProtoDsl.Benchmarks.Walks;

/// <summary>A machine under test. Implemented by structs, so that the compiler makes each its own loop without an interface call.</summary>
public interface ITcpUnderTest
{
    void Listen();

    void Connect();

    void Send();

    void Close();

    void Abort();

    void Expire();

    void Syn();

    void SynAck();

    void AckSyn();

    void AckFin();

    void Data();

    void Fin();

    void Rst();
}

/// <summary>Leads a machine along a walk.</summary>
public static class Walker
{
    /// <summary>One call of the machine for each step.</summary>
    public static void Run<T>(ref T machine, Step[] walk)
        where T : struct, ITcpUnderTest
    {
        foreach (var step in walk)
        {
            switch (step)
            {
                case Step.Listen: machine.Listen(); break;
                case Step.Connect: machine.Connect(); break;
                case Step.Send: machine.Send(); break;
                case Step.Close: machine.Close(); break;
                case Step.Abort: machine.Abort(); break;
                case Step.Expire: machine.Expire(); break;
                case Step.Syn: machine.Syn(); break;
                case Step.SynAck: machine.SynAck(); break;
                case Step.AckSyn: machine.AckSyn(); break;
                case Step.AckFin: machine.AckFin(); break;
                case Step.Data: machine.Data(); break;
                case Step.Fin: machine.Fin(); break;
                default: machine.Rst(); break;
            }
        }
    }
}
