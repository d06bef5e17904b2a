using Minato.Model;

namespace Minato.Attribution;

/// <summary>How owners are to be searched.</summary>
/// <param name="ProcRoot">Where /proc is.</param>
/// <param name="Search">How far.</param>
/// <param name="Naming">Which name of a process.</param>
/// <param name="Details">What beside the name.</param>
/// <param name="Preference">The way that is insisted on.</param>
/// <param name="Explains">Whether the kernel is to explain itself when it refuses.</param>
internal readonly record struct OwnerQuestion(
    string ProcRoot, OwnerSearch Search, OwnerNaming Naming, OwnerDetails Details, OwnerPreference Preference, bool Explains);
