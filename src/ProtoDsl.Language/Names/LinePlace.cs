using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Names;

/// <summary>Whose names a line uses.</summary>
/// <param name="Machine">The machine that it belongs to; null above all machines.</param>
/// <param name="Session">The session that it belongs to, or that its scenario speaks of; null outside of both.</param>
internal readonly record struct LinePlace(string? Machine, string? Session)
{
    /// <summary>Each line of a file with its place, as the binder sorts them.</summary>
    /// <param name="syntax">The file.</param>
    /// <param name="protocol">The name of a machine that has no line of its own.</param>
    public static IEnumerable<(LineSyntax Line, LinePlace Place)> Of(TransitionFileSyntax syntax, string protocol)
    {
        var first = syntax.Lines.Select(line => MachineOpenedBy(line, protocol)).FirstOrDefault(name => name is not null);
        var place = default(LinePlace);
        foreach (var line in syntax.Lines)
        {
            place = line switch
            {
                MachineLine => new LinePlace(MachineOpenedBy(line, protocol), null),
                StateLine or InLine => new LinePlace(place.Machine ?? protocol, null),
                SessionLine session => place with { Session = session.Name.Text },
                ScenarioLine scenario => place with { Session = scenario.Session.Text },
                MessageLine or CallLine or TimerLine or TagLine or GroupLine => place with { Session = null },
                _ => place,
            };

            // Groups above all machines are read as those of the first.
            yield return (line, line is GroupLine && place.Machine is null ? place with { Machine = first } : place);
        }
    }

    private static string? MachineOpenedBy(LineSyntax line, string protocol) => line switch
    {
        MachineLine machine => machine.Name.IsMissing ? protocol : machine.Name.Text,
        StateLine or InLine => protocol,
        _ => null,
    };
}
