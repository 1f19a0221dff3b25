using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Tests.Usage.Contracts;

/// <summary>Overrides and implementations keep a contract unless they say otherwise, and an assembly keeps it too.</summary>
public sealed class InheritanceTests
{
    private const string Library = """
        using System; using Acme; using ProtoDsl;
        public interface IUse
        {
            Door Held { get; }
            void Use([InState(DoorState.Open)] Door d);
            [return: InState(DoorState.Open)] Door Make();
            [InState(DoorState.Closed)] Door Kept { get; set; }
            [MemberInState(nameof(Held), DoorState.Open)] void Ask();
        }
        public interface IGive<T> { bool Give([TakesOwnership, EnsuresState(DoorState.Closed)] T item); }
        public abstract class Base
        {
            public Door? Field;
            public abstract void Use([InState(DoorState.Open), EnsuresState(DoorState.Closed)] Door d);
            [MemberInState(nameof(Field), DoorState.Locked)] public virtual void Ask() { }
        }
        """;

    private const string User = """
        using System; using Acme; using ProtoDsl;
        public class Implicit : IUse
        {
            public Door Held => null!;
            public virtual void Use(Door d) { }
            public Door Make() => null!;
            public Door Kept { get; set; } = null!;
            public void Ask() { }
        }
        public class Explicit : IUse
        {
            Door IUse.Held => null!;
            void IUse.Use(Door d) { }
            Door IUse.Make() => null!;
            Door IUse.Kept { get; set; } = null!;
            void IUse.Ask() { }
        }
        public class Further : Implicit { public override void Use(Door d) { } }
        public class Middle : Base { public override void Use([InState(DoorState.Locked)] Door d) { } }
        public class Last : Middle { public override void Use(Door d) { } public override void Ask() { } }
        public class Giver : IGive<Door>, IGive<int> { public bool Give(Door d) => true; public bool Give(int n) => true; }
        public class Stranger { public void Use(Door d) { } }
        """;

    public static TheoryData<bool> BothWays => [false, true];

    [Theory]
    [MemberData(nameof(BothWays))]
    public void Parameters(bool isReferenced)
    {
        var compilation = Compile(isReferenced);
        Assert.Equal("in Open", Of("Implicit"));
        Assert.Equal("in Open", Of("Explicit", "IUse.Use"));
        Assert.Equal("in Open", Of("Further"));
        Assert.Equal("in Locked; ensured Closed", Of("Middle"));
        Assert.Equal("in Locked; ensured Closed", Of("Last"));
        Assert.Equal("ensured Closed; owned", Of("Giver", "Give"));
        Assert.Equal("", Of("Stranger"));

        string Of(string type, string method = "Use") =>
            ContractCatalogTests.Show(compilation, ContractCatalogTests.Method(compilation, type, method).Parameters[0]);
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public void Returned_and_kept_values(bool isReferenced)
    {
        var compilation = Compile(isReferenced);
        var catalog = new ContractCatalog(new MachineCatalog(compilation));
        foreach (var (type, prefix) in new[] { ("Implicit", ""), ("Explicit", "IUse.") })
        {
            var kept = compilation.GetTypeByMetadataName(type)!.GetMembers(prefix + "Kept").OfType<IPropertySymbol>().Single();
            Assert.True(catalog.OfReturn(ContractCatalogTests.Method(compilation, type, prefix + "Make"))?.States.Contains(1));
            Assert.True(catalog.Of(kept)?.States.Contains(0));
            Assert.Equal("in Closed", ContractCatalogTests.Show(compilation, kept.SetMethod!.Parameters[0]));
        }
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public void Members(bool isReferenced)
    {
        var compilation = Compile(isReferenced);
        Assert.Equal("Held Open", Of("Implicit"));
        Assert.Equal("Acme.Door Implicit.Held", Member("Implicit"));
        Assert.Equal("IUse.Held Open", Of("Explicit", "IUse.Ask"));
        Assert.Equal("Field Locked", Of("Last"));

        string Of(string type, string method = "Ask") => ContractCatalogTests.ShowMembers(compilation, ContractCatalogTests.Method(compilation, type, method));
        string Member(string type) => new ContractCatalog(new MachineCatalog(compilation))
            .OfMembers(ContractCatalogTests.Method(compilation, type, "Ask"))[0].Member.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeType));
    }

    private static CSharpCompilation Compile(bool isReferenced)
    {
        if (!isReferenced)
        {
            return UsageTest.Compile(Library).AddSyntaxTrees(CSharpSyntaxTree.ParseText(User));
        }

        var machines = UsageTest.MachinesAssembly();
        var library = UsageTest.Compile(Library, machines);
        using var image = new MemoryStream();
        var result = library.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return UsageTest.Compile(User, machines, MetadataReference.CreateFromImage(image.ToArray()));
    }
}
