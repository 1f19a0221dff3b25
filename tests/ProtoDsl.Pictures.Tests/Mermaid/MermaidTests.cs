using System.Text.Json;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Mermaid;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Pictures.Tests.Programs;

namespace ProtoDsl.Pictures.Tests.Mermaid;

public sealed class MermaidTests
{
    [Fact]
    public void Of_a_small_machine() => Assert.Equal(
        """
        flowchart TB
            s0("<b>Free</b><br/>↻ ?Ring [quiet]")
            s1[["<b>Talking</b><br/><i>Idle 90s</i><br/>↻ after Idle"]]
            begin((" ")) --> s0
            s0 -- "Dial / !Ring" --> s1
            in0["<b>in any</b><br/>Hang → Free"]
            s1 ~~~ in0
            classDef begin fill:#59636e,stroke:#59636e
            class begin begin
            classDef shared stroke-dasharray:3 3,text-align:left
            class in0 shared

        """.Replace("\r\n", "\n", StringComparison.Ordinal),
        MermaidPicture.Of(Machines.Graph("""
            message Ring
            call Dial, Hang
            timer Idle = 90s
            machine Line
            initial state Free
                Dial / !Ring  -> Talking
                ?Ring [quiet] -> Free
            final state Talking
                after Idle -> same
            in any
                Hang -> Free
            """)));

    [MermaidFact]
    public void Mermaid_reads_what_is_written_for_it()
    {
        var graphs = Machines.Shipped.Concat(Machines.Small(10)).Concat(Machines.Large(1)).Select(each => Machines.Graph(each.Protocol, each.Machine)).ToList();
        graphs.Add(Machines.Graph(OddMachine.Text, new GraphOptions { ShowIgnored = true }));
        graphs.Add(Machines.Graph("machine M\ninitial state Alone"));

        var answers = Parse([.. graphs.Select(MermaidPicture.Of)]);

        Assert.All(answers, answer => Assert.Equal("flowchart-v2", answer));
        Assert.StartsWith("error", Parse(["flowchart TB\n    a -- \"x\" -->"])[0], StringComparison.Ordinal);
    }

    private static string[] Parse(string[] diagrams) => JsonSerializer.Deserialize<string[]>(
        ExternalProgram.Run("node", JsonSerializer.Serialize(diagrams), Path.Combine(MermaidFactAttribute.Folder, "parse.mjs")))!;
}
