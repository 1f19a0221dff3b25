using System.Globalization;
using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;
using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Lsp;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>What is offered, in the order in which it is shown.</summary>
/// <param name="replaced">What is written already of the word at hand.</param>
internal sealed class ItemList(TextRange replaced)
{
    private const int Keyword = 14;

    private readonly HashSet<string> _labels = [];

    public List<CompletionItem> Items { get; } = [];

    /// <summary>Names of a kind; a keyword that is a name is written with <c>@</c>.</summary>
    /// <param name="kind">Of what.</param>
    /// <param name="names">Which.</param>
    /// <param name="sign">What stands before the name: <c>?</c>, <c>!</c>.</param>
    public void AddNames(NameKind kind, IEnumerable<string> names, string sign = "")
    {
        foreach (var name in names.Where(name => name.Length > 0))
        {
            Add(sign + name, KindWords.CompletionKindOf(kind), KindWords.Of(kind).Split(' ')[1], sign + (Keywords.IsReserved(name) ? "@" : "") + name);
        }
    }

    /// <summary>Words of the language, each with what it means.</summary>
    public void AddWords(params string[] words)
    {
        foreach (var word in words)
        {
            Add(word, Keyword, WordMeanings.Of(word), word);
        }
    }

    private void Add(string label, int kind, string? detail, string text)
    {
        if (_labels.Add(label))
        {
            Items.Add(new CompletionItem(label, kind)
            {
                Detail = detail,
                SortText = Items.Count.ToString("D4", CultureInfo.InvariantCulture),
                TextEdit = new RangeEdit(replaced, text),
            });
        }
    }
}
