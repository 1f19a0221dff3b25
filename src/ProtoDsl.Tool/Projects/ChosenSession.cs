using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Projects;

/// <summary>A session of a table.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Index">Its place among the table's sessions.</param>
internal sealed record ChosenSession(LoadedTable Table, int Index)
{
    /// <summary>The session.</summary>
    public Session Session => Table.File.Bound.Protocol.Sessions[Index];
}

/// <summary>The option that names sessions, and the sessions that it means.</summary>
internal sealed class SessionChoice
{
    private readonly Option<string[]> _names = new("--session", "-s") { Description = "Only this session; may be given several times.", HelpName = "name" };

    /// <param name="command">The command whose option this becomes.</param>
    public SessionChoice(Command command) => command.Options.Add(_names);

    /// <summary>The sessions that are named, of the project's own tables; all where none is.</summary>
    /// <exception cref="UsageException">There is no such session, or none at all.</exception>
    public IReadOnlyList<ChosenSession> Of(ParseResult options, TableProject project)
    {
        var all = project.Tables.SelectMany(table => table.File.Bound.Protocol.Sessions.Select((_, index) => new ChosenSession(table, index))).ToArray();
        if (all.Length == 0)
        {
            var where = project.Tables.Count == 1 ? $"'{project.Tables[0].Text.Path}'" : $"these {project.Tables.Count} tables";
            throw new UsageException($"there is no session in {where}; 'session NAME' and its roles say which machines talk to each other");
        }

        var names = options.GetValue(_names) ?? [];
        if (names.FirstOrDefault(name => all.All(each => each.Session.Name != name)) is { } unknown)
        {
            var known = all.Select(each => each.Session.Name).Distinct().ToArray();
            throw new UsageException($"there is no session '{unknown}'; {(NameSuggestion.Find(unknown, known) is { } near ? $"did you mean '{near}'?" : $"there is {string.Join(", ", known)}")}");
        }

        return all.Where(each => names.Length == 0 || names.Contains(each.Session.Name)).ToArray();
    }
}
