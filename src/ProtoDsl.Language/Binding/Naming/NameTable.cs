using System;
using System.Collections.Generic;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>C# names of one place (an enum, a class, a namespace) and what in the table they come from.</summary>
internal sealed class NameTable(BindingContext context)
{
    private readonly Dictionary<string, (string Name, TextSpan Span)> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _generated = new(StringComparer.Ordinal);

    /// <summary>A name that the generator takes for itself.</summary>
    /// <param name="csharpName">The name.</param>
    /// <param name="what">What it is, for the message: <c>the current state</c>.</param>
    public void Reserve(string csharpName, string what) => _generated[csharpName] = what;

    /// <summary>A name that the table gives; reported where it is taken.</summary>
    /// <returns>The name, or a free one in its place, so that what is generated from a table with this mistake still compiles.</returns>
    public string Add(string csharpName, string name, TextSpan span)
    {
        if (_generated.TryGetValue(csharpName, out var what))
        {
            context.Report(NameMessages.Generated(span, name, csharpName, what));
        }
        else if (_declared.TryGetValue(csharpName, out var first))
        {
            context.Report(NameMessages.Same(span, name, first.Name, context.LineOf(first.Span), csharpName));
        }

        var free = csharpName;
        while (_generated.ContainsKey(free) || _declared.ContainsKey(free))
        {
            free += "_";
        }

        _declared.Add(free, (name, span));
        return free;
    }
}
