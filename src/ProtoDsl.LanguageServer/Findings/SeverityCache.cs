using System.Collections.Concurrent;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>What the settings above a table say about severities, read once until they change.</summary>
/// <param name="read">Reads them.</param>
internal sealed class SeverityCache(Func<string, SeverityChoices> read)
{
    /// <summary>The files that say it.</summary>
    public static readonly IReadOnlyList<string> FileNames = [".editorconfig", ".globalconfig"];

    private readonly ConcurrentDictionary<string, SeverityChoices> _known = new();

    public SeverityChoices Of(string path) => Path.IsPathRooted(path) ? _known.GetOrAdd(path, read) : SeverityChoices.None;

    /// <summary>Something was written that may say something else.</summary>
    public void Forget() => _known.Clear();
}
