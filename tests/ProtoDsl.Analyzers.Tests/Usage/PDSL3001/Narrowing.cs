using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3001;

/// <summary>Each construct that tells something of a state, on both of its sides. <c>d</c> is an unknown door: closed, open or locked.
/// Open is legal in Closed only, Lock in Closed only, Unlock in Locked, Close in Open and Closed.</summary>
public sealed class Narrowing
{
    [Theory]
    [InlineData("d.State == DoorState.Open", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("DoorState.Open == d.State", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d.State != DoorState.Open", "d.Open();", "/*!PDSL3001*/d.Open();")]
    [InlineData("!(d.State == DoorState.Open)", "d.Open();", "/*!PDSL3001*/d.Open();")]
    [InlineData("d.State is DoorState.Open", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d.State is not DoorState.Closed", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d.State is DoorState.Open or DoorState.Locked", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d.State is not DoorState.Open and not DoorState.Closed", "/*!PDSL3001*/d.Open();", "/*!PDSL3001*/d.Unlock();")]
    [InlineData("d.State is (not DoorState.Open) and (DoorState.Open or DoorState.Locked)", "/*!PDSL3001*/d.Close();", "/*!PDSL3001*/d.Unlock();")]
    [InlineData("d.State >= DoorState.Open", "/*!PDSL3001*/d.Open();", "d.Open(); d.Close();")]
    [InlineData("d.State < DoorState.Open", "/*!PDSL3001*/d.Unlock();", "/*!PDSL3001*/d.Open();")]
    [InlineData("DoorState.Open <= d.State", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d.State is > DoorState.Closed", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d.State is > DoorState.Closed and < DoorState.Locked", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d is { State: DoorState.Open }", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d is not { State: DoorState.Closed }", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d is { CanOpen: true }", "/*!PDSL3001*/d.Unlock();", "/*!PDSL3001*/d.Open();")]
    [InlineData("d is { CanOpen: false }", "/*!PDSL3001*/d.Open();", "/*!PDSL3001*/d.Unlock();")]
    [InlineData("d is { CanOpen: false, State: not DoorState.Open }", "/*!PDSL3001*/d.Close();", "d.Open();")]
    [InlineData("d is { State: DoorState.Open } or { State: DoorState.Locked }", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d is Door { State: DoorState.Open } e", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d.State == DoorState.Open || d.State == DoorState.Locked", "/*!PDSL3001*/d.Open();", "/*!PDSL3001*/d.Unlock();")]
    [InlineData("d.State != DoorState.Open && d.State != DoorState.Locked", "/*!PDSL3001*/d.Unlock();", "/*!PDSL3001*/d.Open();")]
    [InlineData("d.CanOpen", "/*!PDSL3001*/d.Unlock();", "/*!PDSL3001*/d.Open();")]
    [InlineData("!d.CanOpen", "/*!PDSL3001*/d.Open();", "/*!PDSL3001*/d.Unlock();")]
    [InlineData("d.CanOpen == false", "/*!PDSL3001*/d.Open();", "/*!PDSL3001*/d.Unlock();")]
    [InlineData("d.CanOpen is true", "/*!PDSL3001*/d.Unlock();", "/*!PDSL3001*/d.Open();")]
    [InlineData("d.CanUnlock", "/*!PDSL3001*/d.Open();", "d.Unlock();")]
    [InlineData("d.TryOpen()", "/*!PDSL3001*/d.Open();", "/*!PDSL3001*/d.Open();")]
    [InlineData("d.TryOpen()", "/*!PDSL3001*/d.Unlock();", "d.Unlock();")]
    [InlineData("d.TryUnlock()", "/*!PDSL3001*/d.Unlock();", "d.Unlock();")]
    [InlineData("d.Break() == DoorState.Open", "/*!PDSL3001*/d.Unlock();", "/*!PDSL3001*/d.Open();")]
    [InlineData("d.Break() is DoorState.Open", "/*!PDSL3001*/d.Unlock();", "/*!PDSL3001*/d.Open();")]
    [InlineData("d.State == DoorState.Open == true", "/*!PDSL3001*/d.Open();", "d.Open();")]
    [InlineData("d?.State == DoorState.Open", "/*!PDSL3001*/d!.Open();", "d!.Open();")]
    [InlineData("d?.State is DoorState.Open or DoorState.Locked", "/*!PDSL3001*/d!.Open();", "d!.Open();")]
    [InlineData("d!.State.Equals(DoorState.Open)", "d.Open();", "d.Open();")]
    [InlineData("(int)d.State == 1", "d.Open();", "d.Open();")]
    public void Of_conditions(string condition, string whenTrue, string whenFalse) => UsageTest.Verify(
        $$"""
        void M(Door d) {
            if ({{condition}}) { {{whenTrue}} }
            else { {{whenFalse}} }
        }
        void N(Door d) {
            var saved = {{condition}};
            if (saved) { {{whenTrue}} }
            else { {{whenFalse}} }
        }
        """);
}
