using System.Globalization;
using System.Text;
using Rlm.JavaScript.Tests.Execution;

namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Arrays as queues: elements come and go at both ends.</summary>
public sealed class ArrayQueueTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task ChangesAtBothEnds_InAnyOrder_DoWhatTheyDoToAList(int seed)
    {
        var random = new Random(seed);
        var list = new List<int>();
        var source = new StringBuilder("const q = [], seen = [];\n");
        var seen = new List<string>();
        for (int i = 0; i < 3000; i++)
        {
            // Long stretches of growing and of shrinking, so that room comes and goes.
            bool grows = i / 200 % 2 == 0;
            int operation = random.Next(grows ? 7 : 9);
            int index = list.Count == 0 ? 0 : random.Next(list.Count);
            switch (operation)
            {
                case 0 or 1 when grows:
                    source.Append(CultureInfo.InvariantCulture, $"q.push({i}, {-i});\n");
                    list.AddRange([i, -i]);
                    break;
                case 2 when grows:
                    source.Append(CultureInfo.InvariantCulture, $"q.unshift({i}, {i + 1}, {i + 2});\n");
                    list.InsertRange(0, [i, i + 1, i + 2]);
                    break;
                case 0 or 1 or 2 when list.Count > 0:
                    source.Append("seen.push(q.shift());\n");
                    seen.Add(Text(list[0]));
                    list.RemoveAt(0);
                    break;
                case 3 when list.Count > 0:
                    source.Append("seen.push(q.pop());\n");
                    seen.Add(Text(list[^1]));
                    list.RemoveAt(list.Count - 1);
                    break;
                case 4 when list.Count > 0:
                    source.Append(CultureInfo.InvariantCulture, $"q[{index}] = {i}; q[q.length] = 7;\n");
                    list[index] = i;
                    list.Add(7);
                    break;
                case 5 when list.Count > 4:
                    int count = random.Next(4);
                    source.Append(CultureInfo.InvariantCulture, $"seen.push(...q.splice(0, {count}));\n");
                    seen.AddRange(list.Take(count).Select(Text));
                    list.RemoveRange(0, count);
                    break;
                case 6 when list.Count > 0:
                    source.Append(CultureInfo.InvariantCulture, $"seen.push(q[{index}], q.slice({index})[0], q.length, [...q].length, q.includes({list[index]}));\n");
                    seen.AddRange([Text(list[index]), Text(list[index]), Text(list.Count), Text(list.Count), "true"]);
                    break;
                case 7 when list.Count > 2:
                    source.Append(CultureInfo.InvariantCulture, $"q.splice({index}, 1, {i}, {i + 1}); q.reverse();\n");
                    list.RemoveAt(index);
                    list.InsertRange(index, [i, i + 1]);
                    list.Reverse();
                    break;
            }
        }

        source.Append("console.log(seen.concat(q).join())");

        using var session = new JavaScriptSession(new JavaScriptOptions { MaxOutputLength = int.MaxValue });
        Assert.Equal(string.Join(',', seen.Concat(list.Select(Text))), (await session.EvaluateAsync(source.ToString())).Output.TrimEnd());
    }

    [Theory]
    [InlineData("const q = Array.from({ length: 200000 }, (_, i) => i); let sum = 0; while (q.length) sum += q.shift(); sum", "19999900000")]
    [InlineData("const q = Array.from({ length: 200000 }, (_, i) => i); let sum = 0; while (q.length) sum += q.splice(0, 10)[0]; sum", "1999900000")]
    [InlineData("const q = []; for (let i = 0; i < 200000; i++) q.unshift(i); q[0] + q[199999]", "199999")]
    [InlineData("const q = [0]; let n = 0; while (q.length) { const i = q.shift(); n++; if (2 * i + 2 < 200000) q.push(2 * i + 1, 2 * i + 2) } n", "199999")]
    [InlineData("const q = []; for (let i = 0; i < 200000; i++) { q.push(i); q.unshift(i) } let n = 0; while (q.length) n += q.shift() - q.pop(); n", "0")]
    public async Task LongQueue_TakesWorkInProportionToItsElements(string source, string expected)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 4_000_000, MaxTime = TimeSpan.FromMinutes(1) });
        EvaluationResult result = await session.EvaluateAsync(source);

        Assert.Equal(expected, result.Display);
    }

    [Fact]
    public async Task Queue_ThatStaysShort_StaysSmall()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 1 << 20, MaxTime = TimeSpan.FromMinutes(1) });
        EvaluationResult result = await session.EvaluateAsync("const q = []; for (let i = 0; i < 300000; i++) { q.push({ i }); if (q.length > 100) q.shift() } q[0].i");

        Assert.Equal("299900", result.Display);
    }

    [Theory]
    [InlineData("const a = [1, , 3]; [a.shift(), 0 in a, a.shift(), a.length].join()", "'1,false,,1'")]
    [InlineData("const a = [, 2]; [a.shift(), a.length, a.unshift(5), 0 in a, a.join()].join()", "',1,2,true,5,2'")]
    [InlineData("const a = [1, 2, 3]; a.shift(); a.length = 5; a[3] = 9; JSON.stringify(a)", "'[2,3,null,9,null]'")]
    [InlineData("const a = [1, 2, 3]; a.shift(); Object.freeze(a); let r; try { a.shift() } catch (e) { r = a.join() + e.name } r", "'2,3TypeError'")]
    [InlineData("const a = [1, 2, 3]; a.shift(); a[5000000] = 1; [a[0], a[1], a.length, Object.keys(a)].join()", "'2,3,5000001,0,1,5000000'")]
    [InlineData("const a = [4, 1, 3, 2]; a.shift(); a.sort(); [...a.entries()].join(';') + a.indexOf(3)", "'0,1;1,2;2,32'")]
    [InlineData("const a = [1, 2, 3, 4]; let s = ''; a.forEach((x, i) => { s += x + ':' + i + ' '; if (i < 2) a.shift() }); s + a", "'1:0 3:1 3,4'")]
    [InlineData("const a = [1, 2, 3, 4]; let s = ''; for (const x of a) { s += x; a.shift() } s + a", "'133,4'")]
    [InlineData("const a = [1, 2, 3, 4]; a.shift(); delete a[0]; [a.shift(), a.fill(0).join(), a.copyWithin(0, 1).length].join('|')", "'|0,0|2'")]
    public async Task ShiftedArray_BehavesAsAnyOther(string source, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync(source));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
