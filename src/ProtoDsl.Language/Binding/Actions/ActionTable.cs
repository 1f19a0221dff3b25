using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Actions;

/// <summary>The effects and guards of a machine. What one is handed is known once all its uses are.</summary>
internal sealed class ActionTable(BindingContext context, string machine)
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];

    /// <summary>The first use of each action.</summary>
    public IEnumerable<TextSpan> Spans => _entries.Select(entry => entry.Span);

    public IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    /// <summary>Notes a use.</summary>
    /// <param name="name">The action.</param>
    /// <param name="isGuard">True in brackets.</param>
    /// <param name="handed">What a bare use is handed; null where that is not known.</param>
    /// <param name="written">The arguments in parentheses; null for a bare use.</param>
    /// <returns>The action's number; -1 where this use cannot be one of the action.</returns>
    public int Use(NameSyntax name, bool isGuard, Handed? handed, IReadOnlyList<WrittenArgument>? written)
    {
        if (!_byName.TryGetValue(name.Text, out var index))
        {
            _byName.Add(name.Text, _entries.Count);
            _entries.Add(new Entry(name.Text, name.Span, isGuard, handed, written));
            return _entries.Count - 1;
        }

        var entry = _entries[index];
        if (entry.IsGuard != isGuard)
        {
            ReportOnce("use", name, ActionMessages.OtherUse(name, isGuard, context.LineOf(entry.Span)));
            return -1;
        }

        if (!entry.Merge(handed, written))
        {
            ReportOnce("arguments", name, ActionMessages.OtherArguments(name, Describe(written), Describe(entry.Written), context.LineOf(entry.Span)));
            return -1;
        }

        return index;
    }

    public EquatableArray<UserAction> Build() => _entries.Select(entry => entry.Build()).ToEquatableArray();

    private void ReportOnce(string kind, NameSyntax name, TableDiagnostic diagnostic)
    {
        if (context.FirstTime(kind, machine + "." + name.Text))
        {
            context.Report(diagnostic);
        }
    }

    private static string Describe(IReadOnlyList<WrittenArgument>? written) =>
        written is null ? "no parentheses" : "(" + Wording.Few(written.Select(argument => argument.Name).ToList()) + ")";

    private sealed class Entry(string name, TextSpan span, bool isGuard, Handed? handed, IReadOnlyList<WrittenArgument>? written)
    {
        private Handed? _handed = handed;

        public string Name { get; } = name;

        public TextSpan Span { get; } = span;

        public bool IsGuard { get; } = isGuard;

        /// <summary>The arguments in parentheses, with the types that all uses agree on; null where it is written bare.</summary>
        public List<WrittenArgument>? Written { get; } = written?.ToList();

        public bool Merge(Handed? handed, IReadOnlyList<WrittenArgument>? written)
        {
            if (Written is null)
            {
                _handed = _handed is { } known && handed is { } other ? Carried.Same(known, other) ? known : Handed.Nothing : _handed ?? handed;
                return written is null;
            }

            if (written is null || written.Count != Written.Count)
            {
                return false;
            }

            for (var i = 0; i < written.Count; i++)
            {
                if (Join(Written[i], written[i]) is not { } joined)
                {
                    return false;
                }

                Written[i] = joined;
            }

            return true;
        }

        public UserAction Build()
        {
            var handed = _handed ?? Handed.Nothing;
            return new UserAction
            {
                Name = Name,
                MethodName = CSharpNaming.Pascal(Name),
                IsGuard = IsGuard,
                Receives = Written is null ? handed.Kind : ActionReceives.WrittenArguments,
                Subject = Written is null ? handed.Subject : -1,
                Parameters = Written is null ? default : Parameters(Written),
            };
        }

        private static WrittenArgument? Join(WrittenArgument known, WrittenArgument other)
        {
            if (known.Tag == other.Tag && known.Type == other.Type)
            {
                return known;
            }

            if (other.IsNumber && known.Tag < 0)
            {
                return Fits(other, known.Type) ? known : known.IsNumber ? known with { Type = other.Type } : null;
            }

            return known.IsNumber && other.Tag < 0 && Fits(known, other.Type) ? known with { Type = other.Type, Name = other.Name } : null;
        }

        private static bool Fits(WrittenArgument number, string? type) =>
            type is not null && number.Argument is NumberArgument { Value: var value }
            && (IntegerType.Find(type) is { } integer ? value >= integer.Least && value <= integer.Most : type is "float" or "double" or "decimal");

        private static EquatableArray<Parameter> Parameters(List<WrittenArgument> written)
        {
            var taken = new HashSet<string>(StringComparer.Ordinal) { "cancellationToken" };
            var parameters = new List<Parameter>();
            foreach (var argument in written)
            {
                var name = argument.Name;
                for (var number = 2; !taken.Add(name); number++)
                {
                    name = argument.Name + number;
                }

                parameters.Add(new Parameter { Name = name, PropertyName = CSharpNaming.Pascal(name), Tag = argument.Tag, Type = argument.Type });
            }

            return parameters.ToEquatableArray();
        }
    }
}
