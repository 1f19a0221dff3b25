using System;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Formatting;

/// <summary>Tells which lines share columns: the rows of one section; declarations of one kind, or <c>keep</c> rows, that stand
/// together without a blank line.</summary>
internal sealed class BlockCounter
{
    private int _last;
    private int _section;
    private int _run;
    private int _comments;
    private Type? _kind;

    public void Blank() => EndRun();

    public void Broken(LineSyntax line)
    {
        EndRun();
        _section = line is BrokenLine { ClosesSection: true } ? 0 : _section;
    }

    /// <summary>The blocks of a line for its columns and for its comment.</summary>
    public (int Columns, int Comments) Of(LineSyntax line)
    {
        switch (line)
        {
            case MachineLine or StateLine or InLine or SessionLine or ScenarioLine:
                EndRun();
                _section = 0;
                return (0, 0);
            case MessageLine or CallLine or TimerLine or TagLine or GroupLine or KeepRow:
                _comments = _comments == 0 ? ++_last : _comments;
                _run = _run == 0 || _kind != line.GetType() ? ++_last : _run;
                _kind = line.GetType();
                return (_run, _comments);
            case ProtocolLine or NamespaceLine or UsingLine or ImportLine:
                EndRun();
                return (0, 0);
            default:
                _section = _section == 0 ? ++_last : _section;
                return (_section, _section);
        }
    }

    private void EndRun()
    {
        _run = _comments = 0;
        _kind = null;
    }
}
