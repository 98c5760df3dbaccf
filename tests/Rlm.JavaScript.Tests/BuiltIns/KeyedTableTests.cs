using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Tests.BuiltIns;

public class KeyedTableTests
{
    [Fact]
    public void Table_UnderRandomUse_BehavesAsAListOfEntries()
    {
        var random = new Random(7);
        var table = new KeyedTable(new Meter());
        var model = new List<(double Key, double Value)>();
        for (int step = 0; step < 100_000; step++)
        {
            double key = random.Next(step % 5_000 < 2_500 ? 400 : 20);
            int at = model.FindIndex(entry => entry.Key == key);
            switch (random.Next(step % 9_000 < 4_500 ? 8 : 4))
            {
                case 0 or 1 or 2:
                    Assert.Equal(at >= 0, table.Remove(key));
                    if (at >= 0)
                    {
                        model.RemoveAt(at);
                    }

                    break;
                case 3 when random.Next(500) == 0:
                    table.Clear();
                    model.Clear();
                    break;
                default:
                    table.Set(key, step);
                    if (at >= 0)
                    {
                        model[at] = (key, step);
                    }
                    else
                    {
                        model.Add((key, step));
                    }

                    break;
            }

            Assert.Equal(model.Count, table.Count);
            if (step % 97 == 0)
            {
                Assert.Equal(model, Entries(table));
            }
        }
    }

    [Fact]
    public void Cursor_ThroughRemovalsAdditionsAndClearing_VisitsEachPresentEntryOnce()
    {
        var table = new KeyedTable(new Meter());
        for (int i = 0; i < 100; i++)
        {
            table.Set(i, Value.Undefined);
        }

        long cursor = 0;
        var visited = new List<double>();
        while (table.MoveNext(ref cursor, out Value key, out _))
        {
            visited.Add(key.Number);
            if (key.Number == 50)
            {
                // Compacts under the cursor: what was removed is gone, and what was added comes at the end.
                for (int i = 0; i < 90; i++)
                {
                    table.Remove(i);
                }

                for (int i = 200; i < 400; i++)
                {
                    table.Set(i, Value.Undefined);
                }
            }
            else if (key.Number == 300)
            {
                table.Clear();
                table.Set(1000, Value.Undefined);
            }
        }

        Assert.Equal([.. Enumerable.Range(0, 51), .. Enumerable.Range(90, 10), .. Enumerable.Range(200, 101), 1000], visited.Select(key => (int)key));
    }

    [Fact]
    public void Queue_TakenFromTheFront_DoesNotWalkOverWhatWasTaken()
    {
        const int Count = 50_000;
        var meter = new Meter();
        meter.Begin(new ExecutionLimits { Work = Count * 4 }, TimeProvider.System, CancellationToken.None);
        var table = new KeyedTable(meter);
        for (int i = 0; i < Count; i++)
        {
            table.Set(i, Value.Undefined);
        }

        for (int i = 0; i < Count; i++)
        {
            long cursor = 0;
            Assert.True(table.MoveNext(ref cursor, out Value first, out _));
            Assert.Equal(i, first.Number);
            Assert.True(table.Remove(first));
        }

        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void Keys_AreTheSameWhereSameValueZeroSaysSo()
    {
        var table = new KeyedTable(new Meter());
        table.Set(-0d, 1);
        table.Set(double.NaN, 2);
        table.Set(Value.FromString("ab"), 3);

        Assert.True(table.TryGet(0d, out Value zero));
        Assert.Equal(1, zero.Number);
        Assert.True(table.TryGet(BitConverter.UInt64BitsToDouble(0x7FF8000000000123), out Value nan));
        Assert.Equal(2, nan.Number);
        Assert.True(table.TryGet(JsString.Concat(JsString.Create("a"), JsString.Create("b")), out _));
        long cursor = 0;
        table.MoveNext(ref cursor, out Value first, out _);
        Assert.False(double.IsNegative(first.Number));
    }

    // As numbers, BigInts come in families: a hash that is their lower bits, or these and the upper ones, would put all into one bucket.
    [Theory]
    [InlineData("i * 65536n")]
    [InlineData("i * (2n ** 32n)")]
    [InlineData("i * (2n ** 32n) + i")]
    [InlineData("-i * (2n ** 32n) - i")]
    [InlineData("i * (2n ** 64n) + i")]
    public async Task BigIntKeys_OfAFamily_DoNotCollide(string key)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 2_000_000 });

        EvaluationResult result = await session.EvaluateAsync($"const set = new Set(); for (let i = 0n; i < 50000n; i++) set.add({key}); set.size");

        Assert.Equal("50000", result.Display);
    }

    [Theory]
    [InlineData(1d)]
    [InlineData(4294967296d)]
    [InlineData(0.5)]
    [InlineData(1048576d)]
    public void Keys_InArithmeticSeries_DoNotCollide(double step)
    {
        const int Count = 50_000;
        var meter = new Meter();
        meter.Begin(new ExecutionLimits { Work = Count }, TimeProvider.System, CancellationToken.None);
        var table = new KeyedTable(meter);
        for (int i = 0; i < Count; i++)
        {
            table.Set(i * step, i);
        }

        for (int i = 0; i < Count; i++)
        {
            Assert.True(table.TryGet(i * step, out Value value));
            Assert.Equal(i, value.Number);
        }
    }

    private static List<(double Key, double Value)> Entries(KeyedTable table)
    {
        var entries = new List<(double Key, double Value)>();
        long cursor = 0;
        while (table.MoveNext(ref cursor, out Value key, out Value value))
        {
            entries.Add((key.Number, value.Number));
        }

        return entries;
    }
}
