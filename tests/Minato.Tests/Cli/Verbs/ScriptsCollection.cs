namespace Minato.Tests.Cli.Verbs;

/// <summary>
/// Tests that write a script and run it: a program that another test starts meanwhile may hold the script open for
/// writing for a moment, and the kernel does not run such a file (ETXTBSY).
/// </summary>
[CollectionDefinition("Scripts", DisableParallelization = true)]
public sealed class ScriptsCollection;
