using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Actions;

/// <summary>An argument that a table writes for an effect, and the type that it gives the effect's parameter.</summary>
/// <param name="Argument">What is handed on.</param>
/// <param name="Name">A name for the parameter.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="Type">Its C# type, or null.</param>
internal sealed record WrittenArgument(Argument Argument, string Name, int Tag, string? Type)
{
    /// <summary>True for a number, which fits every integer type that is large enough.</summary>
    public bool IsNumber => Argument is NumberArgument;
}
