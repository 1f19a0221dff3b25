using Microsoft.Playwright;
using ProtoDsl.Testing;

namespace ProtoDsl.Pictures.Tests.Page;

/// <summary>The page of TCP, clicked through.</summary>
public sealed class SessionPageTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_connection_opened_and_closed()
    {
        await using var open = await OpenPage.Of(browser, "Tcp", SampleTables.Text("Tcp"));
        foreach (var (role, choice) in new[]
        {
            ("server", "Listen"), ("client", "Connect"), ("server", "?SYN "), ("client", "?SYN_ACK"), ("server", "?ACK(SYN)"),
            ("client", "Close"), ("server", "?FIN"), ("client", "?ACK(FIN)"), ("server", "Close"), ("client", "?FIN"), ("server", "?ACK(FIN)"), ("client", "after TimeWait"),
        })
        {
            await open.Choose(role, choice);
        }

        Assert.Equal("client in CLOSED, server in CLOSED. All may end here.", await open.Status.TextContentAsync());
        Assert.Equal(["CLOSED", "CLOSED"], [await open.StateOf(0), await open.StateOf(1)]);
        Assert.Equal(12, await open.Steps.CountAsync());
        Assert.Equal("client Close !FIN", await open.Steps.Nth(5).TextContentAsync());
        Assert.Equal(7, await open.Page.Locator("#chart .arrow.done").CountAsync());
        await open.Keep("tcp-closed");

        // Back by button, slider, key and list; the address goes along.
        await open.Page.Locator("#back").ClickAsync();
        Assert.Equal("TIME_WAIT", await open.StateOf(0));
        await open.Page.Locator("#position").FillAsync("6");
        Assert.Equal(["FIN_WAIT_1", "ESTABLISHED"], [await open.StateOf(0), await open.StateOf(1)]);
        Assert.Equal("6 of 12", await open.Page.Locator("#count").TextContentAsync());
        await open.Page.Locator("h1").ClickAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("CLOSE_WAIT", await open.StateOf(1));
        await open.Steps.Nth(0).ClickAsync();
        Assert.EndsWith("at=1", open.Address, StringComparison.Ordinal);
        await open.Page.Locator("#last").ClickAsync();
        Assert.DoesNotContain("at=", open.Address, StringComparison.Ordinal);
        await open.Page.Locator("#first").ClickAsync();
        Assert.Equal("CLOSED", await open.StateOf(1));
        await open.Page.Locator("#forward").ClickAsync();
        Assert.Equal("LISTEN", await open.StateOf(1));
    }

    [BrowserFact]
    public async Task Both_close_at_once_and_their_FINs_cross()
    {
        await using var open = await OpenPage.Of(browser, "Tcp", SampleTables.Text("Tcp"));
        foreach (var (role, choice) in new[]
        {
            ("server", "Listen"), ("client", "Connect"), ("server", "?SYN "), ("client", "?SYN_ACK"), ("server", "?ACK(SYN)"), ("client", "Close"), ("server", "Close"),
        })
        {
            await open.Choose(role, choice);
        }

        Assert.Equal(["FIN", "FIN"], await open.Page.Locator("#channels .message").AllTextContentsAsync());
        await open.Choose("client", "?FIN");
        await open.Choose("server", "?FIN");
        await open.Keep("tcp-crossing");

        // The line of one FIN begins above that of the other and ends below it.
        var paths = await open.Page.Locator("#chart .arrow", new PageLocatorOptions { HasTextRegex = new("^FIN$") }).Locator(".line").EvaluateAllAsync<string[]>("lines => lines.map(line => line.getAttribute('d'))");
        var ends = paths.Select(path => path.Split('M', 'L', ' ').Where(part => part.Length > 0).Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.Equal(2, ends.Length);
        Assert.True(ends[0][0] < ends[0][2] && ends[1][0] > ends[1][2], "one leads right, one left");
        Assert.True(ends[0][1] < ends[1][3] && ends[1][1] < ends[0][3], "each is sent before the other is received");
    }

    [BrowserFact]
    public async Task Guards_are_choices_and_what_is_not_possible_says_why()
    {
        await using var open = await OpenPage.Of(browser, "Tcp", SampleTables.Text("Tcp"));
        foreach (var (role, choice) in new[] { ("server", "Listen"), ("client", "Connect"), ("server", "?SYN ") })
        {
            await open.Choose(role, choice);
        }

        var server = open.Page.GetByLabel("Events of server");
        Assert.Equal(["Close [nothingQueued] !FIN → FIN_WAIT_1", "Close [else]"], await server.Locator("button.choice", new LocatorLocatorOptions { HasTextRegex = new("^Close") }).AllTextContentsAsync());
        await server.Locator("summary").ClickAsync();
        var others = await server.Locator(".others li").AllTextContentsAsync();
        Assert.Contains("Connect not called in this session", others);
        Assert.Contains("?ACK not on its way", others);
        Assert.Contains("Listen connection already exists", others);
        Assert.Contains("after TimeWait not awaited here", others);
        Assert.True(await open.Page.GetByLabel("Events of server").Locator("details").EvaluateAsync<bool>("details => details.open"));

        // The guard that is chosen is in the trace, and the trace is a scenario of the table.
        await open.Choose("server", "Close [nothingQueued]");
        await open.Page.Locator("#scenario").ClickAsync();
        Assert.Equal(
            "scenario \"played\" in Pair\n    server Listen\n    client Connect\n    client -> server SYN\n    server Close [nothingQueued]\n    expect client SYN_SENT, server FIN_WAIT_1\n",
            await open.Page.Locator("#scenario-text textarea").InputValueAsync());
        await open.Page.Locator("#close").ClickAsync();
        await open.Page.Locator("#clear").ClickAsync();
        Assert.Equal(0, await open.Steps.CountAsync());
        Assert.Equal("session=Pair", open.Address);
    }

    [BrowserFact]
    public async Task A_row_in_the_picture_can_be_clicked()
    {
        await using var open = await OpenPage.Of(browser, "Tcp", SampleTables.Text("Tcp"));

        await open.Page.Locator(".diagram").Nth(1).Locator("text.can", new LocatorLocatorOptions { HasText = "Listen" }).ClickAsync();

        Assert.Equal("LISTEN", await open.StateOf(1));
        Assert.Equal(1, await open.Page.Locator(".diagram").Nth(1).Locator(".edge.taken").CountAsync());
        Assert.Equal(["LISTEN"], await open.Page.Locator("#matrix tr.now th").Filter(new LocatorFilterOptions { HasText = "LISTEN" }).AllTextContentsAsync());
    }
}
