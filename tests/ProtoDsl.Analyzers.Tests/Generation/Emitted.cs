using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Language;

namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>A table to C#, as the generator does it.</summary>
internal static class Emitted
{
    /// <summary>The C# of a sound table; a finding of error severity fails the test.</summary>
    public static string Source(string table, string fileName = "Sample")
    {
        var file = TransitionFile.Read(table, fileName);
        Assert.True(file.IsSound, string.Join("\n", file.Diagnostics.Select(diagnostic => $"{diagnostic.Rule.Id} at {diagnostic.Span.Start}: {diagnostic.Message}")));
        return ProtocolEmitter.Emit(file.Protocol, CancellationToken.None);
    }
}
