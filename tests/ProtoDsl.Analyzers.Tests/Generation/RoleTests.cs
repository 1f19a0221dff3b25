namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Sessions of more than two roles: who sent a message, and to whom one goes.</summary>
public sealed class RoleTests
{
    [Fact]
    public void A_row_may_ask_who_sent_and_say_who_receives() =>
        Assert.Equal("Vote->Second Vote->Third Yes False", Behaviour.Run("""
            message Vote, Yes
            call Ask
            machine Leader
            initial state Idle
                Ask / !Vote to second, !Vote to third -> Asked
            state Asked
                ?Yes from second -> Half
            state Half
                ?Yes from third / yes -> Idle
            machine Voter
            initial state Waiting
                ?Vote / !Yes to first
            session Poll
                first : Leader
                second : Voter
                third : Voter
                over fifo(2)
            """, """
            sealed class Actions : ILeaderActions
            {
                public List<string> Log = new();
                public void Send(in Sample.Vote m, LeaderPeer peer) => Log.Add($"Vote->{peer}");
                public void Yes(in Sample.Yes m) => Log.Add("Yes");
            }
            static class Program
            {
                public static IEnumerable<string> Run()
                {
                    var a = new Actions(); var l = new Leader(a);
                    l.Ask();
                    var refused = l.TryReceive(new Sample.Yes(), LeaderPeer.Third);
                    l.Receive(new Sample.Yes(), LeaderPeer.Second);
                    l.Receive(new Sample.Yes(), LeaderPeer.Third);
                    return a.Log.Append(refused.ToString());
                }
            }
            """));
}
