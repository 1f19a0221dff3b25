using ProtoDsl.Language.Model;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Reads what the oracles compare: an example's machine, and tab-separated files with a heading.</summary>
internal static class OracleTable
{
    /// <summary>The first machine of a sample, which must be sound.</summary>
    internal static (Protocol Protocol, Machine Machine) Read(string sample)
    {
        var file = TransitionFile.Read(SampleTables.Text(sample), sample);
        Assert.True(file.IsSound, string.Join('\n', file.Diagnostics.Select(diagnostic => diagnostic.Message)));
        return (file.Protocol, file.Protocol.Machines[0]);
    }

    /// <summary>The same with one piece of its text changed, sound or not: what an oracle must notice.</summary>
    internal static (Protocol Protocol, Machine Machine) Changed(string sample, string oldText, string newText)
    {
        var text = SampleTables.Text(sample);
        Assert.Contains(oldText, text, StringComparison.Ordinal);
        var protocol = TransitionFile.Read(text.Replace(oldText, newText, StringComparison.Ordinal), sample).Protocol;
        return (protocol, protocol.Machines[0]);
    }

    /// <summary>The rows of a file of <c>tests/Oracles</c>, each a map from heading to text. Lines that begin with # are remarks.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(RepositoryPaths.Combine("tests", "Oracles", file)).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        var headings = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => Row(headings, line.Split('\t')))];
    }

    private static Dictionary<string, string> Row(string[] headings, string[] fields)
    {
        Assert.Equal(headings.Length, fields.Length);
        return headings.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
