namespace Rlm.JavaScript.Objects;

/// <summary>Hashes of numbers that the guest chooses: with a seed of the process, so that nobody can choose them to collide.</summary>
internal static class HashMixing
{
    public static readonly uint Seed = (uint)Random.Shared.Next();

    /// <summary>Mixes all 64 bits: those of doubles, and the hash .NET makes of them, collide for whole families of numbers.</summary>
    public static int Mix(ulong bits)
    {
        bits += Seed;
        bits = (bits ^ (bits >> 32)) * 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 29)) * 0xBF58476D1CE4E5B9;
        return (int)(bits >> 32);
    }
}
