using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>Random tables, random walks: the generated machine and a slow interpreter of the model make the same calls to their user in
/// the same order, end in the same states, throw the same exceptions, and leave the same behind when an action throws.</summary>
public sealed class DifferentialTests
{
    private const int TablesInBatch = 40;
    private const int Lives = 4;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Walks_alike(int batch)
    {
        var tables = SoundTables(batch * 1000).Take(TablesInBatch).ToArray();
        var options = TestCompilation.ParseOptions().WithDocumentationMode(DocumentationMode.None);
        var trees = tables
            .SelectMany(table => new[] { ProtocolEmitter.Emit(table.Protocol, CancellationToken.None), DriverSource.Write(table.Protocol, table.Machine, table.IsGeneric, table.IsObserved) })
            .Prepend(DriverSource.Host)
            .Select(source => CSharpSyntaxTree.ParseText(source, options));
        using var loaded = LoadedAssembly.Load(TestCompilation.Create(TargetFramework.Running, trees));

        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            for (var life = 0; life < Lives; life++)
            {
                new Walk(loaded.Assembly, table, life, seen).Go();
            }
        }

        // A walk that met nothing would agree with anything.
        var wanted = new[] { "Boom", "False", "Illegal", "Unexpected", "deferred", "moved", "redelivered", "reentered", "taken", "thrown after the step", "unsaved" };
        Assert.All(wanted, what => Assert.True(seen.GetValueOrDefault(what) >= 10, $"{what}: too rare in {string.Join(", ", seen)}"));
    }

    private static IEnumerable<WalkedTable> SoundTables(int seed)
    {
        for (var i = seed; i < seed + 1000; i++)
        {
            var random = new RandomTable(i);
            var text = random.Write($"T{i}");
            var file = TransitionFile.Read(text, "P");
            if (file.IsSound)
            {
                yield return new WalkedTable(i, text, file.Protocol, random.Flavor.Contains("generic", StringComparison.Ordinal) && i % 3 > 0, i % 5 > 1);
            }
        }

        Assert.Fail("hardly any table is sound");
    }
}
