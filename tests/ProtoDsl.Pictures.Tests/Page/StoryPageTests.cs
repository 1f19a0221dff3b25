using Microsoft.Playwright;
using ProtoDsl.Language;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Pictures.Tests.Page;

/// <summary>Counterexamples in the page.</summary>
[Collection(nameof(Browser))]
public sealed class StoryPageTests(Browser browser)
{
    [BrowserFact]
    public async Task A_counterexample_is_a_slider()
    {
        await using var open = await OpenPage.Of(browser, "Tcp", BrokenTcp.Text);
        await open.Page.Locator("#stories").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        var story = await open.Page.Locator("#story").TextContentAsync();
        Assert.Contains("no row in FIN_WAIT_1 for FIN", story, StringComparison.Ordinal);
        Assert.Equal("0 of 6", await open.Page.Locator("#count").TextContentAsync());
        Assert.DoesNotContain("fault", await open.Status.GetAttributeAsync("class") ?? "", StringComparison.Ordinal);

        await open.Page.Locator("#position").FillAsync("6");

        Assert.Contains("No row of client lists FIN in FIN_WAIT_1.", await open.Status.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("fault", await open.Status.GetAttributeAsync("class"));
        Assert.Equal(["FIN"], (await open.Page.Locator("#channels .fault").AllTextContentsAsync()).Distinct());
        await open.Keep("story");

        // Whoever leaves its way leaves the story; who comes back by the address is in it.
        var address = open.Address;
        await open.Choose("client", "Abort");
        Assert.True(await open.Page.Locator("#story").IsHiddenAsync());
        await open.Page.GoBackAsync();
        Assert.Equal(address, open.Address);
        Assert.True(await open.Page.Locator("#story").IsVisibleAsync());
    }

    /// <summary>Over rendezvous, where two roles step at once; and what is left over in a queue.</summary>
    [BrowserFact]
    public async Task The_end_is_told_as_what_it_is()
    {
        const string talk = "message A, B\ncall Go\nmachine Asker\ninitial state L0\n    Go / !A -> L1\nstate L1\n    ?B -> L2\nfinal state L2\n    forbid Go\n"
            + "machine Answerer\ninitial state R0\n    ?A / !B, !B -> R1\nfinal state R1\n    ignore ?A\nsession Queued\n    left : Asker\n    right : Answerer\n    over fifo(2)\nsession Met\n    left : Asker\n    right : Answerer\n    over rendezvous\n";
        await using var open = await OpenPage.Of(browser, "Talk", talk);
        await open.Choose("left", "Go");
        await open.Choose("right", "?A !B !B");
        await open.Choose("left", "?B");
        Assert.Equal("left in L2, right in R1. All may end here, and nobody reads B.", await open.Status.TextContentAsync());
        Assert.Equal("fault", await open.Status.GetAttributeAsync("class"));

        await open.Page.Locator("#system").SelectOptionAsync("session Met over rendezvous");
        Assert.True(await open.Page.Locator("#channels").IsHiddenAsync());
        await open.Choose("left", "Go");
        Assert.Equal("left Go !A > right ?A", await open.Steps.Nth(0).TextContentAsync());
        await open.Choose("right", "… !B");
        Assert.Equal("left in L2, right in R0. Nothing can happen any more, and not all have finished.", await open.Status.TextContentAsync());
        Assert.Equal(2, await open.Page.Locator("#chart .arrow.done").CountAsync());
    }

    /// <summary>All counterexamples of a broken table are played by the page to where the checker says they lead, and told as it tells them.</summary>
    [BrowserFact]
    public async Task The_page_plays_what_the_checker_found()
    {
        var file = new TableFile("Tcp.transitions", TransitionFile.Read(BrokenTcp.Text, "Tcp"));
        var expected = SessionChecker.Check(file, [], new CheckOptions()).Sessions.SelectMany(session => session.Counterexamples).Select(each => each.Finding.Scenario!).ToArray();
        Assert.True(expected.Length > 1);
        await using var open = await OpenPage.Of(browser, "Tcp", BrokenTcp.Text);

        for (var story = 0; story < expected.Length; story++)
        {
            await open.Page.Locator("#stories").SelectOptionAsync(new SelectOptionValue { Index = story + 1 });
            if (await open.Page.Locator("#last").IsEnabledAsync())
            {
                await open.Page.Locator("#last").ClickAsync();
            }

            await open.Page.Locator("#scenario").ClickAsync();
            var told = await open.Page.Locator("#scenario-text textarea").InputValueAsync();
            Assert.Equal(Body(expected[story]), Body(told));
            await open.Page.Locator("#close").ClickAsync();
        }
    }

    // Without its first line, which has the title, and without alignment.
    private static IEnumerable<string> Body(string scenario) => scenario.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1);
}
