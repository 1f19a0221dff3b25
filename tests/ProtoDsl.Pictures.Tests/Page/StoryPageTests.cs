using Microsoft.Playwright;
using ProtoDsl.Language;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Pictures.Tests.Page;

/// <summary>Counterexamples in the page.</summary>
public sealed class StoryPageTests(Browser browser) : IClassFixture<Browser>
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
