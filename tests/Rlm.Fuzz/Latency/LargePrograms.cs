using Rlm.JavaScript.Tests.Attacks;

namespace Rlm.Fuzz.Latency;

/// <summary>Programs under the limits that sessions have by default: long sources, many names, large heaps and large results.</summary>
internal static class LargePrograms
{
    public const long Memory = 256L * 1024 * 1024;

    public static IEnumerable<AttackProgram> All { get; } =
    [
        .. Sources.Select(pair => Program(pair.Title, pair.Code, isGenerated: true)),
        .. Heaps.Select(pair => Program(pair.Title, pair.Code, isGenerated: false)),
    ];

    /// <summary>Expressions that give the text to evaluate.</summary>
    private static IEnumerable<(string Title, string Code)> Sources =>
    [
        ("10 MB of assignments", "'x = 1;\\n'.repeat(1.4e6)"),
        ("10 MB of spaces", "' '.repeat(1e7)"),
        ("10 MB of lines", "'\\n'.repeat(1e7)"),
        ("10 MB in one string", "'\"' + 'a'.repeat(1e7) + '\"'"),
        ("10 MB in one comment", "'/*' + 'a'.repeat(1e7) + '*/'"),
        ("long array literal", "'[' + '1,'.repeat(1e6) + ']'"),
        ("long pattern", "'/' + '(?:a|b)'.repeat(3e5) + '/'"),
        ("long sum", "'1' + '+1'.repeat(1e6)"),
        ("long chain", "'a' + '.a'.repeat(1e6)"),
        ("many functions", "'f(a => [a, {b: `${a}`}]);'.repeat(1e5)"),
        ("many declared functions", "Array.from({ length: 6e4 }, (_, i) => `function f${i}() {}`).join('\\n')"),
        ("many global names", "Array.from({ length: 1e5 }, (_, i) => `let v${i} = 0`).join('\\n')"),
        ("many names from patterns", "Array.from({ length: 5e4 }, (_, i) => `var {a${i}, b: [b${i}]} = {b: []}`).join('\\n')"),
        ("many undeclared names", "Array.from({ length: 1e5 }, (_, i) => `u${i} = ${i}`).join('\\n')"),
        ("many locals", "'(function () {' + Array.from({ length: 6e4 }, (_, i) => `let v${i} = 0;`).join('') + '})()'"),
        ("many captured locals", "'(function () {' + Array.from({ length: 6e4 }, (_, i) => `let v${i} = 0;`).join('') + 'return () => [' + Array.from({ length: 6e4 }, (_, i) => `v${i}`) + ']})()'"),
        ("many parameters", "'(function (' + Array.from({ length: 6e4 }, (_, i) => `p${i}`) + ') { return p7 })()'"),
        ("many methods", "'class A {' + Array.from({ length: 6e4 }, (_, i) => `m${i}() {}`).join(';') + '}'"),
        ("many private methods", "'class A {' + Array.from({ length: 3e4 }, (_, i) => `#m${i}() {}`).join(';') + '}'"),
        ("many fields", "'new class A {' + Array.from({ length: 6e4 }, (_, i) => `f${i} = ${i}`).join(';') + '}'"),
        ("many properties in one literal", "'({' + Array.from({ length: 1e5 }, (_, i) => `p${i}: ${i}`) + '})'"),
        ("many sites of properties", "'var o = {};' + Array.from({ length: 1e5 }, (_, i) => `o.p${i}`).join(';')"),
        ("many literals", "Array.from({ length: 5e4 }, (_, i) => `({a${i}: 1, b${i}: 2})`).join(';')"),
        ("many texts", "Array.from({ length: 1e5 }, (_, i) => `'text ${i}'`).join(';')"),
        ("many templates", "'const t = s => s.raw;' + Array.from({ length: 5e4 }, (_, i) => 't`a${1}b' + i + '`').join(';')"),
        ("one long template", "'`' + '${1}abc'.repeat(2e5) + '`'"),
        ("one long tagged template", "'const t = s => s.raw; t`' + '${1}abc'.repeat(1e5) + '`'"),
        ("many types", "Array.from({ length: 3e4 }, (_, i) => `interface I${i} { a: string; b(c: number): void }`).join('\\n')"),
        ("many cases", "'switch (1) {' + Array.from({ length: 6e4 }, (_, i) => `case ${i}x`.replace('x', ': break;')).join('') + '}'"),
        ("many tries", "'try { x() } catch (e) {} finally { 1 }\\n'.repeat(4e4)"),
        ("many handlers around a loop", "'try {} catch {}\\n'.repeat(4e4) + 'for (;;) try { null.x } catch {}'"),
        ("many labels", "Array.from({ length: 4e4 }, (_, i) => `l${i}: for (;;) break l${i};`).join('\\n')"),
        ("long BigInt", "'9'.repeat(2e5) + 'n'"),
    ];

    /// <summary>Programs that fill memory and then go on.</summary>
    private static IEnumerable<(string Title, string Code)> Heaps =>
    [
        ("growing list of objects", "const all = []; for (let i = 0; ; i++) all.push({ i });"),
        ("growing list of texts", "const all = []; for (let i = 0; ; i++) all.push('text ' + i);"),
        ("growing map", "const all = new Map(); for (let i = 0; ; i++) all.set('k' + i, [i]);"),
        ("growing set of numbers", "const all = new Set(); for (let i = 0; ; i++) all.add(i * 1.5);"),
        ("growing object", "const all = {}; for (let i = 0; ; i++) all['k' + i] = i;"),
        ("growing array of numbers", "const all = []; for (let i = 0; ; i++) all.push(i);"),
        ("growing list, linked", "let all = null; for (let i = 0; ; i++) all = { next: all };"),
        ("growing closures", "const all = []; for (let i = 0; ; i++) all.push(() => i);"),
        ("growing errors", "const all = []; for (let i = 0; ; i++) all.push(new Error('x' + i));"),
        ("growing promises", "const all = []; for (let i = 0; ; i++) all.push(Promise.resolve(i).then(x => x));"),
        ("growing stack", "const f = n => { try { return f(n + 1) } catch { for (;;); } }; f(0)"),
        ("growing generators", "const all = []; function* g() { yield all.length } for (let i = 0; ; i++) { const x = g(); x.next(); all.push(x); }"),
        ("waiting asynchronous functions", "let open; const gate = new Promise(r => open = r); for (let i = 0; i < 2e5; i++) (async () => { await gate; i++ })(); open(); await gate; for (;;);"),
        ("heap that is filled and cleared", "for (;;) { const all = []; for (let i = 0; i < 1e6; i++) all.push([i]); }"),
        ("large heap and short texts", "globalThis.all = Array.from({ length: 1e6 }, () => ({})); for (let s = ''; ; s += 'abc') if (s.length > 1e6) s = '';"),
        ("large heap and large buffers", "globalThis.all = Array.from({ length: 1e6 }, () => ({})); for (;;) new Uint8Array(1e6);"),
        ("large array and large arrays", "globalThis.all = new Array(5e6).fill(0); for (;;) new Array(1e6).fill(1);"),
        ("large result", "Array.from({ length: 5e5 }, (_, i) => ({ i, text: 'abc' + i }))"),
        ("large result of arrays", "Array.from({ length: 1e6 }, (_, i) => [i])"),
        ("long result", "'abc'.repeat(2e7)"),
        ("large output", "for (let i = 0; ; i++) console.log('line', i, [i]);"),
        ("many names made at run time", "for (let i = 0; i < 5e5; i++) globalThis['g' + i] = i; 1"),
        ("many names forgotten", "for (let i = 0; i < 5e5; i++) ({})['name' + i]; 1"),
        ("long sort", "const a = Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1e6); a.sort(); a.sort((x, y) => x - y); a.toSorted(); a.reverse()"),
        ("long join", "const a = Array.from({ length: 1e6 }, (_, i) => i); for (;;) a.join()"),
        ("JSON there and back", "const a = Array.from({ length: 2e5 }, (_, i) => ({ i, t: 'abc' + i })); for (;;) JSON.parse(JSON.stringify(a))"),
        ("large copies", "const a = Array.from({ length: 2e5 }, (_, i) => ({ i, t: 'abc' + i })); for (;;) structuredClone(a)"),
        ("large BigInts", "let b = 3n; for (;;) { b = b * b; if (b > 2n ** 500000n) b = 3n; String(b).length }"),
    ];

    // Number 82 of the corpus is the attack on cancelling.
    private static AttackProgram Program(string title, string code, bool isGenerated) => new()
    {
        Number = 82,
        Title = title,
        Turns = [new AttackTurn(code, "stops work")],
        IsGenerated = isGenerated,
        Memory = Memory,
    };
}
