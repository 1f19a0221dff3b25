using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;

namespace ProtoDsl.Analyzers.Tests.Usage.Fields;

/// <summary>The facts about the field <c>_d</c>, a door, of class <c>C</c>. Door: Closed, Open, Locked; Open in Closed, Close in Open and Closed, Lock in Closed, Unlock in
/// Locked, Break in Locked.</summary>
public sealed class FieldFactsTests
{
    [Theory]
    [InlineData("private Door _d = new();", "Initializer:New", "Closed")]
    [InlineData("private readonly Door _d; C() { _d = new Door(); }", "Constructor:New", "Closed")]
    [InlineData("private readonly Door _d; C() => _d = new Door();", "Constructor:New", "Closed")]
    [InlineData("private Door _d; C() { var d = new Door(); _d = d; }", "Constructor:New", "Closed")]
    [InlineData("private Door _d; C() { var d = new Door(); d.Open(); _d = d; }", "Constructor:New", "Closed Open")]
    [InlineData("private Door _d = Make(); static Door Make() => new Door();", "Initializer:New", "Closed")]
    [InlineData("private Door _d = Make(); private Door _e = Make(); static Door Make() { var d = new Door(); d.Lock(); return d; }", "Initializer:New", "Closed Locked")]
    [InlineData("private Door? _d; void M() { _d ??= new Door(); }", "Later:New", "Closed")]
    [InlineData("private Door? _d; void M() { _d = new Door(); _d.Open(); } void N() { _d = null; }", "Later:New Later:Null", "Closed Open")]
    [InlineData("private Door? _d; void M(bool b) { _d = b ? new Door() : null; }", "Later:New, Null", "Closed")]
    [InlineData("private Door? _d; void M(int i) { _d = i switch { 0 => new Door(), 1 => null, _ => throw new Exception() }; }", "Later:New, Null", "Closed")]
    [InlineData("private Door? _d;", "", "")]
    [InlineData("private Door? _d; Door M() => (_d = new Door()) is { CanOpen: true } ? new Door() : new Door();", "Later:New", "Closed")]
    [InlineData("private Door _d = Door.Restore(1);", "Initializer:Restored", "Closed Open Locked")]
    [InlineData("private static Door _d = new(); static C() { _d = new Door(); } C() { _d = new Door(); }", "Initializer:New Constructor:New Later:New", "Closed")]
    [InlineData("private Door _d = null!; C() { } void Set() { Action a = () => _d = new Door(); a(); }", "Initializer:Null Later:New", "Closed")]
    public void Machines_of_its_own(string members, string writes, string states)
    {
        var field = FieldOf(members);
        Assert.Equal(Leaks.None, field.Leaks);
        Assert.True(field.IsOwned);
        Assert.Equal(writes, WritesOf(field));
        Assert.Equal(states, Names(field, field.StatesAtEntry));
    }

    [Theory]
    [InlineData("private Door _d; C(Door d) { _d = d; }", "Constructor:Elsewhere")]
    [InlineData("private Door? _d; void M(Door? d) { _d = d ?? new Door(); }", "Later:New, Elsewhere")]
    [InlineData("private Door? _d; void M() { Get(out _d); } static void Get(out Door d) => d = new Door();", "Later:Elsewhere")]
    [InlineData("private Door? _d; void M() { (_d, _) = (new Door(), 1); }", "Later:Elsewhere")]
    [InlineData("private Door? _d; void M(Door[] all) { _d = all[0]; }", "Later:Elsewhere")]
    [InlineData("private Door? _d; void M(Func<Door> make) { _d = make(); }", "Later:Elsewhere")]
    [InlineData("private Door? _d; async Task M() { _d = await Make(); } static async Task<Door> Make() { await Task.Yield(); return new Door(); }", "Later:Elsewhere")]
    [InlineData("private Door? _d; void M() { var d = new Door(); if (DateTime.Now.Ticks > 0) d = Other; _d = d; } static Door Other { get; } = new();", "Later:New, Elsewhere")]
    [InlineData("private Door? _d; void M(object o) { if (o is Door d) _d = d; }", "Later:Elsewhere")]
    [InlineData("private Door? _d; static Door s_e = new(); void M() { _d = s_e; }", "Later:Elsewhere")]
    public void Machines_that_others_may_have(string members, string writes)
    {
        var field = FieldOf(members);
        Assert.False(field.IsOwned);
        Assert.Equal(writes, WritesOf(field));
        Assert.True(field.Interference.IsEverything);
        Assert.Equal("Closed Open Locked", Names(field, field.StatesAtEntry));
    }

    [Theory]
    [InlineData("void M() { _d.Open(); }", "M:Open", "Closed Open")]
    [InlineData("bool M() => _d.TryOpen();", "M:Open", "Closed Open")]
    [InlineData("void M() { this._d.Lock(); } void N(C other) { other._d?.Unlock(); }", "M:Lock N:Unlock", "Closed Locked")]
    [InlineData("void M() { var d = _d; d.Open(); }", "M:Open", "Closed Open")]
    [InlineData("void M() { Door d; d = _d; var e = d; e.Lock(); }", "M:Lock", "Closed Locked")]
    [InlineData("void M() { if (_d is { CanOpen: true } d) d.Open(); }", "M:Open", "Closed Open")]
    [InlineData("void M() { if (_d is Door { State: DoorState.Closed } d) d.Open(); }", "M:Open", "Closed Open")]
    [InlineData("void M() { switch (_d) { case { State: DoorState.Closed } d: d.Open(); break; } }", "M:Open", "Closed Open")]
    [InlineData("int M() => _d switch { { CanOpen: true } d => (int)d.Open(), _ => 0 };", "M:Open", "Closed Open")]
    [InlineData("void M() { (_d ?? throw new Exception()).Open(); }", "M:Open", "Closed Open")]
    [InlineData("void M(C? c) { c?._d.Open(); c?._d?.Close(); }", "M:Open M:Close", "Closed Open")]
    [InlineData("void M() { H.Go(_d); } static class H { public static void Go(Door d) { d.Open(); } }", "Go:Open", "Closed Open")]
    [InlineData("void M() { Outside.Go(_d); }", "Go:Lock", "Closed Locked")]
    [InlineData("void M() { _d.Extend(); }", "Extend:Open", "Closed Open")]
    [InlineData("void M() { Go(_d); void Go(Door d) { d.Open(); } }", "M:Open deferred", "Closed Open")]
    [InlineData("void M() { Get().Open(); Door Get() => _d; }", "M:Open", "Closed Open")]
    [InlineData("void M() { Own.Open(); } private Door Own => _d;", "M:Open", "Closed Open")]
    [InlineData("private Door Get() => _d; void M() { if (Get() is { CanOpen: true } d) d.Open(); }", "M:Open", "Closed Open")]
    [InlineData("void M() { Same(_d).Open(); } static Door Same(Door d) => Outside.Same(d);", "M:Open", "Closed Open")]
    [InlineData("void M() { Action a = () => _d.Open(); a(); }", "M:Open deferred", "Closed Open")]
    [InlineData("class Inner { void M(C c) { c._d.Open(); } }", "M:Open", "Closed Open")]
    [InlineData("C() { _d.Open(); }", ".ctor:Open", "Closed Open")]
    [InlineData("DoorState _s = s_all[0]._d.Open(); static C[] s_all = [];", "?:Open", "Closed Open")]
    [InlineData("int P { get { _d.Open(); return 1; } }", "get_P:Open", "Closed Open")]
    [InlineData("IEnumerable<int> M() { _d.Open(); yield return 1; }", "M:Open", "Closed Open")]
    [InlineData("void M() { _d.Elapsed(1); }", "", "Closed")]
    [InlineData("bool M() { lock (_d) { return _d == null || _d.CanOpen || _d.State == DoorState.Open || ReferenceEquals(_d, this); } }", "", "Closed")]
    [InlineData("string M() { Console.WriteLine(_d); ArgumentNullException.ThrowIfNull(_d); GC.KeepAlive(_d); _d.ToString(); _d.Save(); return nameof(_d) + $\"{_d}\"; }", "", "Closed")]
    [InlineData("C(Door d) { d.Open(); }", "", "Closed")]
    public void Events_are_found_under_all_names(string members, string raises, string states)
    {
        var field = FieldOf("private readonly Door _d = new(); " + members);
        Assert.Equal(Leaks.None, field.Leaks);
        Assert.True(field.IsOwned);
        Assert.Equal(raises, RaisesOf(field));
        Assert.Equal(states, Names(field, field.StatesAtEntry));
    }

    [Theory]
    [InlineData("public Door M() => _d;", Leaks.Returned)]
    [InlineData("internal Door P => _d;", Leaks.Returned)]
    [InlineData("protected Door M() { var d = _d; return d; }", Leaks.Returned)]
    [InlineData("private Door M() => _d; public Door N() => M();", Leaks.Returned)]
    [InlineData("void M() { Func<Door> f = () => _d; }", Leaks.Returned)]
    [InlineData("private async Task<Door> M() { await Task.Yield(); return _d; }", Leaks.Returned)]
    [InlineData("void M(List<Door> all) { all.Add(_d); }", Leaks.Argument)]
    [InlineData("void M(Action<Door> a) { a(_d); }", Leaks.Argument)]
    [InlineData("void M(IUser u) { u.Use(_d); }", Leaks.Argument)]
    [InlineData("void M() { Task.Run(() => 1).ContinueWith((t, d) => { }, _d); }", Leaks.Argument)]
    [InlineData("void M() { Many(_d); } static void Many(params Door[] doors) { }", Leaks.Stored)]
    [InlineData("Door? _e; void M() { _e = _d; }", Leaks.Stored)]
    [InlineData("void M() { Outside.Keep(_d); }", Leaks.Stored)]
    [InlineData("void M() { var all = new[] { _d }; }", Leaks.Stored)]
    [InlineData("void M() { var all = (_d, 1); }", Leaks.Stored)]
    [InlineData("void M() { var all = new { _d }; }", Leaks.Stored)]
    [InlineData("void M() { new Holder { Door = _d }; }", Leaks.Stored)]
    [InlineData("void M() { new Holder(_d); }", Leaks.Stored)]
    [InlineData("void M() { ref Door r = ref _d; }", Leaks.ByReference)]
    [InlineData("void M() { Change(ref _d); } static void Change(ref Door d) { }", Leaks.ByReference)]
    [InlineData("void M() { Func<DoorState> f = _d.Open; }", Leaks.Delegate)]
    [InlineData("class Inner { public Door? D; void M(C c) { D = c._d; } }", Leaks.Stored)]
    [InlineData("C Copy() => (C)MemberwiseClone();", Leaks.Copied)]
    [InlineData("void M() { foreach (var d in All()) { } } private IEnumerable<Door> All() { yield return _d; }", Leaks.Unknown)]
    public void Ways_out_of_the_class(string members, object leak)
    {
        var field = FieldOf("private Door _d = new(); " + members);
        Assert.Equal((Leaks)leak, field.Leaks & (Leaks)leak);
        Assert.NotEqual(Leaks.None, field.Leaks);
        Assert.False(field.IsOwned);
        Assert.True(field.Interference.IsEverything);
        Assert.Equal("Closed Open Locked", Names(field, field.Interference.Close(StateSet.Of(0))));
    }

    [Theory]
    [InlineData("private readonly Door _d = new();", "private readonly")]
    [InlineData("private Door _d = new();", "private")]
    [InlineData("internal Door _d = new();", "")]
    [InlineData("private Door? _d;", "private null")]
    [InlineData("private Door? _d; C() { _d = new Door(); }", "private")]
    [InlineData("private Door? _d; C() { if (DateTime.Now.Ticks > 0) _d = new Door(); }", "private null")]
    [InlineData("private Door? _d; C() { _d = new Door(); } C(int i) : this() { }", "private")]
    [InlineData("private Door? _d; C() { _d = new Door(); } C(int i) { }", "private null")]
    [InlineData("private readonly Door _d; C(Door d) { _d = d; }", "private readonly")]
    [InlineData("private readonly Door? _d; C(Door? d) { _d = d; }", "private readonly null")]
    [InlineData("private static readonly Door _d = new();", "private readonly static")]
    [InlineData("public Door _d { get; } = new();", "readonly")]
    [InlineData("public Door _d { get; init; } = new();", "init")]
    [InlineData("private Door _d { get; set; } = new();", "private")]
    [InlineData("public Door _d { get; private set; } = new();", "")]
    public void What_the_declaration_says(string members, string expected)
    {
        var field = FieldOf(members);
        var words = new[] { field.IsPrivate ? "private" : "", field.IsReadOnly ? "readonly" : "", field.IsInitOnly ? "init" : "", field.IsStatic ? "static" : "", field.MayBeNull ? "null" : "" };
        Assert.Equal(expected, string.Join(" ", words.Where(word => word.Length > 0)));
        Assert.Equal(field.IsPrivate && field.Sources != WriteSources.Elsewhere, field.IsOwned);
    }

    [Theory]
    [InlineData("struct C { private Door? _d; void M() { _d = new Door(); } }", false)]
    [InlineData("record C { private Door _d = new(); }", false)]
    [InlineData("sealed class C { private Door _d = new(); }", true)]
    [InlineData("class C<T> { private Door _d = new(); void M(C<int> other) { other._d.CanOpen.ToString(); } }", true)]
    [InlineData("class C<T> { private Door _d = new(); internal Door M(C<int> other) => other._d; }", false)]
    [InlineData("class C { private Generic<int> _d = new(); void M() { _d.Open(); } }", true)]
    public void Kinds_of_types(string source, bool isOwned)
    {
        var program = SourceProgram.Of(source);
        var type = program.Compilation.GetTypeByMetadataName("C") ?? program.Type("C`1");
        Assert.Equal(isOwned, Assert.Single(program.Code.Fields.In(type, default)).IsOwned);
    }

    [Fact]
    public void All_parts_and_inner_types_of_a_class_count()
    {
        var program = SourceProgram.Of(
            "partial class C { private readonly Door _d = new(); }",
            "partial class C { void M() { _d.Open(); } partial class Inner { class Deep { void N(C c) => c._d.Close(); } } }",
            "partial class C { partial class Inner { void O(C c) => c._d.Lock(); } }");
        var field = Assert.Single(program.Code.Fields.In(program.Type("C"), default));

        Assert.Equal(["Close", "Lock", "Open"], field.Interference.Events.Select(@event => @event.DisplayName).Order());
        Assert.True(field.IsOwned);
    }

    [Fact]
    public void Fields_are_found_by_field_and_by_property()
    {
        var program = SourceProgram.Of("class C<T> { Door _a = new(); Long B { get; } = new(); int _c; Door D => _a; List<Door> _e = []; } class P(Door d) { void M() => d.Open(); } record R(Door D);");
        var type = program.Type("C`1").Construct(program.Type("System.Int32"));

        Assert.Equal(["_a", "<B>k__BackingField"], program.Code.Fields.In(type, default).Select(field => field.Field.Name));
        Assert.Equal("Long", program.Code.Fields.Of(type.GetMembers("B")[0], default)?.Machine.Symbol.Name);
        Assert.Equal("Door", program.Code.Fields.Of(type.GetMembers("_a")[0], default)?.Machine.Symbol.Name);
        Assert.All(new[] { "_c", "D", "_e" }, name => Assert.Null(program.Code.Fields.Of(type.GetMembers(name)[0], default)));
        Assert.Empty(program.Code.Fields.In(program.Type("P"), default));
        Assert.Empty(program.Code.Fields.In(program.Type("System.String"), default));
        Assert.Equal(WriteSources.Elsewhere, Assert.Single(program.Code.Fields.In(program.Type("R"), default)).Sources);
    }

    [Fact]
    public void Disposal_is_an_event()
    {
        var program = SourceProgram.Of("class C { private readonly Scope _d = new(); void M() { using (_d) { } } } class E { private readonly Scope _d = new(); void M() { using var s = _d; } } class F { private readonly Scope _d = new(); void M() { ((IDisposable)_d).Dispose(); } }");
        Assert.All(new[] { "C", "E", "F" }, name => Assert.Equal("M:Dispose", RaisesOf(Assert.Single(program.Code.Fields.In(program.Type(name), default)))));
    }

    [Fact]
    public void The_users_own_members_of_a_machine_get_hold_of_it()
    {
        var program = SourceProgram.Of("class C { private readonly Mine _d = new(); void M() { _d.OpenTwice(); } }");
        Assert.Equal(Leaks.UserMember, Assert.Single(program.Code.Fields.In(program.Type("C"), default)).Leaks);
    }

    [Fact]
    public void A_shared_machine_is_also_moved_by_its_peers()
    {
        var program = SourceProgram.Of("class C { private readonly SharedConn _d = new(); void M() { _d.Connect(); } }");
        var field = Assert.Single(program.Code.Fields.In(program.Type("C"), default));

        Assert.True(field.IsOwned);
        Assert.Equal("Closed SynSent Established Broken", Names(field, field.StatesAtEntry));
        Assert.DoesNotContain(field.Interference.Events, @event => @event.DisplayName is "Send" or "Reset");
    }

    [Fact]
    public void Too_much_code_makes_it_silent()
    {
        var large = SourceProgram.Unchecked("class C { private readonly Door _d = new(); void M() { " + string.Concat(Enumerable.Repeat("_d.Open(); ", 20_000)) + " } }");
        Assert.Equal(Leaks.Unknown, Assert.Single(large.Code.Fields.In(large.Type("C"), default)).Leaks);

        var many = SourceProgram.Unchecked("class C { private readonly Door _d = new(); void M() { M0(_d); } " + string.Concat(Enumerable.Range(0, 400).Select(index => $"static void M{index}(Door d) => M{index + 1}(d);\n")) + "static void M400(Door d) { } }");
        Assert.Equal(Leaks.Unknown, Assert.Single(many.Code.Fields.In(many.Type("C"), default)).Leaks);
    }

    [Fact]
    public void A_cancelled_request_leaves_nothing_and_all_threads_agree()
    {
        var program = SourceProgram.Of(string.Concat(Enumerable.Range(0, 20).Select(index => $"class C{index} {{ private readonly Door _d = new(); void M() {{ H.Go(_d); _d.{(index % 2 == 0 ? "Close" : "Lock")}(); }} }}\n")) + "static class H { public static void Go(Door d) => d.Open(); }");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => program.Code.Fields.In(program.Type("C0"), cancellation.Token));

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, round =>
        {
            var index = round % 20;
            var field = Assert.Single(program.Code.Fields.In(program.Type("C" + index), default));
            Assert.Equal(index % 2 == 0 ? "Go:Open M:Close" : "Go:Open M:Lock", string.Join(" ", RaisesOf(field).Split(' ').Order()));
        });
    }

    private static MachineField FieldOf(string members)
    {
        var program = SourceProgram.Of("class C { " + members + """
             }
            interface IUser { void Use(Door d); }
            class Holder { public Holder() { } public Holder(Door d) { Door = d; } public Door? Door { get; set; } }
            static class Outside {
                static Door? s_kept;
                public static void Go(Door d) => d.Lock();
                public static void Keep(Door d) { s_kept = d; }
                public static Door Same(Door d) => d;
                public static void Extend(this Door d) => d.Open();
            }
            """);
        return Assert.Single(program.Code.Fields.In(program.Type("C"), default), field => field.Field.Name.Contains("_d", StringComparison.Ordinal));
    }

    private static string WritesOf(MachineField field) => string.Join(" ", field.Writes.Select(write => $"{write.Time}:{write.Sources}"));

    private static string RaisesOf(MachineField field) =>
        string.Join(" ", field.Raises.Select(raise => $"{raise.Member?.Name ?? "?"}:{raise.Event.DisplayName}{(raise.IsDeferred ? " deferred" : "")}"));

    private static string Names(MachineField field, StateSet states)
    {
        var names = new List<string>();
        foreach (var state in states)
        {
            names.Add(field.Machine.Table.NameOf(state));
        }

        return string.Join(" ", names);
    }
}
