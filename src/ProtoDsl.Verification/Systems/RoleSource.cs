using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

/// <summary>Where a role's machine stands.</summary>
/// <param name="File">Its file: that of the session, or one that is imported.</param>
/// <param name="MachineIndex">Index into the file's <see cref="Protocol.Machines"/>.</param>
public sealed record RoleSource(TableFile File, int MachineIndex)
{
    /// <summary>What the file means.</summary>
    public Protocol Protocol => File.Bound.Protocol;

    /// <summary>The machine.</summary>
    public Machine Machine => Protocol.Machines[MachineIndex];

    /// <summary>Where its parts stand.</summary>
    public MachineMap Map => File.Bound.Map.Machines[MachineIndex];

    /// <summary>Index into <see cref="Protocol.Messages"/> of a message that the machine can name; -1 where it knows none of that name.</summary>
    public int FindMessage(string name)
    {
        for (var i = 0; i < Protocol.Messages.Count; i++)
        {
            var message = Protocol.Messages[i];
            if (message.Name == name && (message.Owner is null || message.Owner == Machine.Name))
            {
                return i;
            }
        }

        return -1;
    }
}
