using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>C# types are read by their grammar and printed anew.</summary>
public sealed class CSharpTypeTests
{
    [Theory]
    [InlineData("int")]
    [InlineData("string?")]
    [InlineData("System.Collections.Generic.Dictionary<string, int?>")]
    [InlineData("System . Net . EndPoint", "System.Net.EndPoint")]
    [InlineData("global::System.Net.EndPoint")]
    [InlineData("byte[]")]
    [InlineData("int[ , ][]?", "int[,][]?")]
    [InlineData("int?[]?[,,]")]
    [InlineData("(int, string)")]
    [InlineData("(string a,byte[ ] b)?", "(string a, byte[] b)?")]
    [InlineData("Outer<int>.Inner<X,Y<(int a, Z b)>>", "Outer<int>.Inner<X, Y<(int a, Z b)>>")]
    [InlineData("Namespaces.X<int?, (string a, byte[] b)>")]
    [InlineData("List<List<List<int>>>")]
    [InlineData("@class")]
    [InlineData("@Foo", "Foo")]
    [InlineData("@dynamic")]
    [InlineData("(int @class, int b)")]
    [InlineData("Größe.Übung")]
    public void A_type_is_printed_in_one_way(string written, string? canonical = null)
    {
        var file = TransitionFile.Parse($"message M({written} name)");
        Assert.Empty(file.Diagnostics.Select(diagnostic => diagnostic.Message));
        var parameter = Assert.Single(Assert.Single(Assert.IsType<MessageLine>(Assert.Single(file.Lines)).Signatures).Parameters);
        Assert.Equal(canonical ?? written, parameter.Type?.Text);
        Assert.Equal("name", parameter.Name.Text);
    }

    [Theory]
    [InlineData("End", "End")]
    [InlineData("@class", "class")]
    [InlineData("int", null)]
    [InlineData("End?", null)]
    [InlineData("Acme.End", null)]
    [InlineData("End<int>", null)]
    [InlineData("End[]", null)]
    public void Only_a_plain_name_may_be_a_tag(string written, string? simpleName)
    {
        var line = Assert.IsType<MessageLine>(Assert.Single(TransitionFile.Parse($"message M({written} name)").Lines));
        Assert.Equal(simpleName, line.Signatures[0].Parameters[0].Type?.SimpleName);
    }

    [Theory]
    [InlineData("byte*", "pointer")]
    [InlineData("ref int", "'ref'")]
    [InlineData("void", "'void'")]
    [InlineData("class", "'@class'")]
    [InlineData("int??", "name of the parameter")]
    [InlineData("List<>", "found '>'")]
    [InlineData("(int a)", "at least two elements")]
    [InlineData("int[3]", "no length")]
    [InlineData("System.", "name of the parameter")]
    [InlineData("lib::X", "name of the parameter")]
    [InlineData("int.MaxValue", "name of the parameter")]
    public void What_is_no_type_gives_one_finding(string written, string message)
    {
        var finding = Parsing.Finding($"message M({written} name), N");
        Assert.Contains(message, finding.Message);
        Assert.Equal(2, Assert.IsType<MessageLine>(Assert.Single(TransitionFile.Parse($"message M({written} name), N").Lines)).Signatures.Count);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.Empty(TransitionFile.Parse("message M(" + Nested(31) + " x)").Diagnostics);
        Assert.Equal("PDSL0026", Parsing.Finding("message M(" + Nested(32) + " x)").Rule.Id);
        Assert.Equal("PDSL0026", Parsing.Finding("message M(" + Nested(100_000) + " x)").Rule.Id);

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("X<", depth)) + "int" + new string('>', depth);
    }
}
