using System.Collections.Generic;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>The origins of one body: one for each key, so that solving a block again finds the same.</summary>
internal sealed class OriginTable
{
    private readonly Dictionary<(object Key, OriginKind Kind, MachineTable Machine), Origin> _origins = [];

    /// <summary>True once there is one of a machine that is to be finished.</summary>
    public bool AnyToFinish { get; private set; }

    /// <summary>The origin of what a key stands for.</summary>
    public Origin Of(object key, OriginKind kind, MachineTable machine)
    {
        if (!_origins.TryGetValue((key, kind, machine), out var origin))
        {
            _origins.Add((key, kind, machine), origin = new Origin(_origins.Count, kind, machine, key));
            AnyToFinish |= origin.MustFinish;
        }

        return origin;
    }
}
