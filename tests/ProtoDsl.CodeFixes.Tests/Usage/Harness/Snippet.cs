namespace ProtoDsl.CodeFixes.Tests.Usage.Harness;

/// <summary>Files around a few lines.</summary>
internal static class Snippet
{
    /// <summary>Statements of a method of a class that has a door in a field, too.</summary>
    public static string Statements(string statements, string signature = "void Run(Door visited, bool isLate, int count)") => Members($$"""
        public static {{signature}}
        {
        {{Indent(statements)}}
        }
        """);

    /// <summary>Members of a class.</summary>
    public static string Members(string members) => $$"""
        using System;
        using System.Threading.Tasks;
        using Acme;

        internal static class Program
        {
        {{Indent(members)}}
        }
        """;

    private static string Indent(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}
