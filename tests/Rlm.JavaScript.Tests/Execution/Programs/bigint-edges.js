// Every operator on pairs of BigInts around the borders of 32 and 64 bits.
const M = 1n << 63n;
const values = [
  0n, 1n, -1n, 2n, -2n, 7n, -7n, 1n << 31n, -(1n << 31n), (1n << 32n) - 1n, M - 1n, M, -M, -M + 1n, -M - 1n, 1n << 64n, (1n << 64n) - 1n, -(1n << 64n),
  1n << 62n, -(1n << 62n), 3037000500n, -3037000500n, 10n ** 30n, -(10n ** 30n),
];
const isShort = (n) => n < 200n && n > -200n;
const operations = {
  add: (a, b) => a + b, subtract: (a, b) => a - b, multiply: (a, b) => a * b, divide: (a, b) => a / b, remainder: (a, b) => a % b,
  and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b, less: (a, b) => a < b, atMost: (a, b) => a <= b, same: (a, b) => a === b, equal: (a, b) => a == b,
  left: (a, b) => (isShort(b) ? a << b : 0n), right: (a, b) => (isShort(b) ? a >> b : 0n), farRight: (a, b) => a >> (b < 0n ? -b : b),
  power: (a, b) => (b >= 0n && b < 40n ? a ** b : 0n), negate: (a) => -a, not: (a) => ~a, increment: (a) => { a++; return a; }, decrement: (a) => { --a; return a; },
  number: (a) => Number(a), text: (a) => a.toString(36), wrapped: (a, b) => BigInt.asIntN(64, a) + BigInt.asUintN(63, b), isZero: (a) => !a,
  lessThanNumber: (a, b) => a < Number(b), equalToNumber: (a, b) => a == Number(b),
};
for (const [name, operation] of Object.entries(operations)) {
  let hash = 0;
  let sample = "";
  for (const a of values) {
    for (const b of values) {
      let result;
      try {
        result = String(operation(a, b));
      } catch (error) {
        result = `${error.name}: ${error.message}`;
      }
      sample = `${a} ${b} ${result}`;
      for (let i = 0; i < sample.length; i++) hash = (hash * 31 + sample.charCodeAt(i)) | 0;
    }
  }
  console.log(name, hash, sample);
}
const products = new Map();
for (const a of values) for (const b of values) products.set(a * b, a);
console.log(products.size, products.get(0n), products.get(M * M), products.get(-M), new Set(values).size, values.indexOf(M - 1n), values.includes(-M));
console.log(new BigInt64Array([M, M - 1n, -1n]), new BigUint64Array([M, -1n]));
