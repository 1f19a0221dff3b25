using ProtoDsl.Language.Tests.Syntax;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>Tables without a meaning, with each finding under its line: <c>Broken/X.transitions</c>, beside this file.</summary>
public sealed class BrokenTableTests
{
    private static readonly string s_folder = RepositoryPaths.Combine("tests", "ProtoDsl.Language.Tests", "Binding", "Broken");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(s_folder, "*.transitions").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Findings_stand_under_their_lines(string name)
    {
        var text = Text(name);
        return Verifier.Verify(BaselineWriter.Write(text, TransitionFile.Read(text, name).Diagnostics), name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_message_is_one_line_without_full_stop(string name)
    {
        foreach (var diagnostic in TransitionFile.Read(Text(name), name).Diagnostics)
        {
            Assert.DoesNotContain('\n', diagnostic.Message);
            Assert.False(diagnostic.Message.EndsWith('.'), diagnostic.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_understood_is_a_whole_model(string name) => ModelInvariants.Check(TransitionFile.Read(Text(name), name), Text(name));

    private static string Text(string name) => File.ReadAllText(Path.Combine(s_folder, name + ".transitions"));
}
