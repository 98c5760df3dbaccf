using System.Numerics;

namespace Rlm.JavaScript.Numerics;

/// <summary>
/// The generator behind Math.random: xoshiro256** by Blackman and Vigna (<see href="https://prng.di.unimi.it/"/>), seeded so that a
/// session can be repeated. Four words of plain state: a copy goes on exactly as the original would.
/// </summary>
internal struct Random
{
    public ulong State0;
    public ulong State1;
    public ulong State2;
    public ulong State3;

    /// <summary>Spreads the seed over the state with SplitMix64; every seed, 0 too, gives a good state.</summary>
    public Random(ulong seed)
    {
        State0 = SplitMix(ref seed);
        State1 = SplitMix(ref seed);
        State2 = SplitMix(ref seed);
        State3 = SplitMix(ref seed);
    }

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(State1 * 5, 7) * 9;
        var shifted = State1 << 17;
        State2 ^= State0;
        State3 ^= State1;
        State1 ^= State2;
        State0 ^= State3;
        State2 ^= shifted;
        State3 = BitOperations.RotateLeft(State3, 45);
        return result;
    }

    /// <summary>A multiple of 2^-53 from 0, included, to 1, excluded.</summary>
    public double NextDouble() => (long)(NextUInt64() >> 11) * (1.0 / (1L << 53));

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
