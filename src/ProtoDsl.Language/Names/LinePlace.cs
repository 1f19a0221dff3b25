using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Names;

/// <summary>Whose names a line uses.</summary>
/// <param name="Machine">The machine that it belongs to; null above all machines.</param>
/// <param name="Session">The session that it belongs to, or that its scenario speaks of; null outside of both.</param>
/// <param name="Opening">The line of the section that it stands in, or is; null above all sections. Declarations below a machine stand in that.</param>
public readonly record struct LinePlace(string? Machine, string? Session, LineSyntax? Opening)
{
    /// <summary>Each line of a file with its place, as the binder sorts them.</summary>
    /// <param name="syntax">The file.</param>
    /// <param name="protocol">The name of a machine that has no line of its own.</param>
    public static IEnumerable<(LineSyntax Line, LinePlace Place)> Of(TransitionFileSyntax syntax, string protocol)
    {
        var first = syntax.Lines.Select(line => MachineOpenedBy(line, protocol)).FirstOrDefault(name => name is not null);
        var place = default(LinePlace);
        MachineLine? opened = null;
        foreach (var line in syntax.Lines)
        {
            opened = line as MachineLine ?? opened;
            place = line switch
            {
                MachineLine => new LinePlace(MachineOpenedBy(line, protocol), null, line),
                StateLine or InLine => new LinePlace(place.Machine ?? protocol, null, line),
                SessionLine session => place with { Session = session.Name.Text, Opening = line },
                ScenarioLine scenario => place with { Session = scenario.Session.Text, Opening = line },
                MessageLine or CallLine or TimerLine or TagLine or GroupLine => place with { Session = null, Opening = opened },
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
