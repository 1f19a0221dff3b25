using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>Turns away what is no transition file at all, with one finding instead of thousands.</summary>
internal static class FileGate
{
    /// <summary>The most characters that a file may have: 1 MiB in ASCII.</summary>
    public const int LengthLimit = 1 << 20;

    // A text may have a stray control character; one in fifty, and more than a few, is no text.
    private const int FewStrangers = 8;
    private const int OneIn = 50;

    /// <summary>Why the file is not read; null where it is.</summary>
    public static TableDiagnostic? Check(string text)
    {
        if (text.Length > LengthLimit)
        {
            return FileErrors.TooLarge(text.Length, LengthLimit);
        }

        int first = -1, strangers = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0')
            {
                return FileErrors.NotText(new TextSpan(i, 1));
            }

            if (c == '\uFFFD' || CharacterClass.IsControl(c))
            {
                first = first < 0 ? i : first;
                strangers++;
            }
        }

        return strangers > FewStrangers && strangers > text.Length / OneIn ? FileErrors.NotText(new TextSpan(first, 1)) : null;
    }
}
