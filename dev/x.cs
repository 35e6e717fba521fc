#!/usr/bin/env dotnet
#:property PublishAot=false

// The commands of development: `dotnet run dev/x.cs` lists them, `dotnet run dev/x.cs test --filter-class "*ShardSpecs"` runs one.
// What stands behind the name of a command goes to the last program that it runs.

using System.Diagnostics;

var root = Path.GetDirectoryName((string)AppContext.GetData("EntryPointFileDirectoryPath")!)!;
Directory.SetCurrentDirectory(root);

Command[] commands =
[
    new("build", "Build everything; warnings and rules of style are errors.", "build Ipytest.slnx --nologo --tl:off --verbosity quiet"),
    new("format", "Put all sources into the form that the rules want.", "format Ipytest.slnx"),
    new("lint", "Look for what `format` would change.", "format Ipytest.slnx --verify-no-changes"),
    new("test", "Run the specs.", "run --project tests/IpytestNet.Specs -- --no-progress"),
    new("docs", "Run the cells and follow the links of all documents.", "run --project tests/IpytestNet.Specs -- --no-progress --filter-namespace IpytestNet.Specs.Documentation"),
    new("notebooks", "Hold the outputs of all notebooks against those that they have stored.", "run --project src/IpytestNet.Tool -- run --nbval examples tests/notebooks --ignore=tests/notebooks/nbval"),
    new("integration", "Run the specs that need Jupyter and Chromium (Debian's packages; `check` installs them).", "run --project tests/IpytestNet.Jupyter.Tests -- --no-progress"),
    new("bench", "Run the benchmarks, and print their tables.", "run --project benchmarks/IpytestNet.Benchmarks --configuration Release"),
    new("pack", "Make the packages, in artifacts/package/release.", "build src/IpytestNet.Tool --configuration Release --nologo --verbosity quiet", "pack src/IpytestNet", "pack src/IpytestNet.Kernel", "pack src/IpytestNet.Testing.Platform", "pack src/IpytestNet.Tool"),
    new("precommit", "Build, look at white space, and run the quick specs of architecture and documents.", "build Ipytest.slnx --nologo --tl:off --verbosity quiet", "format whitespace Ipytest.slnx --verify-no-changes --no-restore", "run --project tests/IpytestNet.Specs --no-build -- --no-progress --filter-namespace IpytestNet.Specs.Architecture IpytestNet.Specs.Documentation"),
    new("check", "Run the whole check, as CI does.", "run dev/check.cs"),
];

if (args is [])
{
    Console.WriteLine("usage: dotnet run dev/x.cs COMMAND [arguments]\n");
    foreach (var command in commands)
        Console.WriteLine($"  {command.Name,-12} {command.Summary}");
    return 0;
}

if (Array.Find(commands, command => command.Name == args[0]) is not { } chosen)
{
    Console.Error.WriteLine($"x: expected one of {string.Join(", ", commands.Select(command => command.Name))}, but '{args[0]}' came; `dotnet run dev/x.cs` says what each does");
    return 4;
}

return chosen.Run(args[1..]);

/// <summary>A command: calls of dotnet, one after the other.</summary>
internal sealed record Command(string Name, string Summary, params string[] Calls)
{
    /// <summary>Makes the calls until one fails, and gives its exit code.</summary>
    public int Run(string[] more)
    {
        for (var i = 0; i < Calls.Length; i++)
        {
            string[] arguments = [.. Calls[i].Split(' '), .. i == Calls.Length - 1 ? more : []];
            Console.WriteLine($"dotnet {string.Join(' ', arguments)}");
            using var process = Process.Start("dotnet", arguments)!;
            process.WaitForExit();
            if (process.ExitCode is not 0)
                return process.ExitCode;
        }

        return 0;
    }
}
