// Groups records by several keys with reduce, objects and Maps.
let seed = 2024;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const people = Array.from({ length: 40000 }, (_, i) => ({
  id: i,
  city: ["Berlin", "Paris", "Rome", "Oslo", "Vienna", "Madrid"][random(6)],
  age: 18 + random(60),
  team: `team-${random(200)}`,
  salary: 30000 + random(70) * 1000,
}));

const groupBy = (items, key) =>
  items.reduce((groups, item) => {
    (groups[key(item)] ||= []).push(item);
    return groups;
  }, {});

const byCity = groupBy(people, (p) => p.city);
const byDecade = groupBy(people, (p) => Math.floor(p.age / 10) * 10);
const byTeam = new Map();
people.forEach((p) => {
  if (!byTeam.has(p.team)) byTeam.set(p.team, []);
  byTeam.get(p.team).push(p);
});

for (const [city, group] of Object.entries(byCity).sort(([a], [b]) => a.localeCompare(b))) {
  const average = group.reduce((s, p) => s + p.salary, 0) / group.length;
  console.log(`${city}: ${group.length}, ${average.toFixed(2)}, oldest ${Math.max(...group.map((p) => p.age))}`);
}
const table = Object.entries(byDecade).map(([decade, group]) => [Number(decade), group.filter((p) => p.salary > 60000).length]);
const teams = [...byTeam.entries()]
  .map(([team, group]) => ({ team, size: group.length, pay: group.reduce((s, p) => s + p.salary, 0) }))
  .sort((a, b) => b.pay - a.pay || (a.team < b.team ? -1 : 1));
console.log(JSON.stringify(table), teams[0].team);
let checksum = 0;
for (const { size, pay } of teams) checksum = (checksum * 31 + size + pay) % 1000003;
console.log("checksum", checksum);
