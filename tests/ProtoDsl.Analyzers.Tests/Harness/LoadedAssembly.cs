using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Tests.Harness;

/// <summary>A compilation that compiled without a warning, loaded to be run, and unloaded with the test.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private LoadedAssembly(AssemblyLoadContext context, Assembly assembly)
    {
        _context = context;
        Assembly = assembly;
    }

    public Assembly Assembly { get; }

    /// <summary>Emits and loads; a warning of the compiler fails the test with the offending line.</summary>
    public static LoadedAssembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var problems = TestCompilation.Problems(compilation.Emit(image).Diagnostics);
        Assert.True(problems.Count == 0, string.Join("\n", problems.Take(20)));

        image.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        return new LoadedAssembly(context, context.LoadFromStream(image));
    }

    /// <summary>Calls a static method without parameters, <c>Program.Run</c> unless told otherwise, and lets its exception through as it was thrown.</summary>
    public object? Run(string type = "Program", string method = "Run") =>
        Assembly.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

    public void Dispose() => _context.Unload();
}
