using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Names;

/// <summary>Something with a name, in the table that declares it.</summary>
internal readonly record struct NamedThing(TableDocument Document, NameKey Key);

/// <summary>One place where a name stands.</summary>
internal readonly record struct NamedPlace(TableDocument Document, NameUse Use);

/// <summary>The machine of a role, in the table that declares it.</summary>
internal readonly record struct PlayedMachine(TableDocument Document, string Machine);
