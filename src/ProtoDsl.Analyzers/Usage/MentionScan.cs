using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>Looks whether a text has one of certain words at all, which is far cheaper than to ask what the words mean. Words in comments and
/// strings count too, and now and then a word that only looks like one of them: a hit costs a second look, no more.</summary>
internal sealed class MentionScan
{
    private const int BufferLength = 4096;

    private static readonly bool[] s_isAsciiWordPart = Enumerable.Range(0, 128).Select(c => char.IsLetterOrDigit((char)c) || c == '_').ToArray();

    private readonly HashSet<int> _hashes;
    private readonly bool _hasUnusualWord;

    public MentionScan(IReadOnlyCollection<string> words)
    {
        _hashes = [.. words.Select(HashOf)];
        _hasUnusualWord = words.Any(word => !word.All(IsWordPart));
    }

    /// <summary>True when a word may stand in a stretch of a text.</summary>
    public bool Mentions(SourceText text, TextSpan span)
    {
        if (_hasUnusualWord)
        {
            // Combining marks and the like: not worth a scanner.
            return true;
        }

        var buffer = new char[Math.Min(BufferLength, span.Length)];
        var hash = 0;
        for (var position = span.Start; position < span.End; position += BufferLength)
        {
            var count = Math.Min(BufferLength, span.End - position);
            text.CopyTo(position, buffer, 0, count);
            for (var index = 0; index < count; index++)
            {
                var c = buffer[index];
                if (IsWordPart(c))
                {
                    hash = Mix(hash, c);
                }
                else if (hash != 0 || c == '\\')
                {
                    if (_hashes.Contains(hash) || (c == '\\' && MayBeginEscape(text, position + index + 1)))
                    {
                        return true;
                    }

                    hash = 0;
                }
            }
        }

        return hash != 0 && _hashes.Contains(hash);
    }

    /// <summary>An identifier may be written with escapes; that is rare enough to look closer.</summary>
    private static bool MayBeginEscape(SourceText text, int position) => position < text.Length && text[position] is 'u' or 'U';

    private static bool IsWordPart(char c) => c < 128 ? s_isAsciiWordPart[c] : char.IsLetterOrDigit(c);

    private static int HashOf(string word)
    {
        var hash = 0;
        foreach (var c in word)
        {
            hash = Mix(hash, c);
        }

        return hash;
    }

    private static int Mix(int hash, char c) => unchecked((hash * 31) + c);
}
