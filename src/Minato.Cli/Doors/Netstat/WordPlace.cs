namespace Minato.Cli.Doors.Netstat;

/// <summary>A place on a command line.</summary>
/// <param name="Word">Which word, from 0.</param>
/// <param name="Column">Which letter of it, from 0.</param>
internal readonly record struct WordPlace(int Word, int Column);
