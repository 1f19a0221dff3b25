using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;

namespace ProtoDsl.Language.Binding.Files;

/// <summary>Declarations that nothing names: most likely something else is misspelt or forgotten.</summary>
internal static class Unused
{
    public static void Check(BindingContext context, Scope shared, IReadOnlyList<BoundMachine> machines)
    {
        // In a broken table the line that names it may be the broken one; a file without machines declares for others.
        if (context.HasErrors || machines.Count == 0)
        {
            return;
        }

        CheckScope(context, shared);
        foreach (var machine in machines)
        {
            CheckScope(context, machine.Scope);
            foreach (var line in machine.Sets.Lines.Where(line => !machine.Sets.UsedGroups.Contains(line.Name.Text)))
            {
                context.Report(UnusedMessages.Unused("group", line.Name.Text, line.Name.Span));
            }
        }
    }

    private static void CheckScope(BindingContext context, Scope scope)
    {
        Report(context, "tag", scope.OwnTags.All);
        Report(context, "message", scope.OwnMessages.All);
        Report(context, "call", scope.OwnCalls.All);
        Report(context, "timer", scope.OwnTimers.All);
    }

    private static void Report(BindingContext context, string kind, IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols.Where(symbol => !symbol.IsUsed))
        {
            context.Report(UnusedMessages.Unused(kind, symbol.Name, symbol.Span));
        }
    }
}
