using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>A piece of code that runs by itself.</summary>
/// <param name="Owner">The method, accessor or constructor; or the field or property of an initialiser.</param>
/// <param name="Syntax">Its text, of which the compiler makes one operation.</param>
internal readonly record struct CodePiece(ISymbol Owner, SyntaxNode Syntax);

/// <summary>Finds the code of one file that may have to do with machines, by its words and by the class in which it stands, without having the rest
/// bound.</summary>
internal sealed class CodeFinder(UsageModel model, SemanticModel semantics, CancellationToken cancellationToken)
{
    private readonly SourceText _text = semantics.SyntaxTree.GetText(cancellationToken);
    private readonly MentionScan _words = model.Words.Scan(cancellationToken);

    /// <summary>The pieces, in the order of the text.</summary>
    public IEnumerable<CodePiece> Find()
    {
        if (!_words.Mentions(_text, new TextSpan(0, _text.Length)) || semantics.SyntaxTree.GetRoot(cancellationToken) is not CompilationUnitSyntax unit)
        {
            return [];
        }

        var program = unit.Members.Any(SyntaxKind.GlobalStatement) ? Declared(unit, unit) : [];
        return program.Concat(In(unit.Members));
    }

    private IEnumerable<CodePiece> In(SyntaxList<MemberDeclarationSyntax> members) => members.SelectMany(member => member switch
    {
        BaseNamespaceDeclarationSyntax space => In(space.Members),
        TypeDeclarationSyntax type => In(type),
        _ => [],
    });

    private IEnumerable<CodePiece> In(TypeDeclarationSyntax syntax)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_words.Mentions(_text, syntax.Span) || semantics.GetDeclaredSymbol(syntax, cancellationToken) is not { } type)
        {
            return [];
        }

        // What is called there may do something to the machine of the same object.
        var holdsMachine = model.Machines.MachineOf(type) is not null || model.Program.Holders.Holds(type);
        return PrimaryConstructor(syntax, type).Concat(syntax.Members.SelectMany(member =>
            member is TypeDeclarationSyntax inner ? In(inner)
            : holdsMachine || _words.Mentions(_text, member.Span) ? PiecesOf(member)
            : []));
    }

    private IEnumerable<CodePiece> PrimaryConstructor(TypeDeclarationSyntax syntax, INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span)
            && BodySyntax.Of(constructor, cancellationToken) is not null)
        .Select(constructor => new CodePiece(constructor, syntax));

    private IEnumerable<CodePiece> PiecesOf(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => [],
        BaseMethodDeclarationSyntax => Declared(member, member),
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables
            .Where(variable => variable.Initializer is not null)
            .SelectMany(variable => Declared(variable, variable.Initializer)),
        BasePropertyDeclarationSyntax property => OfProperty(property),
        _ => [],
    };

    private IEnumerable<CodePiece> OfProperty(BasePropertyDeclarationSyntax property)
    {
        var arrow = (property as PropertyDeclarationSyntax)?.ExpressionBody ?? (property as IndexerDeclarationSyntax)?.ExpressionBody;
        if (arrow is not null && semantics.GetDeclaredSymbol(property, cancellationToken) is IPropertySymbol { GetMethod: { } getter })
        {
            return [new CodePiece(getter, arrow)];
        }

        var accessors = property.AccessorList?.Accessors ?? default;
        return accessors
            .Where(accessor => accessor.Body is not null || accessor.ExpressionBody is not null)
            .SelectMany(accessor => Declared(accessor, accessor))
            .Concat(property is PropertyDeclarationSyntax { Initializer: { } initializer } ? Declared(property, initializer) : []);
    }

    private IEnumerable<CodePiece> Declared(SyntaxNode declaration, SyntaxNode? code) =>
        code is not null && semantics.GetDeclaredSymbol(declaration, cancellationToken) is { } owner ? [new CodePiece(owner, code)] : [];
}
