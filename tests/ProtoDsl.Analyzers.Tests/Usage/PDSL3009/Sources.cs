using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3009;

/// <summary>The tables of these tests.</summary>
internal static class Sources
{
    private const string Rows = """
        message Ping
        timer T = 1s
        call Go, Back
        machine M
        initial state A = 1
            Go [ready] / noted, !Ping -> B
            after T -> A
        state B = 2
            entry entered
            Back -> A
        """;

    private const string Opening = """
        #nullable enable
        using System; using System.Threading; using System.Threading.Tasks; using ProtoDsl;

        """;

    private const string Actions = """
        abstract class Actions : IMActions
        {
            public virtual bool Ready() => true;
            public virtual void Noted() { }
            public virtual void Entered() { }
            public virtual void Send(in Sample.Ping ping) { }
            public virtual void Start(MTimerToken token, TimeSpan due) { }
            public virtual void Stop(MTimerToken token) { }
        }

        """;

    /// <summary>A class <c>C</c> that has a machine in <c>_m</c>, to which it gives itself.</summary>
    /// <param name="members">Its members, the effects that matter among them.</param>
    /// <param name="declaration">The rest of it.</param>
    public static void VerifyActions(string members, string declaration = "private readonly M _m; public C() { _m = new M(this); } public bool Enter() => _m.TryGo();") =>
        UsageTest.VerifyAlone(Rows, $"{Opening}{Actions}sealed class C : Actions, IMActions\n{{\n{declaration}\n{members}\n}}");

    /// <summary>The user's part of the machine itself.</summary>
    public static void VerifyPart(string members, string table = "call Go\nmachine M\ninitial state A\n    Go -> B\nstate B\n    Go -> A\n") =>
        UsageTest.VerifyAlone(table, $"{Opening}sealed partial class M\n{{\n{members}\n}}");

    /// <summary>Another kind of machine, with one effect.</summary>
    public static void VerifyKind(string kind, string source) => UsageTest.VerifyAlone(
        $"call Go, Back\n{kind} machine M\ninitial state A\n    Go / noted -> B\nstate B\n    Back / noted -> A\n", Opening + source);
}
