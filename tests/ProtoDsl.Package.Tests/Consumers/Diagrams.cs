using ProtoDsl.Package.Tests.Feed;

namespace ProtoDsl.Package.Tests.Consumers;

/// <summary>Projects that ask for diagrams beside their tables.</summary>
internal static class Diagrams
{
    /// <summary>A picture that somebody has drawn.</summary>
    public const string ByHand = "<svg><!-- drawn by hand --></svg>";

    public static IEnumerable<Consumer> All()
    {
        yield return new Consumer("Drawn") { Properties = new() { ["ProtoDslDiagram"] = "svg; mermaid;html" } }
            .With("Tables/Door.transitions", Tables.Door)
            .With("Two.transitions", "machine Left\ncall Go\ninitial state A\n    Go -> A\nmachine Right\ncall Come\ninitial state B\n    Come -> B\n")
            .With("Tables/Door.mmd", "flowchart TB\n    s0(\"of an older table\")\n");
        yield return new Consumer("NotDrawn") { Properties = new() { ["ProtoDslDiagram"] = "svg;png" } }
            .With("Door.transitions", Tables.Door)
            .With("Door.svg", ByHand);
    }
}
