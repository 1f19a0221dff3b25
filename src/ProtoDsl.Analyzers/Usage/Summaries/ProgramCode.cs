using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What can be asked about the code of a compilation as a whole: one a compilation, everything on demand, safe under concurrency.</summary>
internal sealed class ProgramCode
{
    public ProgramCode(MachineCatalog catalog)
    {
        Catalog = catalog;
        Bodies = new MethodBodies(catalog.Compilation);
        Holders = new MachineHolders(catalog);
        Generated = new GeneratedCode(catalog);
        Relevance = new Relevance(catalog, Holders, Generated);
        Calls = new CallGraph(Bodies, Relevance);
        Implementations = new Implementations(catalog.Compilation);
        Foreign = new ForeignMachines(catalog);
        Moves = new MoveSets(this);
        Fields = new FieldFacts(this);
        Mentions = new FieldMentions(this);
        Wrappers = new Wrappers(this);
    }

    /// <summary>The machines.</summary>
    public MachineCatalog Catalog { get; }

    /// <summary>The bodies.</summary>
    public MethodBodies Bodies { get; }

    /// <summary>Which types can have a machine in their hands.</summary>
    public MachineHolders Holders { get; }

    /// <summary>What the generator wrote.</summary>
    public GeneratedCode Generated { get; }

    /// <summary>Which calls matter.</summary>
    public Relevance Relevance { get; }

    /// <summary>Who calls whom.</summary>
    public CallGraph Calls { get; }

    /// <summary>What a virtual call may run.</summary>
    public Implementations Implementations { get; }

    /// <summary>Machines of other assemblies.</summary>
    public ForeignMachines Foreign { get; }

    /// <summary>On which machines a method may raise events.</summary>
    public MoveSets Moves { get; }

    /// <summary>The machines in fields.</summary>
    public FieldFacts Fields { get; }

    /// <summary>Who names them.</summary>
    public FieldMentions Mentions { get; }

    /// <summary>The classes whose objects own a machine.</summary>
    public Wrappers Wrappers { get; }

    /// <summary>A store of summaries over it.</summary>
    public SummaryStore SummariesBy(ISummarySolver solver) => new(Bodies, Calls, solver);
}
