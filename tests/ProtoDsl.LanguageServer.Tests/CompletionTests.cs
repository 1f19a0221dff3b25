using ProtoDsl.Language;
using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>What is offered while a table is written.</summary>
public sealed class CompletionTests
{
    private const string Link = """
        protocol Link
        message A(One|Two kind), B
        call Go(Level level), Halt
        tag Level = Low | High
        timer Wait = 1s
        machine Left
        group Both = Idle, Busy
        initial state Idle
            Go(Low) [ready] / !A(One), report, start Wait -> Busy
        final state Busy
            timeout Wait -> same
        session Pair
            left : Left
            right : Left from Idle
            over fifo(1)
        scenario "x" in Pair
            left Go(Low)

        """;

    [Theory]
    [InlineData("state Busy\n    ?B -> ", "Idle Busy same")]
    [InlineData("state Busy\n    ?B -> Id", "Idle Busy same")]
    [InlineData("state Busy\n    ?", "A B *")]
    [InlineData("state Busy\n    B / !", "A B")]
    [InlineData("state Busy\n    Halt / ", "!A !B report start stop restart")]
    [InlineData("state Busy\n    Halt / report, ", "!A !B report start stop restart")]
    [InlineData("state Busy\n    Halt / report, restart ", "Wait")]
    [InlineData("state Busy\n    entry ", "!A !B report start stop restart")]
    [InlineData("state Busy\n    Halt [", "ready else")]
    [InlineData("state Busy\n    Halt [!", "ready")]
    [InlineData("state Busy\n    Halt [ready && (", "ready")]
    [InlineData("state Busy\n    Halt [ready ", "")]
    [InlineData("state Busy\n    ?A(", "One Two")]
    [InlineData("state Busy\n    Go(", "Low High")]
    [InlineData("state Busy\n    Go / !A(", "One Two level")]
    [InlineData("state Busy\n    Go / !A(One), report(", "level One Two Low High")]
    [InlineData("state Busy\n    after ", "Wait")]
    [InlineData("state Busy\n    ?A | ", "Go Halt ?A ?B ?* after timeout")]
    [InlineData("state Busy\n    forbid ", "Go Halt ?A ?B ?* after timeout")]
    [InlineData("state Busy\n    ?B from ", "left right")]
    [InlineData("state Busy\n    Halt / !B to ", "left right")]
    [InlineData("state Busy\n    Halt / !B ", "")]
    [InlineData("state Busy // ?", "")]
    [InlineData("state Busy\n    forbid Go \"-> ", "")]
    [InlineData("in ", "any Idle Busy Both")]
    [InlineData("in any except ", "Idle Busy Both")]
    [InlineData("in any ", "except")]
    [InlineData("in Idle, ", "Idle Busy Both")]
    [InlineData("group More = ", "Idle Busy Both")]
    [InlineData("keep ", "Go Halt ?A ?B ?* after timeout")]
    [InlineData("keep Go ", "in until")]
    [InlineData("keep Go in ", "any Idle Busy Both")]
    [InlineData("keep Go in Both ", "until")]
    [InlineData("keep Go until ", "Go Halt ?A ?B ?* after timeout")]
    [InlineData("keep Go until ?", "A B *")]
    [InlineData("keep Go until after ", "Wait")]
    [InlineData("message C(", "Level")]
    [InlineData("initial ", "state final")]
    [InlineData("public ", "machine internal async synchronized generic")]
    [InlineData("import ", "")]
    [InlineData("session S\n    a : ", "Left")]
    [InlineData("session S\n    a : Left ", "calls from")]
    [InlineData("session S\n    a : Left calls Go, ", "Go Halt")]
    [InlineData("session S\n    a : Left calls Go from ", "Idle Busy")]
    [InlineData("session S\n    over ", "lossy fifo bag rendezvous")]
    [InlineData("session S\n    over lossy ", "fifo bag")]
    [InlineData("session S\n    a : Left\n    b : Left\n    never \"why\" ", "a b")]
    [InlineData("session S\n    a : Left\n    b : Left\n    never a ", "Idle Busy")]
    [InlineData("session S\n    a : Left\n    b : Left\n    never a Idle, ", "a b")]
    [InlineData("scenario \"y\" ", "in")]
    [InlineData("scenario \"y\" in ", "Pair")]
    [InlineData("scenario \"y\" in Pair\n    from ", "left right")]
    [InlineData("scenario \"y\" in Pair\n    expect left Idle, right ", "Idle Busy")]
    [InlineData("scenario \"y\" in Pair\n    left ", "Go Halt -> ?A ?B after timeout")]
    [InlineData("scenario \"y\" in Pair\n    left -> ", "left right")]
    [InlineData("scenario \"y\" in Pair\n    left -> right ", "A B")]
    [InlineData("scenario \"y\" in Pair\n    drop left -> right A(", "One Two")]
    [InlineData("scenario \"y\" in Pair\n    left timeout ", "Wait")]
    [InlineData("scenario \"y\" in Pair\n    left Go [", "ready else")]
    public async Task WhatMayFollowIsOffered(string written, string expected)
    {
        await using var editor = await Editor.StartAsync();
        var text = Link.ReplaceLineEndings("\n");
        if (written.StartsWith("keep", StringComparison.Ordinal) || written.StartsWith("group", StringComparison.Ordinal))
        {
            // They stand above the states.
            var above = text[..text.IndexOf("initial state", StringComparison.Ordinal)];
            await editor.OpenAsync("Link", above + written + "\n" + text[above.Length..]);
            text = above;
        }
        else
        {
            await editor.OpenAsync("Link", text + written);
        }

        Assert.Equal(expected, string.Join(' ', await LabelsAsync(editor, "Link", text.Length + written.Length)));
    }

    [Theory]
    [InlineData("state Busy\n    ", "Go", "?A", "ignore", "entry", "state")]
    [InlineData("in any\n    ", "Go", "forbid", "session")]
    [InlineData("", "left", "expect", "scenario")]
    public async Task ALineMayBeginInManyWays(string written, params string[] expected)
    {
        await using var editor = await Editor.StartAsync();
        var text = Link.ReplaceLineEndings("\n");
        await editor.OpenAsync("Link", text + written);
        Assert.Empty(expected.Except(await LabelsAsync(editor, "Link", text.Length + written.Length)));
    }

    [Fact]
    public async Task WhoIndentsWantsNoList()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Link", Link + "state More\n ");
        var parameters = new { textDocument = new { uri = editor.UriOf("Link") }, position = Place.Of(editor.Texts["Link"], editor.Texts["Link"].Length), context = new { triggerKind = 2, triggerCharacter = " " } };
        Assert.Empty((await editor.Client.RequestAsync("textDocument/completion", parameters))!["items"]!.AsArray());
    }

    [Fact]
    public async Task AnItemReplacesWhatIsWritten()
    {
        await using var editor = await Editor.StartAsync();
        var text = Link + "state More\n    ?A -> Bu";
        await editor.OpenAsync("Link", text);
        var item = (await editor.AskAsync("textDocument/completion", "Link", text.Length))!["items"]!.AsArray().Single(one => (string?)one!["label"] == "Busy");
        Assert.Equal(Link + "state More\n    ?A -> Busy", Place.Apply(text, [item!["textEdit"]!.DeepClone()]));
    }

    [Fact]
    public async Task AKeywordThatIsANameIsEscaped()
    {
        await using var editor = await Editor.StartAsync();
        const string Text = "machine M\ncall go\ninitial state @state\n    go -> ";
        await editor.OpenAsync("M", Text);
        var item = (await editor.AskAsync("textDocument/completion", "M", Text.Length))!["items"]!.AsArray().Single(one => (string?)one!["label"] == "state");
        Assert.Equal("@state", (string?)item!["textEdit"]!["newText"]);
    }

    [Fact]
    public async Task NamesOfImportedTablesAreOffered()
    {
        await using var editor = await Editor.StartAsync(("Client.transitions", Tables.Client), ("Server.transitions", Tables.Server), ("Pair.transitions", Tables.Pair));
        async Task<string> At(string after) => string.Join(' ', await LabelsAsync(editor, "Pair.transitions", Tables.Pair.IndexOf(after, StringComparison.Ordinal) + after.Length));
        Assert.Equal("Client Server", await At("import "));
        Assert.Equal("Pinger Ponger", await At("client : "));
        Assert.Equal("Go Stop", await At("calls "));
        Assert.Equal("READY GONE", await At("Ponger from "));
        Assert.Equal("Fast Slow", await At("PING("));
    }

    public static TheoryData<string> Samples => new(SampleTables.Names);

    /// <summary>Each name of each sample, taken away with all that follows in its line, is among what is offered in its place; once for each sign that stands
    /// before it.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public async Task EveryNameIsOfferedWhereItStood(string sample)
    {
        var text = SampleTables.Text(sample);
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync(sample, text);
        foreach (var use in TransitionFile.Names(TransitionFile.Parse(text), sample).Uses.Where(use => !use.IsDeclaration && !char.IsDigit(use.Key.Name[0]))
            .DistinctBy(use => (use.Key, text[..use.Span.Start].TrimEnd(' ')[^1])))
        {
            var end = text.IndexOf('\n', use.Span.Start) is >= 0 and var found ? found : text.Length;
            await editor.SetAsync(sample, text[..use.Span.Start] + text[end..]);
            var isAlone = TransitionFile.Names(TransitionFile.Parse(editor.Texts[sample]), sample).Of(use.Key).Any() is false;
            var labels = await LabelsAsync(editor, sample, use.Span.Start);
            Assert.True(isAlone || labels.Contains(use.Key.Name) || labels.Contains("?" + use.Key.Name), $"{use} in {sample}: {string.Join(' ', labels)}");
        }
    }

    private static async Task<IEnumerable<string>> LabelsAsync(Editor editor, string name, int offset) =>
        (await editor.AskAsync("textDocument/completion", name, offset))!["items"]!.AsArray().Select(item => (string)item!["label"]!).ToArray();
}
