using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Page;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Pictures.Tests.Page;

public sealed class AloneSystemTests
{
    /// <summary>In each local state there are the rows that cells hold for the state of the table; of timers that <c>start</c> runs, those that are armed.</summary>
    [Fact]
    public void Its_moves_are_the_rows_of_cells()
    {
        foreach (var (protocol, machine) in Machines.Shipped.Concat(Machines.Small(150)))
        {
            var locals = Locals(protocol, machine);
            foreach (var local in locals)
            {
                var expected = machine.Cells
                    .Where(cell => cell.State == local.TableState && MayCome(machine.Events[cell.Event], local))
                    .SelectMany(cell => cell.Candidates.Select(candidate => (candidate.Row, machine.Rows[candidate.Row])))
                    .Where(each => each.Item2.Kind is RowKind.Transition or RowKind.Ignore)
                    .Select(each => (each.Row, each.Item2.TargetKind == TargetKind.State ? each.Item2.Target : local.TableState));
                var moves = local.Moves.Where(move => move.Row >= 0).Select(move => (move.Row, locals[move.Target].TableState));

                Assert.Equal(expected.Order(), moves.Order());
            }
        }
    }

    [Fact]
    public void Timers_are_armed_and_disarmed_by_entry_row_and_exit_in_this_order()
    {
        var protocol = Machines.Read("""
            timer R = 1s
            call Go, Back
            machine M
            initial state A
                exit start R
                Go / stop R -> B
            state B
                entry start R
                Back        -> A
                timeout R   -> B
                Go / stop R
            """);

        var locals = Locals(protocol, protocol.Machines[0]);

        // A with nothing, B with the timer (its entry comes last), B and A as they are left by Go and by Back.
        Assert.Equal(["0:", "1:0", "1:", "0:0"], locals.Select(local => $"{local.TableState}:{string.Join(',', local.ArmedTimers)}"));
        Assert.DoesNotContain(locals[2].Moves, move => move.Kind == MoveKind.Timer);
    }

    private static bool MayCome(MachineEvent @event, LocalState local) => @event.Kind != EventKind.Timeout || local.ArmedTimers.Contains(@event.Subject);

    private static IReadOnlyList<LocalState> Locals(Protocol protocol, Machine machine) => AloneSystem.Of(protocol, machine).Roles[0].States;
}
