using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3003;

/// <summary>Machines that are finished, or somebody else's to finish.</summary>
public sealed class Valid
{
    [Theory]
    [InlineData("void M() { var c = new Conn(); }")]
    [InlineData("void M() { var c = new Conn(); c.Connect(); c.Close(); }")]
    [InlineData("void M(bool b) { var c = new Conn(); if (b) c.Connect(); if (b) c.Close(); }")]
    [InlineData("void M(bool b) { var c = new Conn(); var up = false; if (b) { c.Connect(); up = true; } Console.Write(1); if (up) c.Close(); }")]
    [InlineData("void M(bool b) { while (b) { var c = new Conn(); c.Connect(); c.Close(); } }")]
    [InlineData("void M() { var c = new Conn(); c.Connect(); if (c.State != ConnState.Closed) c.Abort(); }")]
    [InlineData("void M() { using var s = new Scope(); s.Start(); }")]
    [InlineData("void M() { using (var s = new Scope()) { s.Start(); } }")]
    [InlineData("void M() { var c = new Conn(); try { c.Connect(); } finally { _ = c.TryAbort(); } }")]
    [InlineData("void M() { var s = new Session(); while (true) { Console.Write(s.State); } }")]
    [InlineData("Conn Make() => new Conn(); void M() { var c = Make(); }")]
    [InlineData("void End(Session s) { s.End(); } void M() { var s = new Session(); End(s); }")]
    public void Finished(string members) => UsageTest.Verify(members, "PDSL3003");

    [Theory]
    [InlineData("Session M() { var s = new Session(); s.Start(); return s; }")]
    [InlineData("Session M() => new Session();")]
    [InlineData("Session? M(bool b) { var s = new Session(); s.Start(); if (b) { s.End(); return null; } return s; }")]
    [InlineData("IDisposable M() { var s = new Scope(); s.Start(); return s; }")]
    [InlineData("(Session, int) M() { var s = new Session(); return (s, 1); }")]
    [InlineData("async Task<Session> M() { var s = new Session(); await Task.Yield(); return s; }")]
    [InlineData("Task<Session> M() { var s = new Session(); return Task.FromResult(s); }")]
    [InlineData("IEnumerable<Session> M() { var s = new Session(); yield return s; }")]
    [InlineData("void M(out Session s) { s = new Session(); s.Start(); }")]
    [InlineData("void M(ref Session s) { s = new Session(); }")]
    public void Returned(string members) => UsageTest.Verify(members, "PDSL3003");

    [Theory]
    [InlineData("private Session? _s; void M() { _s = new Session(); _s.Start(); } void N() { _s?.End(); }")]
    [InlineData("private Session? _s; void M() { var s = new Session(); s.Start(); _s = s; Other(); } void Other() { _s = null; }")]
    [InlineData("private Session _s = new(); void M() { _s.Start(); }")]
    [InlineData("Session S { get; set; } = new(); void M() { var s = new Session(); S = s; }")]
    [InlineData("static Session? s_s; static void M() { s_s = new Session(); }")]
    [InlineData("class Box { public Session? S; } void M(Box b) { var s = new Session(); b.S = s; }")]
    [InlineData("class Box { public Session? S; } Box M() => new Box { S = new Session() };")]
    [InlineData("class Box(Session s) { public Session S => s; } Box M() => new Box(new Session());")]
    [InlineData("void M(List<Session> list) { var s = new Session(); s.Start(); list.Add(s); }")]
    [InlineData("void M(Session[] all) { all[0] = new Session(); }")]
    [InlineData("Session[] M() { var s = new Session(); return new[] { s }; }")]
    [InlineData("Dictionary<int, Session> M() { var s = new Session(); return new() { [1] = s }; }")]
    public void Stored(string members) => UsageTest.Verify(members, "PDSL3003");

    [Theory]
    [InlineData("void M(Action<Session> use) { var s = new Session(); use(s); }")]
    [InlineData("interface IUse { void Use(Session s); } void M(IUse u) { var s = new Session(); u.Use(s); }")]
    [InlineData("void M(dynamic d) { var s = new Session(); d.Use(s); }")]
    [InlineData("void M() { var s = new Session(); Action a = () => s.End(); Console.CancelKeyPress += (_, _) => a(); }")]
    [InlineData("void M() { var s = new Session(); void End() { s.End(); } End(); }")]
    [InlineData("private Session? _s; void Keep(Session s) { _s = s; } void M() { var s = new Session(); Keep(s); }")]
    [InlineData("void Take([TakesOwnership] Session s) { Console.Write(s.State); } void M() { var s = new Session(); Take(s); }")]
    [InlineData("class Owner { public Owner([TakesOwnership] Session s) { Console.Write(s.State); } } void M() { var s = new Session(); _ = new Owner(s); }")]
    [InlineData("void M() { var s = new Session(); System.Threading.ThreadPool.QueueUserWorkItem(_ => s.End()); }")]
    [InlineData("int M() { var s = new Session(); s.Start(); return s.Save(); }")]
    [InlineData("void M() { var s = new Session(); throw new Holder(s); } class Holder(Session s) : Exception { public Session S => s; }")]
    public void Handed_on(string members) => UsageTest.Verify(members, "PDSL3003");

    [Theory]
    [InlineData("void M() { var s = new Session(); s.Start(); throw new Exception(); }")]
    [InlineData("void M() { try { var s = new Session(); s.Start(); Other(); s.End(); } catch { Console.Write(1); } } void Other() => throw new Exception();")]
    [InlineData("void M() { Session? s = null; try { s = new Session(); s.Start(); Other(); s.End(); } catch { s = null; } } void Other() => throw new Exception();")]
    [InlineData("void M() { try { var s = new Session(); s.Start(); Other(); s.End(); } finally { Console.Write(1); } } void Other() => throw new Exception();")]
    [InlineData("void M() { var s = new Session(); s.Start(); try { Other(); s.End(); } catch (Exception e) when (e is ArgumentException) { } } void Other() => throw new Exception();")]
    public void Lost_by_an_exception_only(string members) => UsageTest.Verify(members, "PDSL3003");

    [Theory]
    [InlineData("void M(Session s) { s.Start(); }")]
    [InlineData("void M() { var d = new Door(); d.Open(); }")]
    [InlineData("void M() { var s = Session.Restore(1); }")]
    [InlineData("Session Unknown(Session s) => s; void M(Session t) { var s = Unknown(t); s.Start(); }")]
    [InlineData("extern Session Get(); void M() { var s = Get(); s.Start(); }")]
    [InlineData("Session? Find(bool b) { if (!b) return null; var s = new Session(); s.Start(); return s; } void M() { if (Find(true) is { } s) s.End(); }")]
    [InlineData("Session? Find(bool b) { if (!b) return null; var s = new Session(); s.Start(); return s; } void M() { var s = Find(true); if (s == null) return; s.End(); }")]
    [InlineData("void M() { var s = new SharedSession(); s.Start(); }")]
    [InlineData("void M(bool b) { var s = new Session(); var t = new Session(); var u = b ? s : t; u.End(); _ = s.TryEnd(); _ = t.TryEnd(); }")]
    [InlineData("async Task M() { var s = new AsyncSession(); await s.EndAsync(); }")]
    [InlineData("async Task M() { var s = new AsyncSession(); var t = s.StartAsync(); Console.Write(t.IsCompleted); }")]
    [InlineData("void M(bool b) { Session? last = null; while (b) { var s = new Session(); s.Start(); last?.End(); last = s; } last?.End(); }")]
    public void Not_known_to_be_this_bodys(string members) => UsageTest.Verify(members, "PDSL3003");

    [Fact]
    public void Behind_a_mistake() => UsageTest.Verify("void M() { var c = new Conn(); c.Connect(); /*!PDSL3001*/c.Connect(); }", "PDSL3003");
}
