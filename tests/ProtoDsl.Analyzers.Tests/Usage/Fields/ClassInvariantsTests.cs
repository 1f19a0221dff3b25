using ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Tests.Usage.Fields;

/// <summary>The states in which the members of class <c>C</c> leave the door in its field <c>_d</c>. Door: Closed, Open, Locked; Open in Closed, Close in Open and Closed,
/// Lock in Closed, Unlock in Locked, Break in Locked.</summary>
public sealed class ClassInvariantsTests
{
    [Theory]
    [InlineData("private readonly Door _d = new(); public void M() { _d.Unlock(); _d.Open(); }", "Closed")]
    [InlineData("private readonly Door _d = new(); public void M() { _d.Open(); _d.Close(); }", "Closed")]
    [InlineData("private readonly Door _d = new(); public void M() { _d.Open(); } public void N() { _d.Lock(); }", "Closed Open Locked")]
    [InlineData("private readonly Door _d = new(); public C() { _d.Lock(); } public void M() { _d.Break(); }", "Open Locked")]
    [InlineData("private readonly Door _d = new(); public void M() { Go(); _d.Close(); } private void Go() => _d.Open();", "Closed")]
    [InlineData("private Door _d = new(); public void M() { _d = new Door(); _d.Lock(); }", "Closed Locked")]
    [InlineData("private static readonly Door _d = new(); public static void M() { _d.Open(); _d.Close(); }", "Closed")]
    public void Least(string members, string states) => Assert.Equal(states, InvariantOf(members));

    private static string InvariantOf(string members, string others = "")
    {
        var program = SourceProgram.Of("class C { " + members + " }\n" + others);
        var model = new UsageModel(new MachineCatalog(program.Compilation));
        var field = Assert.Single(model.Program.Fields.In(program.Type("C"), default), field => field.Field.Name.Contains("_d", StringComparison.Ordinal));
        var names = new List<string>();
        foreach (var state in model.Invariants.Of(field, default))
        {
            names.Add(field.Machine.Table.NameOf(state));
        }

        return string.Join(" ", names);
    }
}
