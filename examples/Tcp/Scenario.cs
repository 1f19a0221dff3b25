namespace Acme.Net;

/// <summary>Something that two ends do, with a name for the command line.</summary>
internal sealed record Scenario(string Name, string Title, Action<Stage> Play)
{
    /// <summary>Plays it on a new stage and gives what there is to see.</summary>
    public string Show()
    {
        var stage = new Stage();
        Play(stage);
        return $"{Title}\n\n{stage.Ladder}{stage.Remarks}";
    }
}

/// <summary>Two ends, the wire between them, and a clock.</summary>
internal sealed class Stage
{
    private static readonly TimeSpan TwoMsl = TimeSpan.FromSeconds(240);

    public Stage()
    {
        Wire = new Wire(Ladder);
        A = new Endpoint(Side.A, 100, Wire, Clock, Ladder);
        B = new Endpoint(Side.B, 300, Wire, Clock, Ladder);
        Wire.Connect(A, B);
    }

    public Ladder Ladder { get; } = new();

    public Wire Wire { get; }

    public Clock Clock { get; } = new();

    public Endpoint A { get; }

    public Endpoint B { get; }

    public string Remarks { get; private set; } = "";

    public void Remark(string text) => Remarks += $"\n    {text}\n";

    /// <summary>The handshake, without drawing it: most figures begin in ESTABLISHED.</summary>
    public void Establish()
    {
        B.Listen();
        A.Connect();
        Wire.Settle();
        Ladder.Restart(A.State, B.State);
    }

    public void WaitTwoMsl() => Clock.Advance(TwoMsl);
}
