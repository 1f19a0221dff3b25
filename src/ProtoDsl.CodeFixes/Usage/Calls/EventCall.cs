using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.CodeFixes.Usage.Calls;

/// <summary>The call of an event that a diagnostic points at, with all that a repair may ask.</summary>
internal sealed class EventCall
{
    private EventCall(Diagnostic diagnostic, SourceText text, SemanticModel model, InvocationExpressionSyntax syntax, IMethodSymbol method, MachineMember member)
    {
        Diagnostic = diagnostic;
        Text = text;
        Model = model;
        Syntax = syntax;
        Method = method;
        Member = member;
        Receiver = Receiver.Of(syntax, model);
    }

    /// <summary>The finding.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The file.</summary>
    public SourceText Text { get; }

    /// <summary>What it means.</summary>
    public SemanticModel Model { get; }

    /// <summary>The call.</summary>
    public InvocationExpressionSyntax Syntax { get; }

    /// <summary>What is called.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>What that does.</summary>
    public MachineMember Member { get; }

    /// <summary>What it is called on; null where that cannot be written once more.</summary>
    public Receiver? Receiver { get; }

    /// <summary>The machine.</summary>
    public MachineType Machine => Member.Machine;

    /// <summary>The name of the method where it is called.</summary>
    public SimpleNameSyntax? Name => Syntax.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    /// <summary>The language that the file is written in.</summary>
    public LanguageVersion Language => ((CSharpParseOptions)Syntax.SyntaxTree.Options).LanguageVersion;

    /// <summary>The members of the machine of one kind, for the event that is called.</summary>
    public IEnumerable<ISymbol> MembersOfEvent(MemberKind kind) =>
        MembersOf(kind).Where(member => Machine.MemberOf(member)?.Event == Member.Event);

    /// <summary>The members of the machine of one kind.</summary>
    public IEnumerable<ISymbol> MembersOf(MemberKind kind) =>
        Machine.Symbol.GetMembers().Where(member => Machine.MemberOf(member)?.Kind == kind);

    /// <summary>The member of another kind that takes what this one takes: of <c>Send</c> the <c>TrySend</c>.</summary>
    public IMethodSymbol? Sibling(MemberKind kind) =>
        MembersOfEvent(kind).OfType<IMethodSymbol>().FirstOrDefault(other =>
            other.Parameters.Select(parameter => parameter.Type)
                .SequenceEqual(Method.OriginalDefinition.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default));

    /// <summary>The whole expression where nothing is done with the result: the call, its <c>ConfigureAwait</c>, its <c>await</c>, the <c>?.</c> before
    /// it; null where something is.</summary>
    public ExpressionSyntax? Unused()
    {
        ExpressionSyntax whole = Syntax;
        if (whole.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == whole)
        {
            whole = conditional;
        }

        if (whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
        {
            whole = configured;
        }

        if (whole.Parent is AwaitExpressionSyntax awaited)
        {
            whole = awaited;
        }

        return whole.Parent is ExpressionStatementSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax ? whole : null;
    }

    /// <summary>The call that a diagnostic points at; null where there is none.</summary>
    public static async Task<EventCall?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var span = diagnostic.Location.SourceSpan;
        if (root is null || model is null || !root.FullSpan.Contains(span))
        {
            return null;
        }

        var call = root.FindToken(span.Start).Parent?.AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(invocation => Words.LocationOf(invocation).SourceSpan == span);
        return call is not null
            && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
            && MachineType.From(method.ContainingType.OriginalDefinition)?.MemberOf(method) is { } member
                ? new EventCall(diagnostic, await document.GetTextAsync(cancellationToken).ConfigureAwait(false), model, call, method, member)
                : null;
    }
}
