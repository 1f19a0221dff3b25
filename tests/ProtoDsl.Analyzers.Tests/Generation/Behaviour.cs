using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Harness;

namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Runs a user's program against the machine of a table.</summary>
internal static class Behaviour
{
    private const string Opening = """
        #nullable enable
        #pragma warning disable CS0649 // a field that not every program sets
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using ProtoDsl;

        """;

    /// <summary>Compiles the table (protocol <c>Sample</c>) with the program, whose <c>static … Program.Run()</c> answers what is seen;
    /// one that answers a task is awaited. What is seen is joined by blanks.</summary>
    public static string Run(string table, string program, OptimizationLevel optimization = OptimizationLevel.Debug)
    {
        var compilation = TestCompilation.Create(Emitted.Source(table), Opening + program);
        using var loaded = LoadedAssembly.Load(compilation.WithOptions(compilation.Options.WithOptimizationLevel(optimization)));
        var seen = loaded.Run();
        if (seen is Task task)
        {
            task.GetAwaiter().GetResult();
            seen = task.GetType().GetProperty("Result")?.GetValue(task);
        }

        return seen is IEnumerable<string> lines ? string.Join(" ", lines) : seen?.ToString() ?? "";
    }
}
