using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Formatting;

public sealed class FormatterTests
{
    [Fact]
    public void Explore()
    {
        foreach (var n in SampleTables.Names) { File.WriteAllText($"/tmp/fmt_{n}.a", SampleTables.Text(n)); File.WriteAllText($"/tmp/fmt_{n}.b", TransitionFile.Format(SampleTables.Text(n))); Assert.Equal(TransitionFile.Format(SampleTables.Text(n)), TransitionFile.Format(TransitionFile.Format(SampleTables.Text(n)))); }
    }
}
