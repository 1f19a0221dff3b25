using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3001;

public sealed class NarrowingByStatements
{
    [Fact]
    public void Switch_statements() => UsageTest.Verify(
        """
        void M(Door d) {
            switch (d.State) {
                case DoorState.Closed: d.Open(); break;
                case DoorState.Open: /*!PDSL3001*/d.Open(); break;
                default: d.Unlock(); break;
            }
        }
        void N(Door d) {
            switch (d.State) {
                case DoorState.Open or DoorState.Locked: /*!PDSL3001*/d.Open(); break;
                case > DoorState.Locked: break;
                default: d.Open(); break;
            }
        }
        void P(Door d) {
            switch (d) {
                case { State: DoorState.Open }: /*!PDSL3001*/d.Open(); break;
                case { CanOpen: true }: d.Open(); break;
                case { State: DoorState.Locked }: /*!PDSL3001*/d.Close(); break;
            }
        }
        void R(Door d) {
            switch (d.Break()) {
                case DoorState.Open: d.Close(); break;
                case DoorState.Locked: /*!PDSL3001*/d.Close(); break;
            }
        }
        void W(Door d, bool b) {
            switch (d.State) {
                case DoorState.Open when b: /*!PDSL3001*/d.Open(); break;
                case DoorState.Open: /*!PDSL3001*/d.Unlock(); break;
                case var s when s == DoorState.Locked: /*!PDSL3001*/d.Open(); break;
                default: d.Open(); break;
            }
        }
        """);

    [Fact]
    public void Switch_expressions() => UsageTest.Verify(
        """
        DoorState M(Door d) => d.State switch {
            DoorState.Closed => d.Open(),
            DoorState.Open => /*!PDSL3001*/d.Open(),
            _ => d.Unlock(),
        };
        DoorState N(Door d) => d switch {
            { State: DoorState.Open or DoorState.Locked } => /*!PDSL3001*/d.Open(),
            _ => d.Open(),
        };
        DoorState P(Door d) => d.Break() switch {
            DoorState.Locked => /*!PDSL3001*/d.Close(),
            _ => d.Close(),
        };
        """);

    [Fact]
    public void Saved_states_and_results() => UsageTest.Verify(
        """
        void M(Door d) { var s = d.State; if (s == DoorState.Open) { /*!PDSL3001*/d.Open(); } else { d.Open(); } }
        void N(Door d) { var s = d.Break(); if (s == DoorState.Open) { d.Close(); } else { /*!PDSL3001*/d.Close(); } }
        void P(Door d) { DoorState s; if ((s = d.State) == DoorState.Open) { /*!PDSL3001*/d.Open(); } else { d.Open(); } }
        void Q(Door d) { if (d.State is var s && s == DoorState.Open) { /*!PDSL3001*/d.Open(); } else { d.Open(); } }
        """);

    [Fact]
    public void Loops_and_early_returns() => UsageTest.Verify(
        """
        void M(Door d) { while (d.State != DoorState.Open) { d.Break(); } /*!PDSL3001*/d.Open(); }
        void N(Door d) { if (d.State != DoorState.Open) return; /*!PDSL3001*/d.Open(); }
        void P(Door d) { if (d.State == DoorState.Open) throw new Exception(); d.Open(); /*!PDSL3001*/d.Open(); }
        void Q(Door d) { do { d.Break(); } while (d.State == DoorState.Locked); /*!PDSL3001*/d.Open(); }
        void R(Door d) { var x = d.State == DoorState.Open ? /*!PDSL3001*/d.Open() : d.Open(); }
        """);

    [Fact]
    public void Flags_that_go_with_a_state() => UsageTest.Verify(
        """
        void M(bool b) {
            var d = new Door(); var opened = false;
            if (b) { d.Open(); opened = true; }
            if (opened) { /*!PDSL3001*/d.Open(); } else { d.Open(); }
        }
        void N(bool b) {
            var d = new Door();
            if (b) d.Open();
            if (!b) { /*!PDSL3001*/d.Unlock(); d.Lock(); } else { /*!PDSL3001*/d.Lock(); }
        }
        void T(Door d) { var done = d.TryOpen(); if (!done) return; /*!PDSL3001*/d.Open(); }
        """);

    [Fact]
    public void Exceptions() => UsageTest.Verify(
        """
        void M() { var d = new Door(); try { d.Open(); } finally { d.ToString(); } /*!PDSL3001*/d.Open(); }
        void N() { var c = new Conn(); try { c.Connect(); } catch { /*!PDSL3001*/c.Send(); } }
        void P() { var d = new Door(); d.Open(); try { Other(); } catch (Exception) { /*!PDSL3001*/d.Open(); } }
        void Q() { var d = new Door(); d.Open(); try { Other(); d.Close(); } finally { /*!PDSL3001*/d.Unlock(); } }
        void R() { var d = new Door(); try { Other(); return; } finally { d.Open(); /*!PDSL3001*/d.Open(); } }
        void S() { var d = new Door(); try { /*!PDSL3001*/d.Unlock(); } catch (ProtoDsl.IllegalTransitionException) { d.Open(); } }
        void Other() { }
        """);
}
