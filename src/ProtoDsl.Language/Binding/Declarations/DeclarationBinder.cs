using System.Collections.Generic;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Declarations;

/// <summary>Fills a scope from declaration lines. A line may name a tag that is declared further down.</summary>
internal sealed class DeclarationBinder
{
    private readonly BindingContext _context;

    public DeclarationBinder(BindingContext context)
    {
        _context = context;
        Tags = new TagBinder(context);
        Signatures = new SignatureBinder(context, Tags);
    }

    public TagBinder Tags { get; }

    public SignatureBinder Signatures { get; }

    public void Bind(IReadOnlyList<LineSyntax> lines, Scope scope)
    {
        foreach (var line in lines)
        {
            if (line is TagLine tag)
            {
                Tags.Declare(tag, scope);
            }
        }

        foreach (var line in lines)
        {
            _context.ThrowIfCancelled();
            BindLine(line, scope);
        }
    }

    private void BindLine(LineSyntax line, Scope scope)
    {
        switch (line)
        {
            case MessageLine messages:
                foreach (var signature in messages.Signatures)
                {
                    Signatures.DeclareMessage(signature, line.Documentation, scope);
                }

                break;
            case CallLine calls:
                foreach (var signature in calls.Signatures)
                {
                    Signatures.DeclareCall(signature, line.Documentation, scope);
                }

                break;
            case TimerLine timer:
                Signatures.DeclareTimer(timer, scope);
                break;
        }
    }
}
