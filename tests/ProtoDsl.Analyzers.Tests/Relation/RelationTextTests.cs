using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Relation;

/// <summary>What is written is read back; what is not a relation is refused, and nothing throws.</summary>
public sealed class RelationTextTests
{
    public static TheoryData<string> Texts { get; } = new([Machines.Conn, Machines.Door, Machines.AsyncDoor, Machines.SharedConn, Machines.Scope, Machines.Stream, Machines.Entry, Machines.Long]);

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_read_is_written_as_it_was(string text)
    {
        Assert.True(RelationReader.TryRead(text, out var relation));
        var written = RelationWriter.Write(relation);

        Assert.Equal(text.Trim() + "\n", written);
        Assert.True(RelationReader.TryRead(written, out var again));
        Assert.Equal(relation, again);
    }

    [Fact]
    public void Reads_what_stands_there()
    {
        Assert.True(RelationReader.TryRead(Machines.Conn, out var relation));

        Assert.Equal(("Conn", "Tcp", RelationFlags.None), (relation.ClassName, relation.Protocol, relation.Flags));
        Assert.Equal(new RelationState("FinWait1", "FIN_WAIT_1", false, false), relation.States[4]);
        Assert.Equal(new RelationState("Closed", "CLOSED", true, true), relation.States[0]);
        Assert.Equal(RelationEventKind.After, relation.Events[8].Kind);
        Assert.Equal(new RelationTag("of", IsHidden: false), Assert.Single(relation.Events[6].Tags));
        var forbidden = relation.Cases.Last(@case => @case.Event == 2);
        Assert.Equal([4, 5], forbidden.States);
        Assert.Equal((RelationOutcome.Forbid, "our FIN is already sent", -1), (forbidden.Outcome, forbidden.Reason, forbidden.Target));
        var guarded = relation.Cases.First(@case => @case.Event == 2 && @case.States.Contains(1));
        Assert.Equal((RelationOutcome.Go, 2, RelationCaseFlags.Guarded | RelationCaseFlags.ThrowsInSource), (guarded.Outcome, guarded.Target, guarded.Flags));
        Assert.Equal("Fin", Assert.Single(relation.Cases.First(@case => @case.Event == 6).Pattern));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData(" blanks at both ends ")]
    [InlineData("two\nlines\r\nand a \\n that is none, \\ and \\\\")]
    [InlineData("case 0 0 go 1 - -")]
    public void Reasons_stay_what_they_are(string reason)
    {
        Assert.True(RelationReader.TryRead(Machines.Door, out var relation));
        relation = relation with { Cases = ProtoDsl.Language.Collections.EquatableArray.Create(relation.Cases[0] with { Outcome = RelationOutcome.Forbid, Target = -1, Reason = reason }) };

        Assert.True(RelationReader.TryRead(RelationWriter.Write(relation), out var again));
        Assert.Equal(reason, again.Cases[0].Reason);
    }

    [Theory]
    [InlineData("state Closed Closed initial\n", "state Closed Closed initial later\n")]
    [InlineData("event call Open Open\n", "event call Open Open\nremark a later writer's line\n")]
    [InlineData("case 0 0 go 1 - -", "case 0 0 go 1 z -")]
    public void What_a_later_writer_adds_is_passed_over(string old, string @new)
    {
        Assert.True(RelationReader.TryRead(Machines.Door, out var expected));
        Assert.True(RelationReader.TryRead((Machines.Door + "\n").Replace(old, @new), out var relation));
        Assert.Equal(expected, relation);
    }

    [Theory]
    [InlineData("protodsl 1", "protodsl 2")]
    [InlineData("protodsl 1", "protodsl 0")]
    [InlineData("protodsl 1", "protodsl 99999999999")]
    [InlineData("protodsl 1", "protodsl")]
    [InlineData("protodsl 1", "something else")]
    [InlineData("machine Door Door", "machine Door")]
    [InlineData("machine Door Door", "machine Door Door\nmachine Door Door")]
    [InlineData("machine Door Door\n", "")]
    [InlineData(" initial", "")]
    [InlineData("state Open Open", "state Open Open initial")]
    [InlineData("state Open Open", "state Open")]
    [InlineData("event call Open Open", "event shout Open Open")]
    [InlineData("case 0 0 go 1", "case 5 0 go 1")]
    [InlineData("case 0 0 go 1", "case -1 0 go 1")]
    [InlineData("case 0 0 go 1", "case 0 3 go 1")]
    [InlineData("case 0 0 go 1", "case 0 0 go 3")]
    [InlineData("case 0 0 go 1", "case 0 0 go -")]
    [InlineData("case 0 0 go 1", "case 0 2-0 go 1")]
    [InlineData("case 0 0 go 1", "case 0 0,0 go 1")]
    [InlineData("case 0 0 go 1", "case 0 0- go 1")]
    [InlineData("case 0 0 go 1", "case 0 , go 1")]
    [InlineData("case 0 0 go 1", "case 0 99999999999999999999 go 1")]
    [InlineData("case 0 0 go 1", "case 0 0 fly 1")]
    [InlineData("case 0 0 go 1 - -", "case 0 0 go 1 - A")]
    [InlineData("case 0 0 go 1 - -", "case 0 0 go 1 -")]
    [InlineData("case 0 0 go 1 - -", "case")]
    [InlineData("case 0 0 go 1 - -", "case 0 0 go 1 - -\nstate Late Late")]
    [InlineData("case 1 0 ignore -", "case 1 0 ignore 1")]
    public void What_is_wrong_is_refused(string old, string @new)
    {
        var text = Machines.Door.Replace(old, @new);
        Assert.NotEqual(Machines.Door, text);
        Assert.False(RelationReader.TryRead(text, out var relation));
        Assert.Null(relation);
    }

    [Fact]
    public void Null_is_refused() => Assert.False(RelationReader.TryRead(null, out _));

    [Fact]
    public void Any_mutation_is_read_or_refused()
    {
        var random = new Random(1);
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = Machines.Conn.ToCharArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                text[random.Next(text.Length)] = " \n\r\\0123456789-,_*agtx\0é"[random.Next(24)];
            }

            if (RelationReader.TryRead(new string(text), out var relation))
            {
                read++;
                Assert.All(relation.Cases, @case =>
                {
                    Assert.InRange(@case.Event, 0, relation.Events.Count - 1);
                    Assert.InRange(@case.Target, -1, relation.States.Count - 1);
                    Assert.All(@case.States, state => Assert.InRange(state, 0, relation.States.Count - 1));
                });
            }
        }

        Assert.InRange(read, 1_000, 19_000);
    }

    [Theory]
    [InlineData("state A A\n")]
    [InlineData("event call A A\n")]
    [InlineData("case 0 0-2 stay - - -\n")]
    [InlineData("\n")]
    [InlineData("machine ")]
    public void A_huge_text_takes_linear_time(string piece)
    {
        var text = Machines.Door + "\n" + string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        RelationReader.TryRead(text, out _);
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
        Assert.False(RelationReader.TryRead(new string('\n', RelationReader.MaxLength + 1), out _));
    }
}
