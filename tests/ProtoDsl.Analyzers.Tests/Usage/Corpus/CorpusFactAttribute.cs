namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>A test over the framework's own code. It is skipped, and says so, where the framework lies elsewhere (in one file with the tests, say).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Corpus.Assemblies.FirstOrDefault(assembly => !FrameworkSource.Has(assembly)) is { } missing)
        {
            Skip = $"No corpus: {missing}.dll is not in '{FrameworkSource.Folder}'.";
        }
    }
}
