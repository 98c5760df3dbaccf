// Reads and writes of properties of the same few objects.
const counters = [
  { hits: 0, misses: 0, total: 0 },
  { hits: 0, misses: 0, total: 0 },
  { hits: 0, misses: 0, total: 0 },
];

function count(counter, turns) {
  for (let i = 0; i < turns; i++) {
    if (i % 3 === 0) {
      counter.misses++;
    } else {
      counter.hits += 2;
    }
    counter.total = counter.hits - counter.misses;
  }
}

for (const counter of counters) {
  count(counter, 500000);
}
console.log(JSON.stringify(counters[0]));
console.log("checksum", counters.reduce((sum, c) => sum + c.hits * 3 + c.misses * 5 + c.total, 0));
