namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Function bodies, and what Node.js shows of their results.</summary>
internal static class TypedArraySamples
{
    public static readonly (string Source, string Expected)[] All =
    [
        (
            """const a = new Uint8Array([1, 2, 300, -1, 2.7, '9', NaN]); return [Array.from(a), a.length, a.byteLength, a.BYTES_PER_ELEMENT, Uint8Array.BYTES_PER_ELEMENT]""",
            """[[1, 2, 44, 255, 2, 9, 0], 7, 7, 1, 1]"""),
        (
            """const a = new Uint8ClampedArray([0.5, 1.5, 2.5, -3, 300, NaN, Infinity]); return Array.from(a)""",
            """[0, 2, 2, 0, 255, 0, 255]"""),
        (
            """return [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array].map(T => Array.from(T.of(128, -129, 65536.9, 4294967297, -0.5, Infinity, 1e20)))""",
            """[[-128, 127, 0, 1, 0, 0, 0], [128, 127, 0, 1, 0, 0, 0], [128, -129, 0, 1, 0, 0, 0], [128, 65407, 0, 1, 0, 0, 0], [128, -129, 65536, 1, 0, 0, 1661992960], [128, 4294967167, 65536, 1, 0, 0, 1661992960]]"""),
        (
            """return [Array.from(new Float32Array([1.1, 16777217, 1e40, -0])), Array.from(new Float64Array([1.1, -0, NaN]))]""",
            """[[1.100000023841858, 16777216, Infinity, -0], [1.1, -0, NaN]]"""),
        (
            """return [Array.from(new BigInt64Array([1n, -1n, 2n ** 63n])), Array.from(new BigUint64Array([-1n, 2n ** 64n + 5n]))]""",
            """[[1n, -1n, -9223372036854775808n], [18446744073709551615n, 5n]]"""),
        (
            """const a = new Uint8Array(3); a[5] = 1; a['-0'] = 1; a['1.5'] = 2; a.x = 3; a[1] = '7'; return [Object.keys(a), 5 in a, '-0' in a, 'x' in a, a[-1], a[1.5], a['1'], delete a.x, Object.keys(a)]""",
            """[['0', '1', '2', 'x'], false, false, true, undefined, undefined, 7, true, ['0', '1', '2']]"""),
        (
            """const p = new Uint8Array(2); const o = Object.create(p); o[7] = 1; o[0] = 5; o.name = 'n'; return [Object.getOwnPropertyNames(o), p[0], o[7], o[0]]""",
            """[['0', 'name'], 0, undefined, 5]"""),
        (
            """const b = new ArrayBuffer(8); const w = new Uint32Array(b); w[0] = 0x01020304; return [Array.from(new Uint8Array(b)), new DataView(b).getUint32(0), new DataView(b).getUint32(0, true), Array.from(new Uint8Array(b, 1, 2))]""",
            """[[4, 3, 2, 1, 0, 0, 0, 0], 67305985, 16909060, [3, 2]]"""),
        (
            """const v = new DataView(new ArrayBuffer(16), 2); v.setFloat32(0, 1.5); v.setInt16(4, -2, true); v.setBigUint64(6, 258n); return [v.getFloat32(0), v.getInt16(4), v.getUint8(13), v.getBigInt64(6), v.byteLength, v.byteOffset, kind(() => v.getInt32(11)), kind(() => v.getInt8(-1))]""",
            """[1.5, -257, 2, 258n, 14, 2, 'RangeError', 'RangeError']"""),
        (
            """const a = new Float64Array([3, -0, 0, NaN, -1, Infinity, -Infinity, -NaN]); const s = a.slice().sort(); return [Array.from(s), Array.from(a.toSorted((x, y) => y - x)), Array.from(new Float32Array([2, -0, 0, -5, NaN]).sort()), Array.from(new Int8Array([3, -1, 2]).sort()), Array.from(new BigInt64Array([3n, -1n]).sort()), Array.from(new Uint32Array([4294967295, 1, 2147483648]).sort())]""",
            """[[-Infinity, -1, -0, 0, 3, Infinity, NaN, NaN], [Infinity, 3, -0, 0, NaN, -1, -Infinity, NaN], [-5, -0, 0, 2, NaN], [-1, 2, 3], [-1n, 3n], [1, 2147483648, 4294967295]]"""),
        (
            """const a = new Int16Array([1, 2, 3, 4, 5]); return [a.subarray(1, 3).join(), a.slice(-2).join('-'), a.map(x => x * 2).join(), a.filter(x => x % 2).join(), a.reverse().join(), a.toReversed().join(), a.with(0, 9).join(), a.fill(7, 1, 3).join(), a.copyWithin(0, 3).join(), a.indexOf(7), a.lastIndexOf(7), a.includes(NaN), a.at(-1)]""",
            """['2,3', '4-5', '2,4,6,8,10', '1,3,5', '5,4,3,2,1', '1,2,3,4,5', '9,4,3,2,1', '5,7,7,2,1', '2,1,7,2,1', 2, 2, false, 1]"""),
        (
            """const a = new Uint8Array([1, 2, 3]); return [a.reduce((s, x) => s + x), a.reduceRight((s, x) => s + x, ''), a.every(x => x), a.some(x => x > 2), a.find(x => x > 1), a.findIndex(x => x > 1), a.findLast(x => x < 3), a.findLastIndex(x => x > 9), [...a.entries()], [...a.keys()], [...a.values()]]""",
            """[6, '321', true, true, 2, 1, 2, -1, [[0, 1], [1, 2], [2, 3]], [0, 1, 2], [1, 2, 3]]"""),
        (
            """const a = new Uint8Array(6); a.set([1, 2], 1); a.set(new Uint16Array([258, 3]), 3); a.set(a.subarray(1, 4), 2); return [Array.from(a), kind(() => a.set([1, 2], 5)), kind(() => a.set([], -1)), kind(() => a.set([1n]))]""",
            """[[0, 1, 1, 2, 2, 0], 'RangeError', 'RangeError', 'TypeError']"""),
        (
            """const a = new Uint8Array([1, 2, 3]); const [x, ...rest] = a; let s = 0; for (const e of a) s += e; return [x, rest, s, Math.max(...a), [...a], Array.from(a, e => e + 1), [0].concat(a).length, Array.prototype.concat.apply([], [...a]), String(a), `${a}`]""",
            """[1, [2, 3], 6, 3, [1, 2, 3], [2, 3, 4], 2, [1, 2, 3], '1,2,3', '1,2,3']"""),
        (
            """class Bytes extends Uint8Array { sum() { return this.reduce((a, b) => a + b, 0); } } const b = Bytes.from([1, 2, 3]); return [b.sum(), b.map(x => x * 2).sum(), b.slice(1) instanceof Bytes, b.subarray(1).sum(), Bytes.of(4).sum(), b.constructor.name]""",
            """[6, 12, true, 5, 4, 'Bytes']"""),
        (
            """const b = new ArrayBuffer(4); const u = new Uint8Array(b); u.set([1, 2, 3, 4]); const s = b.slice(1, 3); return [Array.from(new Uint8Array(s)), s.byteLength, ArrayBuffer.isView(u), ArrayBuffer.isView(b), kind(() => ArrayBuffer(1)), Object.prototype.toString.call(b), Object.prototype.toString.call(u)]""",
            """[[2, 3], 2, true, false, 'TypeError', '[object ArrayBuffer]', '[object Uint8Array]']"""),
        (
            """return [kind(() => new Uint8Array(-1)), kind(() => new Uint8Array(2 ** 53)), kind(() => Uint8Array(1)), kind(() => new Int16Array(new ArrayBuffer(3))), kind(() => new Int16Array(new ArrayBuffer(4), 1)), kind(() => new Uint8Array(new ArrayBuffer(2), 3)), kind(() => new BigInt64Array([1])), kind(() => new Uint8Array([1n])), kind(() => new (Object.getPrototypeOf(Uint8Array))()), kind(() => Object.freeze(new Uint8Array(1))), kind(() => Object.freeze(new Uint8Array(0))), kind(() => new BigInt64Array(1).set([1])), kind(() => new Uint8Array(Symbol()))]""",
            """['RangeError', 'RangeError', 'TypeError', 'RangeError', 'RangeError', 'RangeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'no error', 'TypeError', 'TypeError']"""),
        (
            """const log = []; const a = new Uint8Array({ length: 3, get 0() { log.push('0'); return 1; }, 1: { valueOf() { log.push('v'); return 2; } } }); return [Array.from(a), log, Array.from(new Uint8Array(new Set([4, 5]))), Array.from(new Uint8Array([[7], null, undefined, true]))]""",
            """[[1, 2, 0], ['0', 'v'], [4, 5], [7, 0, 0, 1]]"""),
        (
            """return JSON.stringify({ a: new Uint8Array([1, 2]), b: new ArrayBuffer(2), c: [new Float32Array([0.5])] })""",
            """'{"a":{"0":1,"1":2},"b":{},"c":[{"0":0.5}]}'"""),
        (
            """const a = new Uint8Array(2); return [Object.getOwnPropertyDescriptor(a, 0), Object.getOwnPropertyDescriptor(a, 2), kind(() => Object.defineProperty(a, 0, { value: 1, writable: false })), kind(() => Object.defineProperty(a, 2, { value: 1 })), Object.defineProperty(a, 0, { value: 257 })[0], kind(() => { delete a[0]; }), delete a[2], Object.entries(a), Object.isFrozen(a)]""",
            """[{value: 0, writable: true, enumerable: true, configurable: true}, undefined, 'TypeError', 'TypeError', 1, 'TypeError', true, [['0', 1], ['1', 0]], false]"""),
        (
            """const s = structuredClone({ u: new Uint8Array([1, 2]), d: new DataView(new ArrayBuffer(2)) }); const b = new ArrayBuffer(4); const c = structuredClone([new Uint8Array(b), new Uint16Array(b, 2), b]); c[0][2] = 5; return [Array.from(s.u), s.d.byteLength, c[1][0], c[0].buffer === c[2], new Uint8Array(b)[2]]""",
            """[[1, 2], 2, 5, true, 0]"""),
        (
            """const a = new Uint8Array([5, 6]); const len = x => x.length; const log = [len(a)]; Object.defineProperty(a, 'length', { value: 'own' }); log.push(len(a)); const b = new Uint8Array(3); log.push(len(b)); Object.defineProperty(Uint8Array.prototype, 'length', { value: 'proto', configurable: true }); log.push(len(b)); delete Uint8Array.prototype.length; log.push(len(b), len([1])); const T = Object.getPrototypeOf(Uint8Array.prototype); const d = Object.getOwnPropertyDescriptor(T, 'length'); Object.defineProperty(T, 'length', { get() { return 'got'; }, configurable: true }); log.push(len(b)); Object.defineProperty(T, 'length', d); log.push(len(b)); return log""",
            """[2, 'own', 3, 'proto', 3, 1, 'got', 3]"""),
    ];
}
