using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Tables that want out of their strings, that are very large, or that are broken.</summary>
public sealed class HostileTableTests
{
    [Theory]
    [InlineData("\"; class Pwned { } //")]
    [InlineData("*/ class Pwned { } /*")]
    [InlineData("</summary> class Pwned")]
    [InlineData("\u2028class Pwned { }")]
    [InlineData("\u0085class Pwned { }")]
    [InlineData("\\\"; class Pwned { } //")]
    [InlineData("{Pwned} \\u0022; class Pwned { }")]
    [InlineData("\0\u0001\ufffe\ud800 class Pwned { }")]
    [InlineData("\nclass Pwned { }")]
    public void Text_of_the_table_stays_text(string text)
    {
        var protocol = Sound("""
            message M1(int n)
            timer T = 1s
            call Go, Stay
            machine M
            initial state A = 1
                Go -> A
                forbid Stay "reason"
                after T -> A
                ignore ?M1
            """);
        var machine = protocol.Machines[0];
        protocol = protocol with
        {
            Documentation = text,
            Name = text,
            Messages = protocol.Messages.Select(message => message with { Documentation = text, Name = text }).ToEquatableArray(),
            Machines = EquatableArray.Create(machine with
            {
                Name = text,
                Documentation = text,
                States = machine.States.Select(state => state with { Documentation = text, Name = text, Label = text }).ToEquatableArray(),
                Calls = machine.Calls.Select(call => call with { Documentation = text, Name = text }).ToEquatableArray(),
                Timers = machine.Timers.Select(timer => timer with { Documentation = text, Name = text }).ToEquatableArray(),
                Events = machine.Events.Select(@event => @event with { Name = text }).ToEquatableArray(),
                Rows = machine.Rows.Select(row => row with { Text = text, Reason = row.Reason is null ? null : text }).ToEquatableArray(),
            }),
        };

        var source = ProtocolEmitter.Emit(protocol, CancellationToken.None);
        var compilation = TestCompilation.Create(source);

        Assert.Empty(compilation.Problems());
        Assert.DoesNotContain(compilation.GetSymbolsWithName("Pwned"), _ => true);
    }

    [Fact]
    public void Names_that_are_no_identifiers_are_made_some()
    {
        var protocol = Sound("call Go\nmachine M\ninitial state A\n    Go -> A\n");
        var machine = protocol.Machines[0];
        protocol = protocol with
        {
            Machines = EquatableArray.Create(machine with
            {
                States = machine.States.Select(state => state with { MemberName = "A } class Pwned {" }).ToEquatableArray(),
                Calls = machine.Calls.Select(call => call with { MethodName = "class" }).ToEquatableArray(),
            }),
        };

        var compilation = TestCompilation.Create(ProtocolEmitter.Emit(protocol, CancellationToken.None));

        Assert.DoesNotContain(compilation.GetSymbolsWithName("Pwned"), _ => true);
        Assert.Empty(compilation.Problems());
    }

    [Fact]
    public void A_thousand_states_and_rows_become_C_sharp_in_good_time()
    {
        var text = new StringBuilder("call ");
        text.AppendJoin(", ", Enumerable.Range(0, 200).Select(i => $"C{i}")).Append("\nmachine M\n");
        for (var i = 0; i < 1000; i++)
        {
            text.Append(i == 0 ? "initial " : "").Append($"state S{i}\n    C{i % 200} / act{i % 7} -> S{(i + 1) % 1000}\n");
        }

        text.Append("in any\n");
        for (var i = 0; i < 200; i++)
        {
            text.Append($"    C{i} [g{i % 3}] / effect{i} -> S{i}\n");
        }

        var protocol = Sound(text.ToString());
        var watch = Stopwatch.StartNew();

        var source = ProtocolEmitter.Emit(protocol, CancellationToken.None);

        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
        Assert.InRange(source.Length, 1, SourceWriter.MaximumLength);
        Assert.DoesNotContain("#error", source, StringComparison.Ordinal);
        Assert.DoesNotContain(CSharpSyntaxTree.ParseText(source).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_table_that_would_fill_the_disk_becomes_one_error()
    {
        var protocol = Sound("call Go\nmachine M\ninitial state A\n    Go / act -> A\n");
        var machine = protocol.Machines[0];
        var effects = Enumerable.Repeat(machine.Rows[0].Effects[0], 60_000).ToEquatableArray();
        var events = Enumerable.Repeat(machine.Events[0], 900).ToEquatableArray();
        var row = machine.Rows[0] with { Effects = effects, Triggers = Enumerable.Range(0, 900).Select(i => new RowTrigger(i, default, null)).ToEquatableArray() };
        protocol = protocol with
        {
            Machines = EquatableArray.Create(machine with
            {
                Events = events,
                Rows = EquatableArray.Create(row),
                Cells = Enumerable.Range(0, 900).Select(i => new Cell(0, i, EquatableArray.Create(new Candidate(0, i)))).ToEquatableArray(),
            }),
        };

        var source = ProtocolEmitter.Emit(protocol, CancellationToken.None);

        Assert.Contains("#error", source, StringComparison.Ordinal);
        Assert.InRange(source.Length, 1, 500);
    }

    [Fact]
    public void Work_that_is_no_longer_wanted_ends() =>
        Assert.Throws<OperationCanceledException>(() => ProtocolEmitter.Emit(Sound("call Go\nmachine M\ninitial state A\n    Go -> A\n"), new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("")]
    [InlineData("machine")]
    [InlineData("machine M")]
    [InlineData("machine M\nstate A\n    Go -> B\n    ?X / !Y -> C\n    after T -> D")]
    [InlineData("message A, A\ncall A, A\nmachine M\ninitial state S\n    A -> S\n    ?A -> S\nmachine M\ninitial state S")]
    [InlineData("message X(Nope n)\ntag T = A | B\nmachine M\ninitial state S\n    ?X(A) / f(q), !X(z), start Z -> same")]
    [InlineData("call State, Receive, Save, Dispose(int x)\nmachine M\ninitial state S = 1\n    State | Receive | Save | Dispose -> S")]
    public void A_broken_table_becomes_as_much_as_it_means(string table)
    {
        var source = ProtocolEmitter.Emit(TransitionFile.Read(table, "Sample").Protocol, CancellationToken.None);

        Assert.DoesNotContain(CSharpSyntaxTree.ParseText(source).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static Protocol Sound(string table)
    {
        var file = TransitionFile.Read(table, "Sample");
        Assert.True(file.IsSound, string.Join("\n", file.Diagnostics.Select(diagnostic => diagnostic.Message)));
        return file.Protocol;
    }
}
