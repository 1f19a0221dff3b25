using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Binding;

public sealed class SampleTests
{
    public static TheoryData<string> Names => new(SampleTables.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_no_error_and_no_warning(string name)
    {
        var bound = TransitionFile.Read(SampleTables.Text(name), name);

        Assert.Empty(bound.Diagnostics.Select(diagnostic => diagnostic.Rule.Id + ": " + diagnostic.Message));
    }
}
