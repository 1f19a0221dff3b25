using Acme.Net;

Console.WriteLine("Two ends agree on the size of their frames: 1500 is asked for, 1492 is what the other end can take.\n");
Negotiate();

Console.WriteLine("\nThe other end is silent: three requests, three seconds apart, and then no more.\n");
MeetSilence();

static void Negotiate()
{
    var line = new Line();
    var clock = new Clock();
    using var left = new Peer("left", new Options(1500, 0x1234), 1500, line, clock);
    using var right = new Peer("right", new Options(1492, 0x5678), 1492, line, clock);
    line.Connect(left, right);
    left.Open();
    right.Open();
    left.Up();
    right.Up();
    line.Settle();
    left.Close();
    line.Settle();
    left.Down();
}

static void MeetSilence()
{
    var line = new Line();
    var clock = new Clock();
    using var left = new Peer("left", new Options(1500, 0x1234), 1500, line, clock);
    using var right = new Peer("right", new Options(1500, 0x5678), 1500, line, clock);
    line.Connect(left, right);
    left.Open();
    left.Up();
    line.Lose();
    while (clock.AdvanceToNextTimer())
    {
        line.Happened(left, "three seconds later");
        line.Lose();
    }
}
