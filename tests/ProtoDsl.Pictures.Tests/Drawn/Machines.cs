using ProtoDsl.Language;
using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Tests.Alone;

namespace ProtoDsl.Pictures.Tests.Drawn;

/// <summary>Machines to draw.</summary>
internal static class Machines
{
    public static Protocol Read(string text, string name = "Table") => TransitionFile.Read(text, name).Protocol;

    /// <summary>Every machine of every sample table.</summary>
    public static IEnumerable<(Protocol Protocol, Machine Machine)> Shipped =>
        SampleTables.Names.Select(name => Read(SampleTables.Text(name), name)).SelectMany(All);

    /// <summary>Small machines with every kind of row.</summary>
    public static IEnumerable<(Protocol Protocol, Machine Machine)> Small(int seeds) => Enumerable.Range(0, seeds).Select(seed => Read(RandomMachine.Of(seed))).SelectMany(All);

    /// <summary>Machines of some 40 states.</summary>
    public static IEnumerable<(Protocol Protocol, Machine Machine)> Large(int seeds) => Enumerable.Range(0, seeds).Select(seed => Read(LargeMachine.Of(seed, 40))).SelectMany(All);

    public static MachineGraph Graph(Protocol protocol, Machine machine, GraphOptions? options = null) => GraphBuilder.Build(protocol, machine, options ?? GraphOptions.Default);

    /// <summary>The only machine of a table.</summary>
    public static MachineGraph Graph(string text, GraphOptions? options = null)
    {
        var protocol = Read(text);
        return Graph(protocol, protocol.Machines.Single(), options);
    }

    private static IEnumerable<(Protocol Protocol, Machine Machine)> All(Protocol protocol) => protocol.Machines.Select(machine => (protocol, machine));
}
