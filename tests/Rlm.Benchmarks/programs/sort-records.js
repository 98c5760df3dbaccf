// Sorts records by one and by several keys, strings by code and by language.
let seed = 55;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const names = ["anna", "bert", "carla", "dieter", "emma", "fritz", "gina", "hugo", "ida", "jonas"];
const records = [];
for (let i = 0; i < 12000; i++) {
  records.push({ id: i, name: names[random(10)] + random(300), year: 1950 + random(70), score: random(1000) / 10 });
}

const byName = [...records].sort((a, b) => a.name.localeCompare(b.name) || a.id - b.id);
const byYearAndScore = records.slice().sort((a, b) => a.year - b.year || b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id));
const texts = records.map((r) => `${r.year}/${r.name}`).sort();
const top = records.toSorted((a, b) => b.score - a.score).slice(0, 5);
const reversed = texts.toReversed();

console.log(byName[0].name, byYearAndScore[0].id, texts[0], top.map((r) => r.id).join(","));
let checksum = 0;
for (let i = 0; i < records.length; i += 7) {
  checksum = (checksum * 31 + byName[i].id + byYearAndScore[i].id * 3 + reversed[i].length) % 1000003;
}
console.log("checksum", checksum);
