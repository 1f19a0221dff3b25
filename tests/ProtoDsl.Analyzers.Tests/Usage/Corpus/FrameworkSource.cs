using System.Collections.Concurrent;
using System.Reflection.Metadata;
using ICSharpCode.Decompiler;
using ICSharpCode.Decompiler.CSharp;
using ICSharpCode.Decompiler.Metadata;
using ICSharpCode.Decompiler.TypeSystem;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using DecompilerLanguage = ICSharpCode.Decompiler.CSharp.LanguageVersion;
using LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion;

namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>C# in bulk that is known to be right, on every machine that can run the tests: the base library's own, turned back from what the compiler made
/// of it. Each <c>foreach</c>
/// is written out, as the compiler has written it out.</summary>
internal static class FrameworkSource
{
    private static readonly DecompilerSettings s_settings = new(DecompilerLanguage.CSharp12_0)
    {
        ForEachStatement = false,
        ThrowOnAssemblyResolveErrors = false,
        ShowXmlDocumentation = false,
        UseDebugSymbols = false,
    };

    /// <summary>Where the running framework lies.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    /// <summary>True when there is such an assembly.</summary>
    public static bool Has(string assembly) => File.Exists(PathOf(assembly));

    /// <summary>Every assembly of the base library that has code, by name.</summary>
    public static IReadOnlyList<string> All() =>
        [.. Directory.EnumerateFiles(Folder, "System.*.dll").Where(IsManaged).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>One tree for each outermost type of an assembly.</summary>
    public static IReadOnlyList<SyntaxTree> Of(string assembly)
    {
        var path = PathOf(assembly);
        using var file = new PEFile(path);
        var resolver = new UniversalAssemblyResolver(path, throwOnError: false, file.DetectTargetFrameworkId());
        resolver.AddSearchDirectory(Folder);
        var types = new DecompilerTypeSystem(file, resolver, s_settings);
        var trees = new ConcurrentBag<SyntaxTree>();
        var outermost = file.Metadata.TypeDefinitions
            .Where(handle => file.Metadata.GetTypeDefinition(handle).GetDeclaringType().IsNil)
            .Select(handle => NameOf(file.Metadata, handle))
            .Where(IsWritten);
        Parallel.ForEach(outermost, name =>
        {
            var text = new CSharpDecompiler(types, s_settings).DecompileTypeAsString(name);
            trees.Add(CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), name.ReflectionName + ".cs"));
        });
        return [.. trees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal)];
    }

    /// <summary>What the compiler has put there itself it puts there again.</summary>
    private static bool IsWritten(FullTypeName name) => !name.Name.Contains('<') && name.TopLevelTypeName.Namespace != "Microsoft.CodeAnalysis";

    private static string PathOf(string assembly) => Path.Combine(Folder, assembly + ".dll");

    private static bool IsManaged(string path)
    {
        try
        {
            using var file = new PEFile(path);
            return file.Metadata.TypeDefinitions.Count > 1;
        }
        catch (MetadataFileNotSupportedException)
        {
            return false;
        }
    }

    private static FullTypeName NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var space = metadata.GetString(type.Namespace);
        var name = metadata.GetString(type.Name);
        return new FullTypeName(space.Length == 0 ? name : space + "." + name);
    }
}
