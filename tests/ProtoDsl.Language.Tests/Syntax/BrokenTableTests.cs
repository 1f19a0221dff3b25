using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Broken tables with each finding under its line: <c>Broken/X.transitions</c>, beside this file.</summary>
public sealed class BrokenTableTests
{
    private static readonly string Folder = RepositoryPaths.Combine("tests", "ProtoDsl.Language.Tests", "Syntax", "Broken");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.transitions").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public Task Findings_stand_under_their_lines(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".transitions"));
        return Verifier.Verify(BaselineWriter.Write(text, TransitionFile.Parse(text).Diagnostics), name);
    }

    [Fact]
    public void Every_message_is_one_line_and_says_what_to_write()
    {
        foreach (var path in Directory.GetFiles(Folder, "*.transitions"))
        {
            foreach (var diagnostic in TransitionFile.Parse(File.ReadAllText(path)).Diagnostics)
            {
                Assert.DoesNotContain('\n', diagnostic.Message);
                Assert.False(diagnostic.Message.EndsWith('.'), diagnostic.Message);
                Assert.Contains(new[] { "write", "Write", "remove", "did you mean", "begin with", "; name " }, part => diagnostic.Message.Contains(part, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Every_fix_removes_its_finding()
    {
        var fixes = 0;
        foreach (var path in Directory.GetFiles(Folder, "*.transitions"))
        {
            var text = File.ReadAllText(path);
            var before = TransitionFile.Parse(text).Diagnostics;
            foreach (var diagnostic in before.Where(diagnostic => diagnostic.Fix is not null))
            {
                var edited = text;
                foreach (var edit in diagnostic.Fix!.Edits.OrderByDescending(edit => edit.Span.Start))
                {
                    edited = edited[..edit.Span.Start] + edit.NewText + edited[edit.Span.End..];
                }

                fixes++;
                Assert.Equal(before.Count - 1, TransitionFile.Parse(edited).Diagnostics.Count);
            }
        }

        Assert.True(fixes >= 20, $"{fixes} fixes");
    }
}
