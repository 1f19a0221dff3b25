using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.CodeFixes.Tests.Usage.Harness;

/// <summary>Takes a repair and builds again: the finding is gone, the compiler has nothing to say, and the text is what the test shows.</summary>
internal static class FixTest
{
    /// <summary>The one finding of the analyzer is repaired.</summary>
    public static async Task Verify(string table, string title, string before, string after, LanguageVersion language = LanguageVersion.Latest, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        using var project = new UsageProject(table, before, language, output);
        await AssertCompiles(project);
        var finding = Assert.Single(await project.FindAsync());

        await Apply(project, finding, title);

        Assert.True(after == project.Text, $"expected:\n{after}\nfound:\n{project.Text}");
        Assert.DoesNotContain(await project.FindAsync(), found => found.Id == finding.Id);
    }

    /// <summary>A finding that the test makes, at the call of a method or at a parameter, is repaired.</summary>
    public static async Task VerifyMade(string table, string title, MadeFinding finding, string before, string after, LanguageVersion language = LanguageVersion.Latest)
    {
        using var project = new UsageProject(table, before, language);
        await AssertCompiles(project);
        Assert.DoesNotContain(await project.FindAsync(), found => found.Severity == DiagnosticSeverity.Error);

        await Apply(project, await finding.InAsync(project.Document), title);

        Assert.True(after == project.Text, $"expected:\n{after}\nfound:\n{project.Text}");
        Assert.DoesNotContain(await project.FindAsync(), found => found.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The titles that are offered for the one finding of the analyzer.</summary>
    public static async Task<IReadOnlyList<string>> Titles(string table, string source, LanguageVersion language = LanguageVersion.Latest, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        using var project = new UsageProject(table, source, language, output);
        await AssertCompiles(project);
        return [.. (await project.OffersAsync(Assert.Single(await project.FindAsync()))).Select(offer => offer.Title)];
    }

    /// <summary>The titles that are offered for a finding that the test makes.</summary>
    public static async Task<IReadOnlyList<string>> Titles(string table, string source, MadeFinding finding)
    {
        using var project = new UsageProject(table, source);
        await AssertCompiles(project);
        return [.. (await project.OffersAsync(await finding.InAsync(project.Document))).Select(offer => offer.Title)];
    }

    private static async Task Apply(UsageProject project, Diagnostic finding, string title)
    {
        var offers = await project.OffersAsync(finding);
        var offer = offers.SingleOrDefault(each => each.Title == title);
        Assert.True(offer is not null, $"'{title}' is not offered, but {string.Join(", ", offers.Select(each => $"'{each.Title}'"))}.");
        Assert.NotNull(offer.EquivalenceKey);
        await project.ApplyAsync(offer);
        await AssertCompiles(project);
    }

    private static async Task AssertCompiles(UsageProject project)
    {
        var errors = await project.ErrorsAsync();
        Assert.True(errors.Count == 0, string.Join("\n", errors.Select(error => error.ToString())) + "\n" + project.Text);
    }
}

/// <summary>A finding that the analyzer does not report yet, or not here.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">The name of the method that is called, or of the parameter, that it points at; the last one in the file.</param>
/// <param name="Properties">What it carries.</param>
internal sealed record MadeFinding(string Id, string At, params (string Key, string Value)[] Properties)
{
    public async Task<Diagnostic> InAsync(Document document)
    {
        var root = (await document.GetSyntaxRootAsync())!;
        var token = root.DescendantTokens().Last(token => token.ValueText == At
            && token.Parent is ParameterSyntax or SimpleNameSyntax { Parent: InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax });
        var span = token.Parent is ParameterSyntax parameter ? parameter.GetLocation() : token.GetLocation();
        var rule = new DiagnosticDescriptor(Id, "title", "{0}", "ProtoDsl.Usage", DiagnosticSeverity.Warning, true);
        return Diagnostic.Create(rule, span, Properties.ToImmutableDictionary(pair => pair.Key, pair => (string?)pair.Value), Id.ToString(CultureInfo.InvariantCulture));
    }
}
