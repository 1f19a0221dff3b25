using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Exceptions;

/// <summary>An exception reaches the handlers that it fits, and no others.</summary>
public sealed class Handlers
{
    private const string Types = "class Late : Exception { } class VeryLate : Late { } class Other : Exception { } ";

    [Theory]
    [InlineData("void M() { var d = new Door(); try { d.Open(); /*!PDSL3001*/d.Open(); } catch (IllegalTransitionException) { /*!PDSL3001*/d.Lock(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); /*!PDSL3001*/d.Open(); } catch (ProtocolException) { /*!PDSL3001*/d.Lock(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); /*!PDSL3001*/d.Open(); } catch (InvalidOperationException) { /*!PDSL3001*/d.Lock(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); /*!PDSL3001*/d.Open(); } catch { /*!PDSL3001*/d.Lock(); } }")]
    [InlineData("void M() { var c = new Conn(); c.Listen(); try { /*!PDSL3005*/c.Receive(new Fin()); } catch (UnexpectedMessageException) { /*!PDSL3001*/c.Listen(); } }")]
    [InlineData("void M(Door? d) { try { d!.Open(); } catch (NullReferenceException) { d = new(); /*!PDSL3001*/d.Unlock(); } }")]
    public void An_illegal_event_reaches_its_type_and_the_bases(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("void M() { var d = new Door(); d.Open(); try { /*!PDSL3001*/d.Open(); } catch (ArgumentException) { d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); d.Open(); try { /*!PDSL3001*/d.Open(); } catch (UnexpectedMessageException) { d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); d.Open(); try { /*!PDSL3001*/d.Open(); } catch (IllegalTransitionException) { d = new(); } catch (Exception) { d.Open(); } d.Open(); }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch (Other) { d.Open(); } catch (VeryLate) { d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); d.AssumeState(DoorState.Open); } catch (IllegalTransitionException) { d.Open(); } }")]
    [InlineData("void M(bool b) { var d = new Door(); try { if (b) throw new Late(); d.Open(); throw new Other(); } catch (Late) { d.Lock(); } catch (Other) { d.Close(); } }")]
    [InlineData("void M(int n) { var d = new Door(); try { for (var i = 0; i < n; i++) { } d.Open(); throw new Late(); } catch { d.Close(); d.Open(); } }")]
    public void Handlers_of_other_types_are_not_reached(string members) => UsageTest.Verify(Types + members);

    [Theory]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch (Late) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new VeryLate(); } catch (Late) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); Exception e = new Late(); try { d.Open(); throw e; } catch (Late) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M(Late e) { var d = new Door(); try { d.Open(); throw e; } catch (VeryLate) { /*!PDSL3001*/d.Open(); } catch (Late) { /*!PDSL3001*/d.Open(); } catch (Exception) { d.Open(); } }")]
    [InlineData("void M(Exception e) { var d = new Door(); try { d.Open(); throw e; } catch (Late) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); Console.WriteLine(); } catch (Late) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { try { d.Open(); throw new Late(); } finally { d.Close(); } } catch (Late) { /*!PDSL3001*/d.Unlock(); } catch (Exception) { d.Unlock(); } }")]
    public void What_is_thrown_goes_by_its_type(string members) => UsageTest.Verify(Types + members);

    [Theory]
    [InlineData("void M() { var d = new Door(); try { try { d.Open(); throw new Late(); } catch (Exception) { throw; } } catch (Late) { /*!PDSL3001*/d.Open(); } catch (Exception) { d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { try { d.Open(); throw new Late(); } catch (Exception e) { throw e; } } catch (Late) { /*!PDSL3001*/d.Open(); } catch (Exception) { d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { try { d.Open(); throw new Late(); } catch (Late) { d.Close(); throw new Other(); } } catch (Other) { /*!PDSL3001*/d.Unlock(); } catch (Late) { d.Unlock(); } }")]
    [InlineData("void M(bool b) { var d = new Door(); try { try { if (b) throw new Other(); d.Open(); throw new Late(); } catch { throw; } } catch (Late) { /*!PDSL3001*/d.Open(); } catch (Other) { /*!PDSL3001*/d.Unlock(); } }")]
    public void What_was_caught_is_thrown_again(string members) => UsageTest.Verify(Types + members);

    [Theory]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch (Exception e) when (e is Other) { d.Open(); } catch (Late) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch (Exception e) when (e is Late) { /*!PDSL3001*/d.Open(); } catch { d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch (Other) when (Environment.TickCount > 0) { d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch (Late) when (Environment.TickCount > 0) { /*!PDSL3001*/d.Open(); } catch (Exception) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch when (d.State == DoorState.Closed) { d.Open(); } catch { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("void M() { var d = new Door(); try { d.Open(); throw new Late(); } catch when (d.State == DoorState.Open) { d.Close(); } catch { d.Open(); } d.Lock(); }")]
    public void A_filter_may_let_it_pass(string members) => UsageTest.Verify(Types + members);

    [Theory]
    [InlineData("static void H(Door p) { p.Open(); throw new Late(); } void M() { var d = new Door(); try { H(d); } catch (Late) { /*!PDSL3001*/d.Open(); } catch (Exception) { d.Open(); } }")]
    [InlineData("static void H(Door p) { p.Lock(); } void M(bool b) { var d = new Door(); if (b) d.Open(); try { /*!PDSL3002*/H(d); } catch (IllegalTransitionException) { /*!PDSL3001*/d.Lock(); } catch (Exception) { d.Unlock(); } }")]
    [InlineData("static void H(Door p) { p.Lock(); } void M() { var d = new Door(); try { H(d); } catch { d.Lock(); } }")]
    [InlineData("static void Bad() { var x = new Door(); /*!PDSL3001*/x.Unlock(); } void M() { var d = new Door(); d.Open(); try { Bad(); } catch (IllegalTransitionException) { /*!PDSL3001*/d.Open(); } }")]
    [InlineData("static void H(Door p, bool b) { if (b) throw new Late(); p.Open(); throw new Other(); } void M(bool b) { var d = new Door(); try { H(d, b); } catch (Late) { d.Lock(); } catch (Other) { d.Close(); } }")]
    [InlineData("void M() { var d = new Door(); try { Open(); } catch (Late) { /*!PDSL3001*/d.Open(); } catch (Exception) { d.Open(); } void Open() { d.Open(); throw new Late(); } }")]
    public void A_method_throws_what_its_body_throws(string members) => UsageTest.Verify(Types + members);
}
