// The sieve of Eratosthenes in a typed array.
const limit = 1000000;
const composite = new Uint8Array(limit + 1);
for (let i = 2; i * i <= limit; i++) {
  if (composite[i]) continue;
  for (let k = i * i; k <= limit; k += i) composite[k] = 1;
}
let count = 0;
let last = 0;
const gaps = new Int32Array(200);
for (let i = 2; i <= limit; i++) {
  if (composite[i] === 0) {
    if (last > 0) gaps[i - last]++;
    last = i;
    count++;
  }
}
console.log(count, last, gaps.indexOf(Math.max(...gaps)));
console.log("checksum", count + last + gaps.reduce((sum, n, gap) => sum + n * gap, 0));
