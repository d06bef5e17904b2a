namespace Minato;
internal static class P { }
