using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Every sample table compiles, warnings as errors, documentation complete, C# 8, on each framework.</summary>
public sealed class SampleCompilationTests
{
    /// <summary>What the samples leave to their user.</summary>
    private const string UserTypes = """
        namespace Acme.Web { internal readonly struct HeaderBlock { } internal enum ErrorCode { None } }
        namespace Acme.Net { internal sealed class Options { } }
        """;

    public static TheoryData<string, TargetFramework> Samples
    {
        get
        {
            var data = new TheoryData<string, TargetFramework>();
            foreach (var sample in SampleTables.Names)
            {
                foreach (var framework in Enum.GetValues<TargetFramework>())
                {
                    data.Add(sample, framework);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Compiles(string sample, TargetFramework framework)
    {
        var source = Emitted.Source(SampleTables.Text(sample), sample);
        var compilation = TestCompilation.Create(framework, LanguageVersion.CSharp8, source, UserTypes);

        Assert.Empty(compilation.Problems());
    }
}
