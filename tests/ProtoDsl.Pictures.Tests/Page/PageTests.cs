using Microsoft.Playwright;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Testing;

namespace ProtoDsl.Pictures.Tests.Page;

/// <summary>What the page does apart from sessions.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_machine_alone()
    {
        await using var open = await OpenPage.Of(browser, "Ppp", SampleTables.Text("Ppp"));
        await open.Page.Locator("#system").SelectOptionAsync("Lcp alone");
        foreach (var choice in new[] { "Open", "Up", "?ConfReq [ok]", "?ConfAck" })
        {
            await open.Choose("Lcp", choice);
        }

        Assert.Equal("Opened", await open.StateOf(0));
        Assert.Equal("machine=Lcp", open.Address.Split('&')[0]);
        Assert.True(await open.Page.Locator("#chart").IsHiddenAsync());
        Assert.DoesNotContain("timeout Restart", await open.Page.Locator("#events .choices").TextContentAsync(), StringComparison.Ordinal);
        await open.Choose("Lcp", "?ConfReq [else]");
        Assert.Equal("Running: Restart 3s", await open.Page.Locator(".timers").TextContentAsync());
        await open.Choose("Lcp", "timeout Restart");
        await open.Keep("alone");
    }

    [BrowserFact]
    public async Task Every_button_of_a_diagram_and_the_keys_for_them()
    {
        await using var open = await OpenPage.Of(browser, "Door", SampleTables.Text("Door"));
        var svg = open.Page.Locator(".diagram svg");
        var fit = await svg.GetAttributeAsync("viewBox");

        await open.Page.GetByLabel("Enlarge").ClickAsync();
        var near = await Width(svg);
        await open.Page.GetByLabel("Reduce").ClickAsync();
        await open.Page.GetByLabel("Reduce").ClickAsync();
        Assert.True(near < Width(fit!) && Width(fit!) < await Width(svg));
        await open.Page.GetByLabel("Fit", new PageGetByLabelOptions { Exact = true }).ClickAsync();
        Assert.Equal(fit, await svg.GetAttributeAsync("viewBox"));

        await open.Page.Locator(".frame").FocusAsync();
        foreach (var key in new[] { "+", "ArrowRight", "ArrowDown" })
        {
            var before = await svg.GetAttributeAsync("viewBox");
            await open.Page.Keyboard.PressAsync(key);
            Assert.NotEqual(before, await svg.GetAttributeAsync("viewBox"));
        }

        await open.Page.Keyboard.PressAsync("0");
        Assert.Equal(fit, await svg.GetAttributeAsync("viewBox"));

        var box = (await open.Page.Locator(".frame").BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(box.X + 80, box.Y + 60, new MouseMoveOptions { Steps = 4 });
        await open.Page.Mouse.UpAsync();
        Assert.NotEqual(fit, await svg.GetAttributeAsync("viewBox"));
    }

    [BrowserFact]
    public async Task Dark_by_the_screen_or_by_the_reader()
    {
        await using var open = await OpenPage.Of(browser, "Tcp", SampleTables.Text("Tcp"), options: new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark, ViewportSize = new ViewportSize { Width = 1400, Height = 1000 } });
        const string dark = "rgb(13, 17, 23)";
        async Task<string> Canvas() => await open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await open.Choose("client", "Connect");
        await open.Keep("dark");

        Assert.Equal(dark, await Canvas());
        await open.Page.Locator("#theme").ClickAsync();
        Assert.Equal(dark, await Canvas());
        await open.Page.Locator("#theme").ClickAsync();
        Assert.Equal("rgb(255, 255, 255)", await Canvas());
        Assert.Equal("Colours: light", await open.Page.Locator("#theme").GetAttributeAsync("aria-label"));
    }

    [BrowserFact]
    public async Task On_a_narrow_screen_nothing_is_wider_than_it_and_on_paper_everything_is_there()
    {
        await using var open = await OpenPage.Of(browser, "Tcp", SampleTables.Text("Tcp"), options: new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 800 } });
        await open.Choose("server", "Listen");
        await open.Choose("client", "Connect");
        await open.Keep("narrow");
        Assert.Equal(390, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await open.Page.SetViewportSizeAsync(800, 1100);
        await open.Keep("print");
        Assert.True(await open.Page.Locator("#matrix table").IsVisibleAsync());
        Assert.True(await open.Page.Locator("#chart svg").IsVisibleAsync());
        Assert.False(await open.Page.Locator("#events").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task An_address_that_does_not_fit_says_so_and_goes_as_far_as_it_can()
    {
        await using var open = await OpenPage.Of(browser, "Door", SampleTables.Text("Door"), "#machine=Door&steps=0.0,0.7,0.0&at=x");
        Assert.StartsWith("Step 2 of the address is not possible in this table", await open.Status.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await open.Steps.CountAsync());

        await open.Page.EvaluateAsync("location.hash = '#machine=Gate'");
        await open.Page.WaitForFunctionAsync("document.querySelector('#status').textContent.startsWith(\"There is no 'Gate'\")");
    }

    /// <summary>Whatever a table says is text in the page, and no text is wider than its place was measured for.</summary>
    [BrowserFact]
    public async Task Texts_are_texts_and_fit()
    {
        await using var open = await OpenPage.Of(browser, "Odd", OddMachine.Text.Replace("%%i", "</script><script>document.title = 'broken'</script>", StringComparison.Ordinal));
        Assert.Equal("Odd", await open.Page.TitleAsync());

        await using var tcp = await OpenPage.Of(browser, "Ppp", SampleTables.Text("Ppp"));
        var outside = await tcp.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.diagram [data-state]')].flatMap(state => {
                const box = state.querySelector('.box').getBBox();
                return [...state.querySelectorAll('text')].filter(text => text.getBBox().x < box.x || text.getBBox().x + text.getBBox().width > box.x + box.width).map(text => text.textContent);
            })
            """);
        Assert.Empty(outside);
    }

    private static async Task<double> Width(ILocator svg) => Width((await svg.GetAttributeAsync("viewBox"))!);

    private static double Width(string viewBox) => double.Parse(viewBox.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
}
