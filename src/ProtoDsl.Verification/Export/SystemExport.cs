using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Export;

/// <summary>The door to other checkers, for systems that outgrow one machine. What an export cannot say stands in its first lines.</summary>
public static class SystemExport
{
    /// <summary>A model for SPIN (its swarm included) and for what else reads plain Promela: one process a role, one label a local state, one
    /// option a row (Holzmann, The SPIN Model Checker, 2003).</summary>
    public static string ToPromela(SessionSystem system) => new PromelaExport(new ExportedSystem(system, PromelaWords.Taken)).Write();

    /// <summary>A TLA+ module for TLC with one named action a row (Lamport, Specifying Systems, 2002), and the configuration that runs it.</summary>
    public static TlaModule ToTla(SessionSystem system) => new TlaExport(new ExportedSystem(system, TlaWords.Taken)).Write();
}

/// <summary>A TLA+ module; its file must bear its name.</summary>
/// <param name="Name">The module's name, for <c>{Name}.tla</c> and <c>{Name}.cfg</c>.</param>
/// <param name="Module">The text of the module.</param>
/// <param name="Configuration">The text of the configuration.</param>
public sealed record TlaModule(string Name, string Module, string Configuration);
