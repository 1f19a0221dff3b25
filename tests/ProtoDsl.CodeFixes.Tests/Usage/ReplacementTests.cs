using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>A contract that means nothing becomes the one that was meant.</summary>
public sealed class ReplacementTests
{
    [Theory]
    [InlineData("[InState(\"Opened\")]", "[InState(DoorState.Opened)]")]
    [InlineData("[InState(DoorState.Closed, \"opened\" /* now */)]", "[InState(DoorState.Closed, DoorState.Opened /* now */)]")]
    public Task A_name_becomes_the_member_of_the_enum(string before, string after) => FixTest.Verify(
        Tables.Door,
        "Write 'DoorState.Opened'",
        File(before),
        File(after));

    [Fact]
    public Task A_name_of_a_field_becomes_that_field() => FixTest.Verify(
        Tables.Door,
        "Write 'nameof(_front)'",
        House("\"_frnt\""),
        House("nameof(_front)"));

    [Fact]
    public async Task What_cannot_be_guessed_is_not() => Assert.Empty(await FixTest.Titles(Tables.Door, File("[InState(\"nothing like it\")]")));

    private static string House(string name) => $$"""
        using Acme;
        using ProtoDsl;

        internal sealed class House
        {
            private readonly Door _front = new();

            [MemberInState({{name}}, DoorState.Closed)]
            public bool IsShut() => _front.State == DoorState.Closed;
        }
        """;

    private static string File(string attribute) =>
        Snippet.Members($"public static void Run({attribute} Door door) => Console.WriteLine(door);").Replace("using Acme;", "using Acme;\nusing ProtoDsl;");
}
