using System.CommandLine;

namespace ProtoDsl.Tool.Commands;

/// <summary>Options that take a number.</summary>
internal static class NumberOptions
{
    /// <summary>Refuses smaller ones.</summary>
    public static Option<int?> AtLeast(this Option<int?> option, int least)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number < least)
            {
                result.AddError($"{option.Name} must be {least} or more");
            }
        });
        return option;
    }
}
