using ProtoDsl.Package.Tests.Feed;
using static ProtoDsl.Package.Tests.Consumers.Tables;

namespace ProtoDsl.Package.Tests.Consumers;

/// <summary>Every consumer. They are built together; the tests then look at one each.</summary>
internal static class AllConsumers
{
    public static IReadOnlyList<Consumer> All { get; } = [.. Frameworks(), .. Setups(), .. Files(), .. Deterministic(), .. Mistakes(), .. Severities(), .. Sessions.All(), .. Diagrams.All(), .. Examples.All()];

    private static Dictionary<string, string> Strict => new() { ["TreatWarningsAsErrors"] = "true", ["AnalysisLevel"] = "latest" };

    /// <summary>What should just work.</summary>
    private static IEnumerable<Consumer> Frameworks()
    {
        yield return Program("Net10", "net10.0");
        yield return Program("Net80", "net8.0");
        yield return new Consumer("NetStandard20", "netstandard2.0") { Properties = Strict.With("LangVersion", "8.0") }
            .With("Door.transitions", Door)
            .With("Timed.transitions", Timed)
            .With("House.cs", "public sealed class House { public Door Front { get; } = new Door(); }");
        yield return new Consumer("Library").With("Door.transitions", Door);
        yield return new Consumer("UsesLibrary") { HasPackage = false, References = ["Library"], IsProgram = true }
            .With("Program.cs", "var door = new Door();\ndoor.Open();\ndoor.Lock();\n");
    }

    /// <summary>Compilers, languages and project files.</summary>
    private static IEnumerable<Consumer> Setups()
    {
        yield return new Consumer("OldCompiler") { LateProperties = new() { ["CompilerApiVersion"] = "roslyn4.7" } }
            .With("Door.transitions", Door);
        yield return new Consumer("OldLanguage", "netstandard2.0") { Properties = new() { ["Nullable"] = "disable" } }
            .With("Door.transitions", Door);
        yield return new Consumer("NoDefaults") { Properties = new() { ["EnableDefaultTransitionItems"] = "false" } }
            .With("Door.transitions", Door)
            .With("Door.cs", "internal static class Door;");
        yield return new Consumer("Removed") { Items = "<AdditionalFiles Remove=\"Old/**\" />" }
            .With("Old/Door.transitions", "this is no table")
            .With("bin/Door.transitions", "this is no table")
            .With("obj/Door.transitions", "this is no table");
        yield return new Consumer("NamedTwice") { Items = "<AdditionalFiles Include=\"Door.transitions\" />", IsProgram = true, Properties = Strict }
            .With("Door.transitions", Door)
            .With("Program.cs", Tables.Program);
    }

    /// <summary>Paths and texts.</summary>
    private static IEnumerable<Consumer> Files()
    {
        yield return new Consumer("Tür an Tür, ein Haus") { IsProgram = true, Properties = Strict.With("AssemblyName", "Tür an Tür, ein Haus") }
            .With("Türen und Tore/Door (1).transitions", WithByteOrderMark(WithCrLf("protocol Door\n" + Door)))
            .With("Program.cs", Tables.Program);
        yield return new Consumer("Empty")
            .With("Empty.transitions", "")
            .With("Blank.transitions", WithByteOrderMark("\r\n\r\n"));
        yield return new Consumer("TwoDoors") { IsProgram = true, Properties = Strict }
            .With("Front/Door.transitions", DoorIn("Front"))
            .With("Back/Door.transitions", DoorIn("Back"))
            .With("Program.cs", "System.Console.WriteLine(new Front.Door().Open());\nSystem.Console.WriteLine(new Back.Door().Lock());\n");
        yield return new Consumer("SameClass")
            .With("Front/Door.transitions", Door)
            .With("Back/Door.transitions", Door);
        yield return new Consumer("RandomBytes")
            .With("Door.transitions", Door)
            .With("Noise.transitions", RandomBytes());
    }

    /// <summary>A build that must give the same bytes in every folder.</summary>
    private static IEnumerable<Consumer> Deterministic()
    {
        yield return new Consumer("Deterministic")
        {
            Properties = Strict.With("ContinuousIntegrationBuild", "true").With("EmitCompilerGeneratedFiles", "true"),
            Items = "<SourceRoot Include=\"$(MSBuildProjectDirectory)/\" />",
        }.With("Timed.transitions", Timed);
    }

    /// <summary>What must not build, and says why.</summary>
    private static IEnumerable<Consumer> Mistakes()
    {
        yield return new Consumer("Misuse")
            .With("Door.transitions", Door)
            .With("Program.cs", """
                internal static class Program
                {
                    private static void Main()
                    {
                        var door = new Door();
                        door.Open();
                        door.Lock();
                    }
                }
                """);
        yield return new Consumer("BrokenTable") { Properties = new() { ["RunAnalyzers"] = "false" } }
            .With("Door.transitions", Door.Replace("Lock   -> Locked", "Lock   -> Loked"));
        yield return new Consumer("UnknownType")
            .With("Tables/Door.transitions", Door.Replace("call Open,", "call Knock(Missing.Hand hand), Open,").Replace("    Unlock -> Closed", "    Unlock -> Closed\n    Knock  -> Locked"));
    }

    /// <summary>How grave the project takes a finding.</summary>
    private static IEnumerable<Consumer> Severities()
    {
        yield return new Consumer("EditorConfig")
            .With("Tables/Door.transitions", Doubtful)
            .With("Tables/.editorconfig", $"[*.transitions]\nprotodsl_diagnostic.{DoubtfulId}.severity = error\n");
        yield return new Consumer("GlobalConfig")
            .With("Door.transitions", Doubtful)
            .With(".globalconfig", $"is_global = true\ndotnet_diagnostic.{DoubtfulId}.severity = error\n");
        yield return Checks.Consumer();
        yield return new Consumer("Warns").With("Door.transitions", Doubtful);
        yield return new Consumer("WarnsAsErrors") { Properties = Strict }.With("Door.transitions", Doubtful);
        yield return new Consumer("NoWarn") { Properties = new() { ["NoWarn"] = DoubtfulId } }.With("Door.transitions", Doubtful);
    }

    private static Consumer Program(string name, string framework) =>
        new Consumer(name, framework) { IsProgram = true, Properties = Strict }
            .With("Door.transitions", Door)
            .With("Program.cs", Tables.Program);

    private static Dictionary<string, string> With(this Dictionary<string, string> properties, string name, string value) =>
        new(properties) { [name] = value };
}
