using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Svg;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Pictures.Page;

/// <summary>A table as a page in which its machines and sessions can be stepped through: one file, which asks nothing of any network.</summary>
public static class HtmlPage
{
    private static readonly string[] Scripts =
        ["dom.js", "engine.js", "words.js", "trace.js", "theme.js", "diagram.js", "events.js", "channels.js", "chart.js", "matrix.js", "stories.js", "page.js"];

    /// <summary>The page.</summary>
    /// <param name="file">The table; it must be sound.</param>
    /// <param name="others">Files that an <c>import</c> of it may mean.</param>
    /// <param name="options">What the diagrams show.</param>
    /// <param name="check">How much may be done to find counterexamples, for each session.</param>
    /// <param name="cancellationToken">Honoured while configurations are explored.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static string Of(TableFile file, IReadOnlyList<TableFile> others, GraphOptions options, CheckOptions check, CancellationToken cancellationToken = default)
    {
        var protocol = file.Bound.Protocol;
        var title = protocol.Machines.Count == 1 ? protocol.Machines[0].Name : protocol.Name;
        return Resources.Read("page/page.html")
            .Replace("{{title}}", SvgText.Escape(title))
            .Replace("{{style}}", Resources.Read("page/page.css") + Resources.Read("page/diagram.css") + Resources.Read("page/print.css"))
            .Replace("{{script}}", string.Concat(Scripts.Select(script => Resources.Read("page/" + script))))
            .Replace("{{data}}", Data(file, others, options, title, SessionChecker.Check(file, others, check, cancellationToken)));
    }

    private static string Data(TableFile file, IReadOnlyList<TableFile> others, GraphOptions options, string title, FileCheck check)
    {
        var machines = file.Bound.Protocol.Machines.Select(machine => new PageMachine(file.Bound.Protocol, machine)).ToList();
        var own = machines.Count;
        var sessions = check.Sessions.Where(session => session.System is not null).ToArray();
        foreach (var role in sessions.SelectMany(session => session.System?.Roles ?? []))
        {
            if (Find(machines, role.Machine) < 0)
            {
                machines.Add(new PageMachine(others.First(other => other.Bound.Protocol.Machines.Any(machine => ReferenceEquals(machine, role.Machine))).Bound.Protocol, role.Machine));
            }
        }

        var json = new JsonWriter();
        json.Open('{').Name("title").Value(title).Name("about").Value(file.Bound.Protocol.Documentation).Name("machines").Open('[');
        machines.ForEach(machine => machine.Write(json, options));
        json.Close(']').Name("systems").Open('[');
        foreach (var session in sessions)
        {
            Write(json, session, machines);
        }

        for (var machine = 0; machine < own; machine++)
        {
            PageSystem.Write(json, AloneSystem.Of(machines[machine].Protocol, machines[machine].Machine), [machine], isAlone: true, [null], []);
        }

        json.Close(']').Name("stories").Open('[');
        for (var session = 0; session < sessions.Length; session++)
        {
            foreach (var counterexample in sessions[session].Counterexamples)
            {
                PageStory.Write(json, session, counterexample);
            }
        }

        return json.Close(']').Close('}').ToString();
    }

    private static void Write(JsonWriter json, SessionCheck session, List<PageMachine> machines)
    {
        if (session.System is { } system)
        {
            PageSystem.Write(
                json, system, [.. system.Roles.Select(role => Find(machines, role.Machine))], isAlone: false,
                [.. session.Session.Roles.Select(role => role.Calls is { } calls ? (IReadOnlyList<string>)[.. calls] : null)], [.. session.Session.Nevers.Select(never => never.Reason)]);
        }
    }

    private static int Find(List<PageMachine> machines, Machine machine) => machines.FindIndex(known => ReferenceEquals(known.Machine, machine));
}
