using System;

namespace ProtoDsl.Pictures.Import;

/// <summary>An event of a matrix, as the head of its column writes it.</summary>
/// <param name="Mark"><c>?</c> for a message, <c>after</c> or <c>timeout</c> for a timer, empty for a call.</param>
/// <param name="Name">The name of the message, timer or call.</param>
/// <param name="IsDrained">True for <c>after T drained</c>.</param>
/// <param name="Case">What the head itself asks for: <c>(FIN)</c>; empty for any.</param>
internal sealed record MatrixColumn(string Mark, string Name, bool IsDrained, string Case)
{
    private const string Drained = " drained";

    public bool IsMessage => Mark == "?";

    public bool IsTimer => Mark.Length > 1;

    /// <summary>As a row writes it, for an entry of the column.</summary>
    public string Event(string entryCase) => IsTimer
        ? $"{Mark} {Name}{(IsDrained ? Drained : "")}"
        : $"{Mark}{Name}{SpacedCase(entryCase.Length > 0 ? entryCase : Case)}";

    /// <summary>Reads the head of a column.</summary>
    public static MatrixColumn Read(string head, MatrixNames names, int number)
    {
        var fallback = $"Event{number}";
        foreach (var timer in new[] { "after", "timeout" })
        {
            if (head.StartsWith(timer + " ", StringComparison.Ordinal))
            {
                var isDrained = head.EndsWith(Drained, StringComparison.Ordinal);
                var name = head.Substring(timer.Length).Trim();
                return new MatrixColumn(timer, names.Of(isDrained ? name.Substring(0, name.Length - Drained.Length).Trim() : name, fallback), isDrained, "");
            }
        }

        var bracket = head.IndexOf('(');
        var written = bracket > 0 && head.EndsWith(")", StringComparison.Ordinal) ? head.Substring(bracket) : "";
        var bare = head.Substring(0, head.Length - written.Length).Trim();
        var isMessage = bare.StartsWith("?", StringComparison.Ordinal);
        return new MatrixColumn(isMessage ? "?" : "", names.Of(isMessage ? bare.Substring(1).Trim() : bare, fallback), false, written);
    }

    private static string SpacedCase(string written) => written.Length == 0 || written[0] == '(' ? written : " " + written;
}
