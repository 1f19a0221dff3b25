using System;
using System.Collections.Generic;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Declarations;

/// <summary>Messages and calls with their parameters. Tags must be declared before.</summary>
internal sealed class SignatureBinder(BindingContext context, TagBinder tags)
{
    /// <summary>Every message so far; the place in the list is the index in the model.</summary>
    public List<MessageSymbol> Messages { get; } = [];

    /// <summary>Where the parameters stand, by the span of their message or call, for what is found out about them later.</summary>
    public Dictionary<TextSpan, EquatableArray<ParameterSyntax>> ParameterSyntax { get; } = [];

    public void DeclareMessage(SignatureSyntax signature, string? documentation, Scope scope)
    {
        if (signature.Name.IsMissing || IsDeclared("Message", signature.Name, scope.FindMessage(signature.Name.Text)))
        {
            return;
        }

        if (Messages.Count == Limits.Messages)
        {
            ReportLimit(signature.Name, "messages");
            return;
        }

        AddType(signature.BoundType);
        var typeName = CSharpNaming.Pascal(signature.Name.Text);
        var message = new Message
        {
            Name = signature.Name.Text,
            TypeName = typeName,
            Parameters = BindParameters(signature, typeName, scope),
            BoundType = signature.BoundType?.Text,
            Owner = scope.Owner,
            Documentation = documentation,
        };
        var symbol = new MessageSymbol(message, Messages.Count, signature.Name.Span);
        Messages.Add(symbol);
        scope.OwnMessages.Add(symbol);
    }

    public void DeclareCall(SignatureSyntax signature, string? documentation, Scope scope)
    {
        if (signature.Name.IsMissing || IsDeclared("Call", signature.Name, scope.FindCall(signature.Name.Text)))
        {
            return;
        }

        if (scope.OwnCalls.All.Count == Limits.Messages)
        {
            ReportLimit(signature.Name, "calls");
            return;
        }

        if (signature.BoundType is { } type)
        {
            context.Report(DeclarationMessages.CallHasNoType(type, signature.Name));
        }

        var methodName = CSharpNaming.Pascal(signature.Name.Text);
        var call = new Call
        {
            Name = signature.Name.Text,
            MethodName = methodName,
            Parameters = BindParameters(signature, methodName, scope),
            Documentation = documentation,
        };
        scope.OwnCalls.Add(new CallSymbol(call, signature.Name.Span));
    }

    public void DeclareTimer(TimerLine line, Scope scope)
    {
        if (line.Name.IsMissing || IsDeclared("Timer", line.Name, scope.FindTimer(line.Name.Text)))
        {
            return;
        }

        scope.OwnTimers.Add(new TimerSymbol(line.Name.Text, line.Due ?? TimeSpan.FromSeconds(1), line.Documentation, line.Name.Span));
    }

    private EquatableArray<Parameter> BindParameters(SignatureSyntax signature, string typePrefix, Scope scope)
    {
        ParameterSyntax[signature.Name.Span] = signature.Parameters;
        var parameters = new List<Parameter>();
        var lines = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var syntax in signature.Parameters)
        {
            if (parameters.Count == Limits.Parameters)
            {
                context.Report(LimitMessages.TooMany(syntax.Span, "parameters", Limits.Parameters));
                break;
            }

            if (syntax.Name.IsMissing)
            {
                continue;
            }

            if (lines.TryGetValue(syntax.Name.Text, out var first))
            {
                context.Report(DeclarationMessages.Twice("Parameter", syntax.Name, context.LineOf(first)));
                continue;
            }

            lines.Add(syntax.Name.Text, syntax.Name.Span);
            parameters.Add(BindParameter(signature.Name.Text, typePrefix, syntax, scope));
        }

        return parameters.ToEquatableArray();
    }

    private Parameter BindParameter(string signature, string typePrefix, ParameterSyntax syntax, Scope scope)
    {
        var parameter = new Parameter { Name = syntax.Name.Text, PropertyName = CSharpNaming.Pascal(syntax.Name.Text) };
        if (!syntax.Alternatives.IsEmpty)
        {
            return parameter with { Tag = tags.DeclareInline(signature, typePrefix, syntax, scope).Index };
        }

        if (syntax.Type?.SimpleName is { } name && scope.FindTag(name) is { } tag)
        {
            tag.IsUsed = true;
            return parameter with { Tag = tag.Index };
        }

        AddType(syntax.Type);
        return parameter with { Type = syntax.Type is { Text.Length: > 0 } type ? type.Text : "object" };
    }

    private void AddType(CSharpTypeSyntax? type)
    {
        if (type is { Text.Length: > 0 })
        {
            context.CSharpTypes.Add(new CSharpTypeUse(type.Text, type.Span, MustBeEnum: false));
        }
    }

    private bool IsDeclared(string kind, NameSyntax name, Symbol? first)
    {
        if (first is not null)
        {
            context.Report(DeclarationMessages.Twice(kind, name, context.LineOf(first.Span)));
        }

        return first is not null;
    }

    private void ReportLimit(NameSyntax name, string what)
    {
        if (context.FirstTime("limit", what))
        {
            context.Report(LimitMessages.TooMany(name.Span, what, Limits.Messages));
        }
    }
}
