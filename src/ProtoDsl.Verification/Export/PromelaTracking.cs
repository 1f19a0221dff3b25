using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Export;

/// <summary>What must be known of another role's label. It is a function of the label, so it costs no state; a role that nobody asks about
/// has none.</summary>
internal sealed class PromelaTracking
{
    private readonly ExportedSystem _model;
    private readonly bool[] _isTracked;
    private readonly string[] _names;

    public PromelaTracking(ExportedSystem model)
    {
        _model = model;
        var count = model.Roles.Count;
        _isTracked = new bool[count];
        foreach (var (role, _) in model.System.Forbidden.SelectMany(forbidden => forbidden.States))
        {
            _isTracked[role] = true;
        }

        for (var role = 0; model.HasDrainedTimers && role < count; role++)
        {
            _isTracked[role] |= model.LiveStates(role).Count > 0;
        }

        _names = model.Roles.Select((role, index) => _isTracked[index] ? model.Names.Take("at_" + role) : "").ToArray();
    }

    public bool IsAny => _isTracked.Any(each => each);

    public bool IsTracked(int role) => _isTracked[role];

    public string Variable(int role) => _names[role];

    /// <summary>Where the role stands when it starts, as a declaration.</summary>
    public string Declaration(int role)
    {
        var automaton = _model.System.Roles[role];
        return $"{(automaton.States.Count <= 255 ? "byte" : "short")} {_names[role]} = {Number(automaton.Start)};";
    }

    /// <summary>True when no other role has a live timer; empty when none can have one.</summary>
    public string NobodyElseLive(int role) => string.Join(" && ", Enumerable.Range(0, _names.Length)
        .Where(other => other != role && _isTracked[other] && _model.LiveStates(other).Count > 0)
        .Select(other => "!" + IsIn(other, _model.LiveStates(other))));

    /// <summary>What must be asserted when a role enters a local state.</summary>
    public IEnumerable<string> AssertionsAt(int role, int state) => _model.System.Forbidden
        .Where(forbidden => forbidden.States.Any(each => each.Role == role)
            && forbidden.States.Where(each => each.Role == role).All(each => _model.StatesShowing(role, each.State).Contains(state)))
        .Select(Assertion);

    /// <summary>What must be asserted whenever a role may have moved.</summary>
    public IEnumerable<string> AssertionsAbout(int role) =>
        _model.System.Forbidden.Where(forbidden => forbidden.States.Any(each => each.Role == role)).Select(Assertion);

    /// <summary>What the first configuration breaks already.</summary>
    public IEnumerable<string> AssertionsAtStart() => _model.System.Forbidden
        .Where(forbidden => forbidden.States.All(each => _model.StatesShowing(each.Role, each.State).Contains(_model.System.Roles[each.Role].Start)))
        .Select(Assertion);

    private string Assertion(ForbiddenStates forbidden) =>
        $"assert(!({string.Join(" && ", forbidden.States.Select(each => IsIn(each.Role, _model.StatesShowing(each.Role, each.State))))}))";

    private string IsIn(int role, IReadOnlyList<int> states) =>
        states.Count == 0 ? "false" : $"({string.Join(" || ", states.Select(state => $"{_names[role]} == {Number(state)}"))})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
