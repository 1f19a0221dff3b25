using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries;

/// <summary>What <c>C.M</c> may move: the machines, <c>nothing</c>, <c>everything</c>; <c>arguments</c> where it runs what it is handed.</summary>
public sealed class MoveSetsTests
{
    private const string Others = """
        abstract class Shape { public abstract void Draw(); public virtual void Fill() { } public abstract void NoOne(); }
        class Circle : Shape { public override void Draw() { new Door().Open(); } public override void NoOne() { } }
        sealed class Square : Shape { public override void Draw() { } public override void Fill() { new Generic<int>().Open(); } public override void NoOne() { } }
        interface IQuiet { void Go(); }
        class Quiet : IQuiet { public void Go() { } }
        interface ILoud { void Go(); int P { get; } }
        class Loud<T> : ILoud { void ILoud.Go() { new Door().Open(); } public int P { get { new Long().Next(); return 1; } } }
        interface IElsewhere { void Go(); }
        class Closer : IDisposable { public void Dispose() { new Door().Close(); } }
        static class H {
            public static void Raise(Door d) => d.Open();
            public static void Log(string text) { Console.WriteLine(text); Count++; }
            public static int Count { get; set; }
            public static int Opens { get { new Door().Open(); return 1; } }
            public static void Each(Action a) { a(); }
            public static void Twice(Action a) { Each(a); Each(() => a()); }
            public static void Keep(Action a) { s_kept = a; }
            public static void RunKept() { s_kept(); }
            public static int Sum(IEnumerable<int> items) { var sum = 0; foreach (var i in items) sum += i; return sum + items.Count(); }
            public static IEnumerable<int> Iterate() { new Door().Open(); yield return 1; }
            private static Action s_kept = () => { };
        }

        """;

    /// <summary>Whoever walks an unknown sequence may run this one.</summary>
    private const string Items = """
        class Items : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { new Door().Open(); return new List<int>().GetEnumerator(); } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }

        """;

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("H.Log(\"x\");", "nothing")]
    [InlineData("d.Open();", "Door")]
    [InlineData("d.TryOpen(); l.Next();", "Door Long")]
    [InlineData("_ = d.State; _ = d.CanOpen; d.Save(); new Door();", "nothing")]
    [InlineData("H.Raise(d);", "Door")]
    [InlineData("_ = H.Opens;", "Door")]
    [InlineData("H.Count = 2;", "nothing")]
    [InlineData("M(d, l);", "nothing")]
    [InlineData("void L() => d.Open(); L();", "Door")]
    [InlineData("Action a = () => d.Open();", "Door")]
    [InlineData("Action a = () => d.Open(); a();", "Door")]
    [InlineData("Action a = () => { }; a(); a?.Invoke();", "nothing")]
    [InlineData("Action a = d is null ? () => { } : H.RunKept; a();", "everything")]
    [InlineData("Func<DoorState> a = d.Open; a();", "Door")]
    [InlineData("H.Keep(() => { });", "nothing")]
    [InlineData("H.RunKept();", "everything")]
    [InlineData("dynamic x = d; x.Open();", "everything")]
    [InlineData("new Closer();", "nothing")]
    [InlineData("using (new Closer()) { }", "Door")]
    [InlineData("using var c = new Closer();", "Door")]
    [InlineData("IDisposable c = new Closer(); c.Dispose();", "everything")]
    [InlineData("System.Threading.Thread.Yield();", "everything")]
    [InlineData("new Mine().OpenTwice();", "Mine")]
    [InlineData("var t = new Generic<int>(); t.Open();", "Generic")]
    public void Of_plain_code(string body, string expected) => Verify(body, expected);

    [Theory]
    [InlineData("new Circle().Fill();", "Generic")]
    [InlineData("new Square().Fill();", "Generic")]
    [InlineData("Shape s = new Square(); s.Draw();", "Door")]
    [InlineData("new Square().Draw();", "nothing")]
    [InlineData("Shape s = new Square(); s.NoOne();", "nothing")]
    [InlineData("IQuiet q = new Quiet(); q.Go();", "nothing")]
    [InlineData("ILoud q = new Loud<int>(); q.Go();", "Door")]
    [InlineData("ILoud q = new Loud<int>(); _ = q.P;", "Long")]
    [InlineData("IElsewhere? e = null; e!.Go();", "everything")]
    [InlineData("d.ToString(); d.Equals(d); new object().GetHashCode();", "nothing")]
    public void Of_virtual_calls(string body, string expected) => Verify(body, expected);

    [Theory]
    [InlineData("H.Each(() => { });", "nothing")]
    [InlineData("H.Each(() => d.Open());", "Door")]
    [InlineData("H.Twice(() => d.Open());", "Door")]
    [InlineData("H.Each(H.RunKept);", "everything")]
    [InlineData("Action<Action> a = H.Each; a(() => { });", "everything")]
    [InlineData("new List<int>().ForEach(i => d.Open());", "Door")]
    [InlineData("var n = new List<int>().Where(i => i > 0).Select(i => i + 1).ToList();", "nothing")]
    [InlineData("var q = new[] { 1 }.Where(i => i > 0); foreach (var i in q) { } _ = q.Count();", "nothing")]
    [InlineData("var q = from i in new[] { 1 } where i > 0 select i; _ = H.Sum(q);", "nothing")]
    [InlineData("foreach (var i in new[] { 1 }) { } foreach (var i in new List<int>()) { } foreach (var c in \"abc\") { }", "nothing")]
    [InlineData("foreach (var i in H.Iterate()) { }", "Door")]
    [InlineData("foreach (var i in new Items()) { }", "Door")]
    [InlineData("_ = H.Sum(new Items());", "Door")]
    [InlineData("IEnumerable<int> q = new Items(); q = new[] { 1 }; foreach (var i in q) { }", "Door")]
    [InlineData("IEnumerable<int> q = new int[1]; q = _stored; foreach (var i in q) { }", "everything")]
    [InlineData("_ = _stored.Count();", "everything")]
    [InlineData("_ = _array.Count();", "nothing")]
    [InlineData("_event?.Invoke();", "everything")]
    public void Of_delegates_and_sequences(string body, string expected) => Verify(body, expected);

    [Theory]
    [InlineData("H.Each", "arguments")]
    [InlineData("H.Twice", "arguments")]
    [InlineData("H.Keep", "nothing")]
    [InlineData("H.Sum", "arguments")]
    [InlineData("H.Log", "nothing")]
    [InlineData("Shape.Draw", "Door")]
    [InlineData("Shape.Fill", "Generic")]
    [InlineData("Square.Draw", "nothing")]
    [InlineData("IElsewhere.Go", "everything")]
    [InlineData("System.Console.WriteLine", "nothing")]
    [InlineData("System.Action.Invoke", "everything")]
    [InlineData("System.Linq.Enumerable.Count", "arguments")]
    [InlineData("System.Threading.Tasks.Task.Delay", "everything")]
    [InlineData("System.IDisposable.Dispose", "everything")]
    [InlineData("System.IO.Stream.Flush", "nothing")]
    [InlineData("Acme.Door.Open", "Door")]
    public void Of_a_method_by_itself(string method, string expected)
    {
        var program = SourceProgram.Of(Others);
        Assert.Equal(expected, Text(program.Code.Moves.MovedBy(program.Method(method), default)));
    }

    [Fact]
    public void Exactly_a_method_or_what_overrides_it_too()
    {
        var program = SourceProgram.Of(Others);
        Assert.Equal("nothing", Text(program.Code.Moves.MovedByExactly(program.Method("Shape.Fill"), default)));
        Assert.Equal("Generic", Text(program.Code.Moves.MovedBy(program.Method("Shape.Fill"), default)));
    }

    [Fact]
    public void Events_run_the_actions_of_the_machine()
    {
        const string relation = "protodsl 1\\nmachine Pump P\\nstate A A initial\\nevent call Go Go\\nevent call Calm Calm\\ncase 0 0 stay - t -\\ncase 1 0 stay - - -\\n";
        var source = """
            namespace G {
            using ProtoDsl.Metadata;
            enum PumpState { A }
            interface IPumpActions { void Effect(); }
            [StateMachine(typeof(PumpState), "$relation")]
            sealed partial class Pump {
                public Pump(IPumpActions actions) { }
                [MachineMember(MachineMemberKind.Raise, 0)] public PumpState Go() => default;
                [MachineMember(MachineMemberKind.Raise, 1)] public PumpState Calm() => default;
                partial void OnTransition(int transition);
            }
            partial class Pump { partial void OnTransition(int transition) { new Long().Next(); } }
            class Actions : IPumpActions { public void Effect() { new Door().Open(); } }
            class User {
                static void Goes(Pump p) => p.Go();
                static void Calms(Pump p) => p.Calm();
                static Pump Makes(IPumpActions a) => new Pump(a);
            } }
            """.Replace("$relation", relation);

        var program = SourceProgram.Of(source);
        Assert.Equal("Door Long Pump", Text(program.Code.Moves.MovedBy(program.Method("G.User.Goes"), default)));
        Assert.Equal("Door Long Pump", Text(program.Code.Moves.MovedBy(program.Method("G.User.Calms"), default)));
        Assert.Equal("nothing", Text(program.Code.Moves.MovedBy(program.Method("G.User.Makes"), default)));

        // A state's timer is started by the actions.
        var timed = SourceProgram.Of(source.Replace("\\ncase 0", "\\nevent after Late after_Late\\ncase 0"));
        Assert.Equal("Door Long", Text(timed.Code.Moves.MovedBy(timed.Method("G.User.Makes"), default)));

        var unobserved = SourceProgram.Of(source.Replace("partial class Pump { partial void OnTransition(int transition) { new Long().Next(); } }", ""));
        Assert.Equal("Door Pump", Text(unobserved.Code.Moves.MovedBy(unobserved.Method("G.User.Goes"), default)));
        Assert.Equal("Pump", Text(unobserved.Code.Moves.MovedBy(unobserved.Method("G.User.Calms"), default)));

        var unseen = SourceProgram.Of(source.Replace("public Pump(IPumpActions actions)", "public Pump(object actions)").Replace("new Pump(a)", "new Pump((object)a)"));
        Assert.Equal("everything", Text(unseen.Code.Moves.MovedBy(unseen.Method("G.User.Goes"), default)));
    }

    [Fact]
    public void Other_assemblies_move_only_the_machines_that_they_can_name()
    {
        var program = SourceProgram.BesideAssembly("""
            class C {
                static void Own(Mine m) => m.OpenTwice();
                static void Console() => System.Console.WriteLine();
                static void Raise(Door d) => d.Open();
                static void Dispose(IDisposable d) => d.Dispose();
            }
            """);
        var door = MachineOf(program, "Acme.Door");
        Assert.Equal("Machines", Text(program.Code.Moves.MovedBy(program.Method("C.Own"), default)));
        Assert.True(program.Code.Moves.MovedBy(program.Method("C.Own"), default).MayMove(door, program.Compilation));
        Assert.Equal("nothing", Text(program.Code.Moves.MovedBy(program.Method("C.Console"), default)));
        Assert.False(program.Code.Moves.MovedBy(program.Method("C.Console"), default).MayMove(door, program.Compilation));
        Assert.Equal("Door", Text(program.Code.Moves.MovedBy(program.Method("C.Raise"), default)));
        Assert.False(program.Code.Moves.MovedBy(program.Method("C.Raise"), default).MayMove(MachineOf(program, "Acme.Long"), program.Compilation));
        Assert.Equal("Machines", Text(program.Code.Moves.MovedBy(program.Method("C.Dispose"), default)));
    }

    [Fact]
    public void Too_many_bodies_are_everything_whatever_was_asked_before()
    {
        const int count = 1_000;
        var program = SourceProgram.Unchecked("class C { " + string.Concat(Enumerable.Range(0, count).Select(index => $"static void M{index}() => M{index + 1}();\n")) + $"static void M{count}() {{ }} }}");
        var limit = count + 1 - MoveSets.MaxBodies;
        int[] questions = [0, limit - 1, limit, limit + 1, count];

        Assert.Equal("everything everything nothing nothing nothing", Ask(program, questions));
        Assert.Equal("nothing nothing nothing everything everything", Ask(program.Anew(), questions.Reverse()));

        static string Ask(SourceProgram program, IEnumerable<int> questions) =>
            string.Join(" ", questions.Select(index => Text(program.Code.Moves.MovedBy(program.Method("C.M" + index), default))));
    }

    [Fact]
    public void All_threads_agree_and_a_cancelled_request_leaves_nothing()
    {
        var random = new Random(5);
        var source = "class C { static Action s_a = () => { }; " + string.Concat(Enumerable.Range(0, 60).Select(index =>
            $"static void M{index}(Door d, Long l) {{ {string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => $"M{random.Next(Math.Max(0, index - 6), 60)}(d, l); "))}{random.Next(14) switch { 0 => "d.Open();", 1 => "l.Next();", 2 when index > 50 => "s_a();", _ => "" }} }}\n")) + "}";
        var program = SourceProgram.Of(source);
        var names = Enumerable.Range(0, 60).Select(index => "C.M" + index).ToArray();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => program.Code.Moves.MovedBy(program.Method(names[0]), cancelled.Token));

        var expected = names.ToDictionary(name => name, name => Text(program.Code.Moves.MovedBy(program.Method(name), default)));
        Assert.True(expected.Values.Distinct().Count() >= 3, string.Join("|", expected.Values.Distinct()));
        for (var round = 0; round < 10; round++)
        {
            var anew = program.Anew();
            Parallel.ForEach(names.OrderBy(_ => random.Next()).ToArray(), name => Assert.Equal(expected[name], Text(anew.Code.Moves.MovedBy(anew.Method(name), default))));
        }
    }

    private static void Verify(string body, string expected)
    {
        var program = SourceProgram.Of(Others + (body.Contains("Items") ? Items : "") + "class C { IEnumerable<int> _stored = []; int[] _array = []; event Action? _event; void M(Door d, Long l) { " + body + " } }");
        Assert.Equal(expected, Text(program.Code.Moves.MovedBy(program.Method("C.M"), default)));
    }

    private static MachineType MachineOf(SourceProgram program, string name)
    {
        var machine = program.Code.Catalog.MachineOf(program.Type(name));
        Assert.NotNull(machine);
        return machine;
    }

    private static string Text(MoveSet moves)
    {
        if (moves.IsEverything)
        {
            return "everything";
        }

        var words = moves.Machines.Select(machine => machine.Symbol.Name).Concat(moves.Assemblies.Select(assembly => assembly.Name)).Order();
        var text = string.Join(" ", (moves.RunsArguments ? ["arguments"] : Array.Empty<string>()).Concat(words));
        return text.Length == 0 ? "nothing" : text;
    }
}
