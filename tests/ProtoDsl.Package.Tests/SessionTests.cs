using System.Text.Json;
using ProtoDsl.Package.Tests.Feed;
using ProtoDsl.Testing;

namespace ProtoDsl.Package.Tests;

/// <summary>Sessions that are checked by a user's build.</summary>
[Collection(PackageCollection.Name)]
public sealed class SessionTests(BuiltConsumers built)
{
    private static readonly string[] _told = ["Far", "Between", "Near", "NearUnchecked", "NearByHand", "HalfClose", "SmallBudget"];

    [Fact]
    public Task What_is_wrong_is_told_where_it_can_be_read() =>
        Verifier.Verify(string.Join("\n\n", _told.Select(project => $"{project}\n{built.MessagesOf(project)}")));

    /// <summary>Nothing of an imported table is generated a second time.</summary>
    [Fact]
    public void An_imported_table_is_the_other_project_s()
    {
        var near = File.ReadAllBytes(built.FileOf("Near", "bin", "Debug", "net10.0", "Near.dll"));
        var far = File.ReadAllBytes(built.FileOf("Far", "bin", "Debug", "net10.0", "Far.dll"));

        Assert.True(far.AsSpan().IndexOf("IAnswererActions"u8) >= 0);
        Assert.True(near.AsSpan().IndexOf("IAskerActions"u8) >= 0);
        Assert.True(near.AsSpan().IndexOf("IAnswererActions"u8) < 0);
    }

    /// <summary>The log of a build has the whole trace: each step as a result of its own, and all of them beside the finding.</summary>
    [Fact]
    public void The_log_has_the_steps_as_related_locations()
    {
        using var log = JsonDocument.Parse(File.ReadAllText(built.FileOf("HalfClose", Consumers.Sessions.Log)));
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToLookup(result => result.GetProperty("ruleId").GetString());

        var finding = Assert.Single(results["PDSL2101"]);
        var related = finding.GetProperty("relatedLocations").EnumerateArray().Select(LineOf).ToArray();
        var steps = results["PDSL2114"].OrderBy(step => TextOf(step), StringComparer.Ordinal).ToArray();

        Assert.Equal(9, related.Length);
        Assert.Equal(related, steps.Select(step => LineOf(step.GetProperty("locations")[0])));
        Assert.StartsWith("Step 9 of 9 to PDSL2101, DATA in FIN_WAIT_2: server Send !DATA", TextOf(steps[8]), StringComparison.Ordinal);
        Assert.StartsWith("scenario \"DATA in FIN_WAIT_2\" in Pair\n", finding.GetProperty("properties").GetProperty("scenario").GetString(), StringComparison.Ordinal);
    }

    private static int LineOf(JsonElement location) => location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();

    private static string TextOf(JsonElement result) => result.GetProperty("message").GetProperty("text").GetString() ?? "";
}
