using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>Looks whether a type's text has one of certain words at all, which is far cheaper than to ask what the words mean. Words in comments and
/// strings count too, and now and then a word that only looks like one of them: a hit costs a second look, no more.</summary>
internal sealed class MentionScan
{
    private const int BufferLength = 4096;

    private readonly HashSet<int> _hashes;
    private readonly bool _hasUnusualWord;

    public MentionScan(IReadOnlyCollection<string> words)
    {
        _hashes = [.. words.Select(HashOf)];
        _hasUnusualWord = words.Any(word => !word.All(IsWordPart));
    }

    /// <summary>True when there is no word to look for.</summary>
    public bool IsEmpty => _hashes.Count == 0;

    /// <summary>True when a word may stand in a declaration of a type.</summary>
    public bool Mentions(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (_hasUnusualWord)
        {
            // Combining marks and the like: not worth a scanner.
            return true;
        }

        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Mentions(reference.SyntaxTree.GetText(cancellationToken), reference.Span))
            {
                return true;
            }
        }

        return false;
    }

    private bool Mentions(SourceText text, TextSpan span)
    {
        var buffer = new char[BufferLength];
        var hash = 0;
        for (var position = span.Start; position < span.End; position += BufferLength)
        {
            var count = System.Math.Min(BufferLength, span.End - position);
            text.CopyTo(position, buffer, 0, count);
            for (var index = 0; index < count; index++)
            {
                var c = buffer[index];
                if (c == '\\')
                {
                    // An identifier may be written with escapes; that is rare enough to look closer.
                    return true;
                }

                if (IsWordPart(c))
                {
                    hash = Mix(hash, c);
                }
                else if (hash != 0)
                {
                    if (_hashes.Contains(hash))
                    {
                        return true;
                    }

                    hash = 0;
                }
            }
        }

        return hash != 0 && _hashes.Contains(hash);
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';

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
