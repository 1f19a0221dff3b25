using ProtoDsl.Tool;
using ProtoDsl.Tool.Terminals;

using var terminal = SystemTerminal.Open();
return await ToolApplication.RunAsync(args, terminal);
