using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>What is known of one compilation as far as machines are concerned, found out as it is asked for and shared by all its methods. Safe under
/// concurrency.</summary>
internal sealed class UsageModel
{
    public UsageModel(MachineCatalog machines)
    {
        Machines = machines;
        Contracts = new ContractCatalog(Machines);
        Program = new ProgramCode(Machines);
        Words = new MachineWords(Machines, Program.Holders);
        Summaries = Program.SummariesBy(new FlowSummarySolver(this));
        Invariants = new ClassInvariants(Program, Summaries);
        Findings = new MethodFindings(this);
    }

    /// <summary>The machines.</summary>
    public MachineCatalog Machines { get; }

    /// <summary>What attributes say.</summary>
    public ContractCatalog Contracts { get; }

    /// <summary>The code of methods.</summary>
    public ProgramCode Program { get; }

    /// <summary>What code names that has to do with machines.</summary>
    public MachineWords Words { get; }

    /// <summary>What methods do.</summary>
    public SummaryStore Summaries { get; }

    /// <summary>Where the members of a class leave the machines in its fields.</summary>
    public ClassInvariants Invariants { get; }

    /// <summary>What is to be said about methods.</summary>
    public MethodFindings Findings { get; }
}
