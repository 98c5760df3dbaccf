// Maps and Sets with numbers, strings and objects as keys: duplicates, pairs, intersections.
let seed = 8;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const numbers = Array.from({ length: 100000 }, () => random(32000));
const unique = [...new Set(numbers)];
const counts = new Map();
for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];

let pairs = 0;
const seen = new Set();
for (const n of numbers) {
  if (seen.has(31999 - n)) pairs++;
  seen.add(n);
}

const nodes = Array.from({ length: 5000 }, (_, id) => ({ id }));
const edges = new Map(nodes.map((node) => [node, new Set()]));
for (let i = 0; i < 30000; i++) {
  const a = nodes[random(5000)];
  const b = nodes[random(5000)];
  edges.get(a).add(b);
  edges.get(b).add(a);
}
let triangles = 0;
for (const [node, neighbours] of edges) {
  for (const other of neighbours) {
    if (other.id <= node.id) continue;
    for (const third of edges.get(other)) if (third.id > other.id && neighbours.has(third)) triangles++;
  }
}
const keys = new Map();
for (let i = 0; i < 40000; i++) keys.set(`key-${i % 5000}`, i);
for (let i = 0; i < 5000; i += 2) keys.delete(`key-${i}`);
console.log(unique.length, most[0], most[1], pairs, triangles, keys.size);
console.log("checksum", unique.length + most[0] * 7 + pairs + triangles * 13 + [...keys.values()].reduce((a, b) => a + b, 0));
