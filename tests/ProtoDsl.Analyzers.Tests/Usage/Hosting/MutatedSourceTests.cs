using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage;
using Xunit.Sdk;

namespace ProtoDsl.Analyzers.Tests.Usage.Hosting;

/// <summary>In an editor most code is broken. The analyzer must not throw, whatever is missing.</summary>
public sealed class MutatedSourceTests
{
    private const int Sources = 10_000;
    private const int SourcesAtOnce = 250;

    private static readonly string[] s_members = [.. Samples().Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Ten_thousand_sources_with_tokens_left_out_make_it_throw_nowhere()
    {
        Assert.True(s_members.Length > 100);
        var thrown = new ConcurrentBag<string>();
        var found = 0;
        for (var first = 0; first < Sources; first += SourcesAtOnce)
        {
            var trees = Enumerable.Range(first, SourcesAtOnce).Select(Mutated).ToArray();
            var compilation = UsageTest.Compile("").AddSyntaxTrees(trees);
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                (exception, _, _) => thrown.Add(exception.ToString()),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false);
            found += (await compilation.WithAnalyzers([new MachineUsageAnalyzer()], options).GetAnalyzerDiagnosticsAsync()).Length;
            Assert.True(thrown.IsEmpty, thrown.FirstOrDefault());
        }

        // Enough of them still say something, so the analysis itself has run.
        Assert.True(found > Sources / 20, $"{found}");
    }

    /// <summary>A member with one to four tokens blanked, in a namespace of its own. Its number is the seed.</summary>
    private static SyntaxTree Mutated(int number)
    {
        var random = new Random(number);
        var member = s_members[random.Next(s_members.Length)];
        var text = member.ToCharArray();
        var tokens = CSharpSyntaxTree.ParseText(member).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var span = tokens[random.Next(tokens.Length)].Span;
            Array.Fill(text, ' ', span.Start, span.Length);
        }

        return CSharpSyntaxTree.ParseText(
            $"using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme;\nnamespace N{number};\npublic partial class Code {{\n{new string(text)}\n}}",
            new CSharpParseOptions(LanguageVersion.Latest),
            $"Mutated{number}.cs");
    }

    /// <summary>Every piece of C# that the tests of a rule are given: members as they are, statements in two methods, of which one fits.</summary>
    private static IEnumerable<string> Samples()
    {
        var given = typeof(MutatedSourceTests).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("ProtoDsl.Analyzers.Tests.Usage.PDSL", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(DataAttribute), inherit: true).Cast<DataAttribute>().SelectMany(data => data.GetData(method)))
            .Select(row => row.FirstOrDefault())
            .OfType<string>();
        foreach (var code in given)
        {
            if (CSharpSyntaxTree.ParseText("class C { " + code + " }").GetDiagnostics().Any())
            {
                yield return $"void M(bool b, Conn p) {{ var c = new Conn(); {code} }}";
                yield return $"async Task M(bool b, Conn p, Door q) {{ {code} }}";
            }
            else
            {
                yield return code;
            }
        }
    }
}
