using System;
using System.Globalization;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary><c>240s</c>, <c>5min</c>, <c>250ms</c>, <c>1h</c>.</summary>
internal static class DurationParser
{
    // A timer of .NET takes at most 2^32 - 2 ms, which is a little more than 49 days.
    private const long MostMilliseconds = 49L * 24 * 60 * 60 * 1000;

    public static TimeSpan? Parse(LineCursor cursor)
    {
        var token = cursor.Current;
        if (token.Kind == TokenKind.Number && cursor.Ahead(1) is { Kind: TokenKind.Identifier } unit)
        {
            var span = TextSpan.Cover(token.Span, unit.Span);
            cursor.Fail(Known(cursor.TextOf(unit)) is { } known
                ? DeclarationErrors.DurationBlank(span, cursor.TextOf(token) + known)
                : DeclarationErrors.Duration(cursor));
            return null;
        }

        if (token.Kind != TokenKind.Measure)
        {
            cursor.Fail(DeclarationErrors.Duration(cursor));
            return null;
        }

        cursor.Take();
        return Parse(cursor, token);
    }

    private static TimeSpan? Parse(LineCursor cursor, Token token)
    {
        var text = cursor.TextOf(token);
        var digits = 0;
        while (CharacterClass.IsDigit(text[digits]))
        {
            digits++;
        }

        var factor = Factor(text.Substring(digits));
        if (factor == 0)
        {
            var meant = Known(text.Substring(digits));
            cursor.Fail(DeclarationErrors.DurationUnit(token, text, meant is null ? null : text.Substring(0, digits) + meant));
            return null;
        }

        if (!long.TryParse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MostMilliseconds / factor)
        {
            cursor.Fail(DeclarationErrors.DurationTooLong(token));
            return null;
        }

        return TimeSpan.FromTicks(count * factor * TimeSpan.TicksPerMillisecond);
    }

    private static long Factor(string unit) => unit switch
    {
        "ms" => 1,
        "s" => 1000,
        "min" => 60_000,
        "h" => 3_600_000,
        _ => 0,
    };

    private static string? Known(string unit) => unit.ToLowerInvariant() switch
    {
        "ms" or "msec" or "millis" or "millisecond" or "milliseconds" => "ms",
        "s" or "sec" or "secs" or "second" or "seconds" => "s",
        "m" or "min" or "mins" or "minute" or "minutes" => "min",
        "h" or "hr" or "hour" or "hours" => "h",
        _ => null,
    };
}
