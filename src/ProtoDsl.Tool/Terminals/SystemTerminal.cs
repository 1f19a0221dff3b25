using System.Runtime.InteropServices;
using System.Text;

namespace ProtoDsl.Tool.Terminals;

/// <summary>The terminal that the process runs in.</summary>
internal static class SystemTerminal
{
    private const int UsualWidth = 100;

    /// <summary>Opens it. The first Ctrl-C asks the command to come to an end; the second ends the process.</summary>
    public static Terminal Open()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new Terminal(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError())
        {
            IsInputTerminal = !Console.IsInputRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? UsualWidth : WidthOfConsole(),
            Folder = Directory.GetCurrentDirectory(),
            Variable = Environment.GetEnvironmentVariable,
            Cancelled = CancelledBySignals(),
        };
    }

    private static CancellationToken CancelledBySignals()
    {
        var source = new CancellationTokenSource();
        void Cancel(PosixSignalContext context)
        {
            context.Cancel = !source.IsCancellationRequested;
            source.Cancel();
        }

        // Held for the life of the process: a registration that is collected is withdrawn.
        s_registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel)];
        return source.Token;
    }

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 20 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth; // a terminal without a size
        }
    }

    private static PosixSignalRegistration[] s_registrations = [];
}
