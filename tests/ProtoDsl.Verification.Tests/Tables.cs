using ProtoDsl.Language;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests;

/// <summary>From the text of tables to systems.</summary>
internal static class Tables
{
    public static TableFile Read(string text, string name = "Table") => new(name + ".transitions", TransitionFile.Read(text, name));

    /// <summary>Reads a table that has no mistake; warnings are allowed.</summary>
    public static TableFile ReadSound(string text, string name = "Table")
    {
        var file = Read(text, name);
        Assert.True(file.Bound.IsSound, string.Join("\n", file.Bound.Diagnostics.Select(diagnostic => diagnostic.Message)) + "\n" + text);
        return file;
    }

    public static SystemBuild Build(TableFile file, string? session = null, params TableFile[] others) =>
        SystemBuilder.Build(file, SessionOf(file, session), others);

    /// <summary>The system of the only session, or of one by name.</summary>
    public static SessionSystem System(string text, string? session = null)
    {
        var build = Build(ReadSound(text), session);
        Assert.Empty(build.Problems);
        return Assert.IsType<SessionSystem>(build.System);
    }

    public static Session SessionOf(TableFile file, string? name) =>
        file.Bound.Protocol.Sessions.Single(session => name is null || session.Name == name);
}
