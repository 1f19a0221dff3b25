namespace ProtoDsl;

/// <summary>Says in which states a machine that a field or property holds must be when a method or property of the class is called: callers
/// must see to it, the body may rely on it.
/// <code>
/// sealed class Client
/// {
///     private readonly TcpConnection _connection;
///
///     [MemberInState(nameof(_connection), TcpConnectionState.Established)]
///     public void Ask(string question) => _connection.Send(Encode(question));
/// }
/// </code></summary>
/// <remarks>It is to a field what <see cref="InStateAttribute"/> is to a parameter: a demand on entry. In that it differs from
/// <c>MemberNotNullAttribute</c>, which is a promise on return: fields are null until somebody fills them, but a machine always has a state,
/// and what a member does to it shows in the machine's own events. What always holds between calls belongs on the field: <c>[InState]</c>. It may stand several
/// times, once a member; on a property it counts for both accessors. It cannot stand on a constructor, before which no field
/// holds anything. Overrides and implementations inherit it unless they say otherwise; at run time nothing is checked.</remarks>
/// <param name="member">The field or property, of the same class or a base class: <c>nameof(_connection)</c>.</param>
/// <param name="states">One or more members of the machine's enum of states; the machine is in one of them.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = true)]
public sealed class MemberInStateAttribute(string member, params object[] states) : Attribute
{
    /// <summary>The field or property.</summary>
    public string Member { get; } = member;

    /// <summary>The states, as the enum of the machine's states.</summary>
    public IReadOnlyList<object> States { get; } = states ?? [];
}
