using System.Reflection;

namespace ProtoDsl.Examples.Tests;

/// <summary>Runs an example as its reader does, in this process.</summary>
internal static class ExampleProgram
{
    private static readonly object Streams = new();

    /// <summary>What it prints to both streams, and its exit code.</summary>
    internal static (string Output, string Errors, int ExitCode) Run(string name, params string[] arguments)
    {
        var entry = Assembly.Load(name).EntryPoint ?? throw new InvalidOperationException($"{name} has no entry point.");
        lock (Streams)
        {
            var (output, errors) = (Console.Out, Console.Error);
            using var heard = new StringWriter { NewLine = "\n" };
            using var complaints = new StringWriter { NewLine = "\n" };
            Console.SetOut(heard);
            Console.SetError(complaints);
            try
            {
                var result = entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [arguments]);
                return (heard.ToString(), complaints.ToString(), result as int? ?? 0);
            }
            finally
            {
                Console.SetOut(output);
                Console.SetError(errors);
            }
        }
    }
}
