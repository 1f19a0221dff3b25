using Microsoft.Playwright;

namespace ProtoDsl.Pictures.Tests.Page;

/// <summary>Chromium without a window, shared by the tests of the page.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the program is; null for nowhere.</summary>
    public static string? Executable { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM") }.Concat(Places).FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? default);
        _playwright?.Dispose();
    }

    /// <summary>A window of its own, in which nothing is remembered and no network is reached.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions? options = null)
    {
        var context = await (_browser ?? throw new InvalidOperationException("There is no Chromium.")).NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 1000 } });
        context.SetDefaultTimeout(10_000);
        return context;
    }
}

/// <summary>A test that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null)
        {
            Skip = "Chromium is not installed: it is looked for where Debian, Chrome's installers and the variable CHROMIUM put it.";
        }
    }
}
