using System;
using System.IO;

namespace ProtoDsl.Pictures;

/// <summary>The files that are compiled into the assembly.</summary>
internal static class Resources
{
    /// <summary>The text of one, with lines ended by <c>\n</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource '{name}' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
