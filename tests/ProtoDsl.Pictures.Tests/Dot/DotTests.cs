using System.Text.Json;
using ProtoDsl.Pictures.Dot;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Pictures.Tests.Programs;

namespace ProtoDsl.Pictures.Tests.Dot;

public sealed class DotTests
{
    [DotFact]
    public void Graphviz_reads_what_is_written_for_it()
    {
        var graphs = Machines.Shipped.Concat(Machines.Small(20)).Select(each => Machines.Graph(each.Protocol, each.Machine)).ToList();
        graphs.Add(Machines.Graph(OddMachine.Text, new GraphOptions { ShowIgnored = true }));
        graphs.Add(Machines.Graph("machine M\ninitial state Alone"));

        // Graphviz takes several graphs, one after the other; as JSON it writes them as it has understood them.
        var output = ExternalProgram.Run("dot", string.Concat(graphs.Select(DotPicture.Of)), "-Tdot_json");

        var read = output.Split("}\n{", StringSplitOptions.None);
        Assert.Equal(graphs.Count, read.Length);
        using var odd = JsonDocument.Parse("{" + read[^2] + "}");
        Assert.Contains(odd.RootElement.GetProperty("objects").EnumerateArray(), node => node.GetProperty("label").GetString()!.Contains("\\\\k --&gt; l\\n", StringComparison.Ordinal));
    }
}

/// <summary>A test that needs Graphviz.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DotFactAttribute : FactAttribute
{
    public DotFactAttribute()
    {
        if (!ExternalProgram.IsOnPath("dot"))
        {
            Skip = "Graphviz is not installed: there is no 'dot' on the path.";
        }
    }
}
