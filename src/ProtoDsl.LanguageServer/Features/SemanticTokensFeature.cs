using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>What each name is. Words of the language, comments and texts are the editor's grammar's.</summary>
internal static class SemanticTokensFeature
{
    private const int Declaration = 1;

    private static readonly string[] s_types =
        ["namespace", "class", "enumMember", "enum", "event", "function", "variable", "type", "parameter", "method", "property", "interface"];

    /// <summary>The names of the numbers.</summary>
    public static SemanticTokensLegend Legend { get; } = new(s_types, ["declaration"]);

    public static SemanticTokens? Find(TableSet tables, DocumentParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var data = new List<int>();
        var last = new Position(0, 0);
        foreach (var use in document.Names(cancellationToken).Uses.DistinctBy(use => use.Span.Start))
        {
            var position = document.PositionOf(use.Span.Start);
            data.Add(position.Line - last.Line);
            data.Add(position.Line == last.Line ? position.Character - last.Character : position.Character);
            data.Add(use.Span.Length);
            data.Add(Array.IndexOf(s_types, TypeOf(use.Key.Kind)));
            data.Add(use.IsDeclaration ? Declaration : 0);
            last = position;
        }

        return new SemanticTokens(data);
    }

    private static string TypeOf(NameKind kind) => kind switch
    {
        NameKind.Protocol => "namespace",
        NameKind.Machine => "class",
        NameKind.State or NameKind.TagValue => "enumMember",
        NameKind.Group => "enum",
        NameKind.Message => "event",
        NameKind.Call => "function",
        NameKind.Timer => "variable",
        NameKind.Tag => "type",
        NameKind.Parameter => "parameter",
        NameKind.Guard => "property",
        NameKind.Effect => "method",
        NameKind.Session => "interface",
        _ => "variable",
    };
}
