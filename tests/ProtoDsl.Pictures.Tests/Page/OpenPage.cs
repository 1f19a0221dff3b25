using Microsoft.Playwright;
using ProtoDsl.Language;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Page;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Grading;

namespace ProtoDsl.Pictures.Tests.Page;

/// <summary>The page of a table in a browser, and everything that goes wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _folder;

    private OpenPage(IBrowserContext context, IPage page, string folder)
    {
        _context = context;
        Page = page;
        _folder = folder;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Errors.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
            {
                Errors.Add("asks for " + request.Url);
            }
        };
    }

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    public string Address => Page.Url[(Page.Url.IndexOf('#', StringComparison.Ordinal) + 1)..];

    public ILocator Status => Page.Locator("#status");

    public ILocator Steps => Page.Locator("#steps button");

    public static async Task<OpenPage> Of(Browser browser, string table, string text, string address = "", BrowserNewContextOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("protodsl-page-").FullName;
        var file = Path.Combine(folder, table + ".html");
        await File.WriteAllTextAsync(file, Html(table, text));
        var context = await browser.NewContext(options);
        var open = new OpenPage(context, await context.NewPageAsync(), folder);
        await open.Page.GotoAsync(new Uri(file).AbsoluteUri + address);
        return open;
    }

    public static string Html(string table, string text)
    {
        var file = new TableFile(table + ".transitions", TransitionFile.Read(text, table));
        Assert.True(file.Bound.IsSound, string.Join('\n', file.Bound.Diagnostics.Select(diagnostic => diagnostic.Message)));
        return HtmlPage.Of(file, [], GraphOptions.Default, new CheckOptions());
    }

    /// <summary>Clicks the choice of a role that begins with a text.</summary>
    public async Task Choose(string role, string choice)
    {
        var own = Page.GetByLabel($"Events of {role}", new PageGetByLabelOptions { Exact = true }).Locator("button.choice");
        await own.Filter(new LocatorFilterOptions { HasTextRegex = new System.Text.RegularExpressions.Regex("^" + System.Text.RegularExpressions.Regex.Escape(choice)) }).First.ClickAsync();
    }

    /// <summary>The state that a role's diagram lights.</summary>
    public async Task<string> StateOf(int role) => (await Page.Locator(".diagram").Nth(role).Locator("[data-state].now .title").TextContentAsync())!;

    /// <summary>A picture for a person to look at, where the variable PROTODSL_SCREENSHOTS names a folder.</summary>
    public async Task Keep(string name)
    {
        if (Environment.GetEnvironmentVariable("PROTODSL_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(Errors);
    }
}
