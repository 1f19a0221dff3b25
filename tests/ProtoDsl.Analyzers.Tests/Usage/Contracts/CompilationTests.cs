using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Tests.Generation;
using ProtoDsl.Analyzers.Tests.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Contracts;

/// <summary>Contracts can be written wherever generated code can be used.</summary>
public sealed class CompilationTests
{
    [Theory]
    [InlineData(TargetFramework.Net80)]
    [InlineData(TargetFramework.NetStandard20)]
    public void In_the_oldest_language_and_framework(TargetFramework framework)
    {
        const string table = "call Go\nmachine M\ninitial state A\n    Go -> B\nstate B\n    Go -> A\n";
        const string user = """
            #nullable enable
            using System.Threading.Tasks;
            using ProtoDsl;
            internal abstract class User
            {
                [InState(MState.A)] private readonly M _kept = new M();
                [InState(MState.A, MState.B)] public M Kept => _kept;
                public abstract bool Try([InState(MState.A), EnsuresStateWhen(true, MState.B)][EnsuresStateWhen(false, MState.A)] M m);
                public abstract void Put([StateUnchanged, TakesOwnership] M m, [EnsuresState(MState.B)] out M made);
                [return: InState(MState.B)] public abstract Task<M?> Make();
                [MemberInState(nameof(_kept), MState.A)] public void Go() => _kept.AssumeState(MState.A).Go();
                [MemberInState(nameof(_kept), MState.A, MState.B)] public MState State => _kept.AssumeState(MState.A, MState.B).State;
            }
            """;

        Assert.Empty(TestCompilation.Create(framework, LanguageVersion.CSharp8, Emitted.Source(table), user).Problems());
    }
}
