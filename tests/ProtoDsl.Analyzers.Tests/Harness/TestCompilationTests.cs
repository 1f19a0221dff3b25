using Microsoft.CodeAnalysis.CSharp;

namespace ProtoDsl.Analyzers.Tests.Harness;

public sealed class TestCompilationTests
{
    [Theory]
    [InlineData(TargetFramework.Running)]
    [InlineData(TargetFramework.Net80)]
    [InlineData(TargetFramework.NetStandard20)]
    public void Finds_the_framework_and_the_runtime_library(TargetFramework framework)
    {
        const string source = """
            using System;
            using System.Threading.Tasks;
            public static class Program
            {
                /// <summary>S.</summary>
                public static ValueTask<string> Run(ReadOnlyMemory<byte> bytes, IAsyncDisposable x) =>
                    throw new ProtoDsl.OverlappingEventException("M", "E", "S" + bytes.Length + x);
            }
            """;

        Assert.Equal("CS1591", Assert.Single(TestCompilation.Create(framework, LanguageVersion.CSharp8, source).Problems()).Split(": ")[1]);
    }

    [Fact]
    public void Runs_what_it_compiled()
    {
        using var loaded = LoadedAssembly.Load(TestCompilation.Create("internal static class Program { public static string Run() => \"ran\"; }"));

        Assert.Equal("ran", loaded.Run());
    }
}
