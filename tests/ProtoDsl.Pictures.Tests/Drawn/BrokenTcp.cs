using ProtoDsl.Testing;

namespace ProtoDsl.Pictures.Tests.Drawn;

/// <summary>TCP without the row for "both close at once".</summary>
internal static class BrokenTcp
{
    public static string Text { get; } = Make();

    private static string Make()
    {
        var lines = SampleTables.Text("Tcp").Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').ToList();
        Assert.Equal(1, lines.RemoveAll(line => line.Contains("-> CLOSING", StringComparison.Ordinal)));
        var scenario = lines.FindIndex(line => line.StartsWith("scenario \"simultaneous close\"", StringComparison.Ordinal));
        lines.RemoveRange(scenario, lines.FindIndex(scenario, line => line.Length == 0) - scenario);
        return string.Join('\n', lines);
    }
}
