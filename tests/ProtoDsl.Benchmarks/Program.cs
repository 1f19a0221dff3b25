using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/ProtoDsl.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
