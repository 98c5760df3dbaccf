namespace Rlm.Tests.Trajectories;

public class TrajectoryTextTests
{
    private static string TextOf(TrajectoryStep step) => new Trajectory { Steps = [step] }.ToString();

    [Fact]
    public void Text_Full_IsTheOneAPersonReads() => Assert.Equal(
        """"
        Turn 1 · 61.5 s · 1,500 tokens
          I look at “größe” 🙂.
          > const a = 1;
          > print(`
          > ```
          > ${a}`);
          · llm_query("Say ```js") · 120,000 characters · 1.25 s → "ok"
          · llm_query("x") · 1 character · 0.0 s
            ! the model failed
          · rlm_query("a subtask") · 9 characters · 3.0 s
            ! it failed
            Turn 1 · 0.07 s · 30 tokens
              The child looks.
              > rlm_query('deeper')
              · rlm_query("deeper") · 6 characters · 0.0 s → "deep"
                Turn 1 · 0.005 s
                  > SUBMIT('deep')
              = deep
            Extraction · 0.02 s
              {"answer": "x"}
              ! answer is missing
          · search("cats") · 0.012 s → [ "a" ]
          · search(1) · 0.0 s
            ! 'query' must be text
          = before
          = ````
          = after   </script>
          ! TypeError: no at line 1, column 3: null.x
        Turn 2 · 0.0 s
          No code.
          = [Error] there is no code
          ! [Error] there is no code
        Extraction · 2.0 s
          {"answer": 1}
        """".Replace("after   <", "after \u2028 <", StringComparison.Ordinal),
        SampleTrajectory.Full.ToString());

    [Fact]
    public void Text_LongParts_AreCut()
    {
        var text = TextOf(new()
        {
            Turn = 1,
            Reasoning = new string('r', 10_000),
            Code = string.Join('\n', Enumerable.Range(1, 500).Select(number => $"line{number}")),
            Output = new string('o', 100_000),
            Error = new string('e', 10_000),
        });

        Assert.True(text.Length < 2_000);
        Assert.Contains("> line20\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("line21", text, StringComparison.Ordinal);
        Assert.Contains("> … (480 more lines)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_CutAtASurrogatePair_StaysWellFormed()
    {
        var text = TextOf(new() { Turn = 1, Reasoning = new string('a', 299) + "🙂🙂" });

        Assert.DoesNotContain('\ud83d', text);
        Assert.EndsWith("a…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_NoTurns_SaysSo() => Assert.Equal("(no turns)", new Trajectory().ToString());

    [Fact]
    public void Text_ForeignCulture_IsTheSame()
    {
        var culture = Thread.CurrentThread.CurrentCulture;
        var expected = SampleTrajectory.Full.ToString();
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(expected, SampleTrajectory.Full.ToString());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }
}
