#if !VERIFY_XUNIT
using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace ProtoDsl.Testing;

/// <summary>Stands in for Verify.Xunit (select that with <c>-p:UseVerifyXunit=true</c>): same call, same file names, same format.
/// A snapshot is <c>Class.Method[_parameters].verified.txt</c> beside the test; on a difference <c>.received.txt</c> is written.</summary>
public static class Verifier
{
    /// <summary>Compares a text with its snapshot.</summary>
    public static Task Verify(string text, string? parameters = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(parameters is null ? "" : "_" + parameters)}";
        var stem = Path.Combine(Path.GetDirectoryName(file)!, name);
        var received = text.Replace("\r\n", "\n").TrimEnd('\n');
        var verified = File.Exists(stem + ".verified.txt") ? File.ReadAllText(stem + ".verified.txt").Replace("\r\n", "\n").TrimEnd('\n') : null;
        if (received == verified)
        {
            File.Delete(stem + ".received.txt");
            return Task.CompletedTask;
        }

        File.WriteAllText(stem + ".received.txt", received);
        throw new XunitException(
            $"{name} differs from its snapshot. Compare {stem}.received.txt with {stem}.verified.txt; where the new text is right, rename it.");
    }
}
#endif
