namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Runs guest code and shows what it gave as text, in which holes, negative zero, keys and errors can be told apart.</summary>
internal static class GuestText
{
    private const string Prelude = """
        function show(v, depth = 0) {
          if (typeof v === 'string') return "'" + v + "'";
          if (typeof v === 'symbol') return v.toString();
          if (typeof v === 'bigint') return v + 'n';
          if (typeof v === 'function') return 'fn ' + v.name;
          if (v === null || typeof v !== 'object') return Object.is(v, -0) ? '-0' : String(v);
          if (depth > 8) return '...';
          if (v instanceof Error) return v.name + ': ' + v.message;
          if (v instanceof Map) { let s = '', n = 0; v.forEach((x, k) => { s += (n++ ? ', ' : '') + show(k, depth + 1) + ' => ' + show(x, depth + 1); }); return 'Map{' + s + '}'; }
          if (v instanceof Set) { let s = '', n = 0; v.forEach(x => { s += (n++ ? ', ' : '') + show(x, depth + 1); }); return 'Set{' + s + '}'; }
          let s = '';
          const keys = Object.keys(v);
          if (!Array.isArray(v)) {
            for (let i = 0; i < keys.length; i++) s += (i ? ', ' : '') + keys[i] + ': ' + show(v[keys[i]], depth + 1);
            return '{' + s + '}';
          }
          let next = 0;
          const gap = to => { if (to > next) s += (s ? ', ' : '') + '<' + (to - next) + ' holes>'; };
          for (let i = 0; i < keys.length; i++) {
            const k = keys[i];
            const isIndex = String(k >>> 0) === k && (k >>> 0) !== 4294967295;
            gap(isIndex ? +k : v.length);
            s += (s ? ', ' : '') + (isIndex ? '' : k + ': ') + show(v[k], depth + 1);
            next = isIndex ? +k + 1 : v.length;
          }
          gap(v.length);
          return '[' + s + ']';
        }
        function attempt(f) { try { return f(); } catch (e) { return e; } }
        function kind(f) { try { f(); return 'no error'; } catch (e) { return e instanceof Error ? e.name : e; } }
        """;

    /// <summary>Calls a function with this body in a new session and shows the result.</summary>
    public static async Task<string> OfAsync(string body)
    {
        using var session = new JavaScriptSession();
        EvaluationResult result = await session.EvaluateAsync($"{Prelude}\nshow((function () {{ {body}\n}})())");
        return result.Outcome == EvaluationOutcome.Completed ? result.Value.AsString() : $"{result.Outcome}: {result.Error}";
    }
}
