using System.Reflection;

namespace ProtoDsl.Tool.Output;

/// <summary>Which version this is.</summary>
internal static class ToolVersion
{
    /// <summary>Without the commit.</summary>
    public static string Short { get; } =
        (typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
