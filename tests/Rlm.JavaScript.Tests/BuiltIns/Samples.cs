using Xunit.Sdk;

namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>
/// Evaluates expressions and compares what they give with what Node.js gave. Samples come in pairs of lines, an expression and <c>=> </c> with
/// the value as <c>show</c> below writes it, or with <c>THROW </c> and the error.
/// </summary>
internal static class Samples
{
    /// <summary>Written in plain JavaScript, so that it runs in Node.js as well.</summary>
    private const string Show = """"
        function q(s) {
          let r = '"';
          for (let i = 0; i < s.length; i++) {
            const c = s.charCodeAt(i);
            r += c < 32 || c > 126 ? '\\u' + c.toString(16).padStart(4, '0') : s[i];
          }
          return r + '"';
        }
        function show(v, d) {
          d = d || 0;
          if (d > 5) return '...';
          if (v === undefined) return 'undefined';
          if (v === null) return 'null';
          const t = typeof v;
          if (t === 'string') return v.length > 2000 ? q(v.slice(0, 2000)) + '#' + v.length : q(v);
          if (t === 'number') return Object.is(v, -0) ? '-0' : String(v);
          if (t === 'bigint') return String(v) + 'n';
          if (t === 'boolean') return String(v);
          if (t === 'symbol') return v.toString();
          if (t === 'function') return 'fn:' + v.name + '/' + v.length;
          if (v instanceof RegExp) return 're' + v.toString() + '@' + show(v.lastIndex, d + 1);
          if (v instanceof Error) return 'E<' + v.name + ': ' + v.message + '>';
          const names = Object.getOwnPropertyNames(v);
          if (Array.isArray(v)) {
            const parts = [];
            for (let i = 0; i < v.length && i < 50; i++) parts.push(i in v ? show(v[i], d + 1) : '<hole>');
            for (const n of names) if (n !== 'length' && !/^\d+$/.test(n)) parts.push(n + ':' + show(v[n], d + 1));
            return '[' + parts.join(', ') + ']' + (v.length > 50 ? '#' + v.length : '');
          }
          if (v instanceof String || v instanceof Number || v instanceof Boolean) return 'Box(' + show(v.valueOf()) + ')';
          const p = Object.getPrototypeOf(v) === null ? 'null:' : '';
          return p + '{' + names.map(n => n + ':' + show(v[n], d + 1)).join(', ') + '}';
        }
        function run(f) {
          try { return show(f()); } catch (e) { return 'THROW ' + (e instanceof Error ? e.name + ': ' + e.message : show(e)); }
        }
        function t(f) {
          try { return f(); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : e; }
        }
        function props(o) {
          return Object.getOwnPropertyNames(o).sort().map(n => {
            const d = Object.getOwnPropertyDescriptor(o, n);
            const flags = (d.writable ? 'w' : '') + (d.enumerable ? 'e' : '') + (d.configurable ? 'c' : '') + (d.get ? 'g' : '');
            return n + ':' + flags + (typeof d.value === 'function' ? d.value.name + '/' + d.value.length : '');
          }).join(' ');
        }
        var INDICES = [undefined, 0, 1, -1, 2.7, NaN, Infinity, -Infinity, '1', null, 100, { valueOf() { return 1; } }];
        var TEXTS = ['', 'abc', 'aXbXc', '\u{1F600}x\ud800', '  \t\u00a0hi\ufeff\n ', 'ababab'];
        """";

    private const string Arrow = "  => ";

    /// <summary>The pairs of expression and expected text in a block of lines.</summary>
    public static TheoryData<string, string> Read(string lines)
    {
        var samples = new TheoryData<string, string>();
        string? expression = null;
        foreach (string line in lines.Split('\n'))
        {
            string text = line.TrimEnd('\r');
            if (expression is null)
            {
                expression = text;
            }
            else if (text.StartsWith(Arrow, StringComparison.Ordinal))
            {
                samples.Add(expression, text[Arrow.Length..]);
                expression = null;
            }
            else
            {
                throw new XunitException($"Expected a value after: {expression}");
            }
        }

        return samples;
    }

    /// <summary>What an expression gives in a new session.</summary>
    public static async Task<string> EvaluateAsync(string expression)
    {
        using var session = new JavaScriptSession();
        await session.EvaluateAsync(Show);
        EvaluationResult result = await session.EvaluateAsync($"return run(() => {{ return {expression} }})");
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        return result.Value.AsString();
    }
}
