using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>Writes a random program about one feature and one machine.</summary>
internal static class ProgramWriter
{
    public static SampleProgram Write(int seed, Feature feature, MachineShape machine)
    {
        var shop = new Workshop(seed, feature, machine);
        var statements = new StatementWriter(shop);
        var hasFields = shop.Has(Feature.Fields) && (feature == Feature.Fields || shop.Chance(25));
        var owners = shop.Has(Feature.Wrappers) ? new OwnerWriter(shop, statements).Write() : null;
        var methods = new HelperWriter(shop, statements, isStatic: !hasFields && shop.Chance(50)).Write();
        var fields = new FieldWriter(shop, statements);
        if (hasFields)
        {
            methods.AddRange(fields.Helpers());
        }

        var entries = new EntryWriter(shop, statements);
        for (var index = 0; index < 1 + shop.Random.Next(2); index++)
        {
            methods.Add(hasFields ? fields.Entry($"M{index}") : entries.Write($"M{index}"));
        }

        return new SampleProgram(
            seed, feature, machine, [.. methods], hasFields ? fields.Fields : Block.Of(), owners is null ? [] : [owners], shop.MessageSites).WithoutUnused();
    }
}
