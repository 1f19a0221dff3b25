using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries;

public sealed class SummaryStoreTests
{
    private const string Opening = "static class H { public static bool B; ";

    [Fact]
    public void Callees_are_solved_once_and_before_their_callers()
    {
        var (program, solver, store) = Store(Opening + "static void A(Door d) { B1(d); B2(d); } static void B1(Door d) => Leaf(d); static void B2(Door d) => Leaf(d); static void Leaf(Door d) { } }");

        Assert.Equal(MethodSummary.Opaque, store.Of(program.Method("H.A"), default));
        Assert.Equal("Leaf B1 B2 A", solver.Solved);
        _ = store.Of(program.Method("H.B1"), default);
        _ = store.Of(program.Method("H.Leaf"), default);
        Assert.Equal("Leaf B1 B2 A", solver.Solved);
    }

    [Fact]
    public void What_a_callee_does_reaches_the_caller()
    {
        var (program, _, store) = Store(Opening + "static void A(Door d) { if (B) Never(d); } static void Q(Door d) => Fails(d); static void Fails(Door d) => Never(d); static void Never(Door d) { throw null!; } }");

        Assert.Equal(MethodSummary.NeverReturns, store.Of(program.Method("H.Q"), default));
        Assert.Equal(MethodSummary.Opaque, store.Of(program.Method("H.A"), default));
    }

    [Theory]
    [InlineData("static void A(Door d) => A(d);", "never")]
    [InlineData("static void A(Door d) { if (B) A(d); }", "returns")]
    [InlineData("static void A(Door d) => X(d); static void X(Door d) => Y(d); static void Y(Door d) => A(d);", "never")]
    [InlineData("static void A(Door d) => X(d); static void X(Door d) => Y(d); static void Y(Door d) { if (B) A(d); }", "returns")]
    [InlineData("static void A(Door d) => X(d); static void X(Door d) { if (B) Y(d); } static void Y(Door d) => A(d);", "returns")]
    public void Recursion_starts_from_no_return_and_comes_to_rest(string members, string expected)
    {
        var (program, _, store) = Store(Opening + members + " }");
        Assert.Equal(expected == "never" ? MethodSummary.NeverReturns : MethodSummary.Opaque, store.Of(program.Method("H.A"), default));
        Assert.Equal(SummaryGap.None, store.GapOf(program.Method("H.A"), default));
    }

    [Theory]
    [InlineData("Console.WriteLine", "System.Console.WriteLine", SummaryGap.NoBody)]
    [InlineData("iterator", "C.Iterator", SummaryGap.NotSolvable)]
    [InlineData("abstract", "C.Abstract", SummaryGap.NoBody)]
    [InlineData("auto-property", "C.get_Auto", SummaryGap.NoBody)]
    [InlineData("implicit constructor", "C..ctor", SummaryGap.None)]
    public void Says_why_it_knows_nothing(string what, string method, object gap)
    {
        Assert.NotEmpty(what);
        var (program, _, store) = Store("abstract class C { public static IEnumerable<Door> Iterator() { yield return new Door(); } public abstract void Abstract(Door d); public Door Auto { get; } = new(); }");

        Assert.Equal((SummaryGap)gap, store.GapOf(program.Method(method), default));
        Assert.Equal(MethodSummary.Opaque, store.Of(program.Method(method), default));
    }

    [Fact]
    public void Machines_and_helpers_of_another_assembly_are_opaque()
    {
        var program = SourceProgram.BesideAssembly("class C { static void M(Door d) => N(d); static void N(Door d) => d.Open(); }");
        var store = program.Code.SummariesBy(new ReturnSolver());

        Assert.Equal("C.N", program.CalleesOf("C.M"));
        Assert.Equal(SummaryGap.None, store.GapOf(program.Method("C.M"), default));
        Assert.Equal(SummaryGap.NoBody, store.GapOf(program.Method("Acme.Door.Open"), default));
    }

    [Fact]
    public void What_the_call_graph_does_not_list_is_opaque_even_if_it_is_known()
    {
        var (program, _, store) = Store("class C { void M() { Never(); } static void Never() { throw null!; } }");

        Assert.Equal(MethodSummary.NeverReturns, store.Of(program.Method("C.Never"), default));
        Assert.Equal(MethodSummary.Opaque, store.Of(program.Method("C.M"), default));
    }

    [Fact]
    public void A_recursion_that_never_rests_is_given_up()
    {
        var solver = new FlippingSolver();
        var program = SourceProgram.Of(Opening + "static void A(Door d) => X(d); static void X(Door d) => A(d); static void Caller(Door d) => A(d); }");
        var store = program.Code.SummariesBy(solver);

        Assert.Equal(SummaryGap.NoFixpoint, store.GapOf(program.Method("H.A"), default));
        Assert.Equal(SummaryGap.NoFixpoint, store.GapOf(program.Method("H.X"), default));
        Assert.Equal(MethodSummary.Opaque, store.Of(program.Method("H.A"), default));
        Assert.Equal(SummaryGap.None, store.GapOf(program.Method("H.Caller"), default));
        Assert.InRange(solver.Looks, 4, 100);
    }

    [Fact]
    public void One_question_reads_no_more_than_its_share_whatever_was_asked_before()
    {
        var text = Opening + string.Concat(Enumerable.Range(0, 9_999).Select(index => $"static void M{index}(Door d) => M{index + 1}(d);\n")) + "static void M9999(Door d) { } }";
        var program = SourceProgram.Unchecked(text);
        var last = 10_000 - SummaryStore.MaxBodies;
        int[] questions = [0, last - 1, last, last + 1, 9_990, 9_999];

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var downwards = Gaps(questions);
        var upwards = Gaps(questions.Reverse());
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");

        Assert.Equal(downwards, upwards.Reverse());
        Assert.Equal(
            [SummaryGap.TooManyBodies, SummaryGap.TooManyBodies, SummaryGap.None, SummaryGap.None, SummaryGap.None, SummaryGap.None],
            downwards);

        SummaryGap[] Gaps(IEnumerable<int> methods)
        {
            var store = program.Code.SummariesBy(new ReturnSolver());
            return methods.Select(index => store.GapOf(program.Method("H.M" + index), default)).ToArray();
        }
    }

    [Fact]
    public void A_circle_of_too_many_is_given_up()
    {
        var (program, solver, store) = Store(Opening + string.Concat(Enumerable.Range(0, 300).Select(index => $"static void M{index}(Door d) => M{(index + 1) % 300}(d);\n")) + "}");

        Assert.Equal(SummaryGap.NoFixpoint, store.GapOf(program.Method("H.M7"), default));
        Assert.Equal("", solver.Solved);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_order_of_questions_from_any_thread_gives_the_same_answers(int seed)
    {
        var program = RandomProgram(seed, methods: 60);
        var names = Enumerable.Range(0, 60).Select(index => "H.M" + index).ToArray();
        var store = program.Code.SummariesBy(new ReturnSolver());
        var expected = names.ToDictionary(name => name, name => (store.Of(program.Method(name), default), store.GapOf(program.Method(name), default)));
        Assert.Contains(expected.Values, answer => answer.Item1.Equals(MethodSummary.NeverReturns));
        Assert.Contains(expected.Values, answer => answer.Item1.Equals(MethodSummary.Opaque));

        for (var round = 0; round < 20; round++)
        {
            var anew = program.Anew();
            var shared = anew.Code.SummariesBy(new ReturnSolver());
            var random = new Random(round);
            var questions = names.Concat(names).OrderBy(_ => random.Next()).ToArray();
            Parallel.ForEach(questions, new ParallelOptions { MaxDegreeOfParallelism = 8 }, name =>
            {
                var method = anew.Method(name);
                Assert.Equal(expected[name], (shared.Of(method, default), shared.GapOf(method, default)));
            });
        }
    }

    [Fact]
    public void Cancelled_anywhere_it_answers_the_next_question_as_if_nothing_had_been()
    {
        var program = RandomProgram(seed: 4, methods: 40);
        var reference = program.Code.SummariesBy(new ReturnSolver());
        var methods = Enumerable.Range(0, 40).Select(index => program.Method("H.M" + index)).ToArray();
        var expected = methods.Select(method => reference.Of(method, default)).ToArray();
        for (var stopAt = 1; stopAt < 60; stopAt++)
        {
            using var cancellation = new CancellationTokenSource();
            var looks = 0;
            var store = program.Code.SummariesBy(new ReturnSolver
            {
                BeforeSolve = _ =>
                {
                    if (++looks == stopAt)
                    {
                        cancellation.Cancel();
                    }
                },
            });
            try
            {
                Array.ForEach(methods, method => store.Of(method, cancellation.Token));
            }
            catch (OperationCanceledException)
            {
                // As asked for.
            }

            Assert.Equal(expected, methods.Select(method => store.Of(method, default)));
        }
    }

    private static (SourceProgram Program, ReturnSolver Solver, SummaryStore Store) Store(string source)
    {
        var program = SourceProgram.Of(source);
        var solver = new ReturnSolver();
        return (program, solver, program.Code.SummariesBy(solver));
    }

    /// <summary>Calls in all directions, circles of many sizes.</summary>
    private static SourceProgram RandomProgram(int seed, int methods)
    {
        var random = new Random(seed);
        return SourceProgram.Of(Opening + string.Concat(Enumerable.Range(0, methods).Select(index =>
        {
            var calls = Enumerable.Range(0, random.Next(3)).Select(_ => (random.Next(2) == 0 ? "if (B) " : "") + $"M{Math.Min(methods - 1, Math.Max(0, index + random.Next(-4, 12)))}(d); ");
            return $"public static void M{index}(Door d) {{ {string.Concat(calls)}{(random.Next(12) == 0 ? "throw null!;" : "")} }}\n";
        })) + "}");
    }

    /// <summary>Says something else each time.</summary>
    private sealed class FlippingSolver : ISummarySolver
    {
        private readonly Dictionary<string, int> _looks = [];

        public int Looks => _looks.Values.Sum();

        public MethodSummary Solve(MethodBody body, Func<IMethodSymbol, MethodSummary> summaryOf, Func<IMethodSymbol, bool> isInCircle, CancellationToken cancellationToken)
        {
            _looks[body.Method.Name] = _looks.GetValueOrDefault(body.Method.Name) + 1;
            return _looks[body.Method.Name] % 2 == 1 ? MethodSummary.Opaque : MethodSummary.NeverReturns;
        }
    }
}
