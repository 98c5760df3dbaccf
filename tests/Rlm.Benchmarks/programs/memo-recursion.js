// Recursion that remembers: ways through a grid, coins, edit distance, partitions.
const memo = new Map();
function paths(rows, columns) {
  if (rows === 0 || columns === 0) return 1;
  const key = `${rows},${columns}`;
  if (memo.has(key)) return memo.get(key);
  const result = (paths(rows - 1, columns) + paths(rows, columns - 1)) % 1000007;
  memo.set(key, result);
  return result;
}

function coins(amount, kinds, known = {}) {
  if (amount === 0) return 1;
  if (amount < 0 || kinds.length === 0) return 0;
  const key = amount + "/" + kinds.length;
  return (known[key] ??= coins(amount - kinds[0], kinds, known) + coins(amount, kinds.slice(1), known));
}

const memoize = (f) => {
  const cache = {};
  return (...args) => (cache[args.join("|")] ??= f(...args));
};

const distance = (a, b) => {
  const step = memoize((i, j) => {
    if (i === 0) return j;
    if (j === 0) return i;
    return a[i - 1] === b[j - 1] ? step(i - 1, j - 1) : 1 + Math.min(step(i - 1, j), step(i, j - 1), step(i - 1, j - 1));
  });
  return step(a.length, b.length);
};

const partitions = memoize((n, max) => (n === 0 ? 1 : n < 0 || max === 0 ? 0 : partitions(n, max - 1) + partitions(n - max, max)));

const first = "the quick brown fox jumps over the lazy dog and runs away from all the other animals";
const second = "a quick brown ox jumped over two lazy dogs and ran away from most of the other cattle";
const results = [paths(140, 140), coins(700, [100, 50, 20, 10, 5, 2, 1]), distance(first, second), partitions(90, 90)];
console.log(results.join(" "));
console.log("checksum", results.reduce((a, b) => (a * 31 + b) % 1000003, 0));
