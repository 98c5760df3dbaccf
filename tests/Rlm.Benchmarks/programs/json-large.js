// Writes ten megabytes of JSON and reads them again.
const records = [];
for (let i = 0; i < 70000; i++) {
  records.push({ id: i, name: `record number ${i}`, active: i % 3 === 0, score: (i * 37) % 1000 / 8, tags: ["alpha", "beta", `t${i % 100}`], parent: null, position: { x: i, y: -i } });
}
const text = JSON.stringify(records);
const copy = JSON.parse(text);
let sum = 0;
for (const record of copy) {
  sum += record.id + record.tags.length + record.position.y + record.score;
}
console.log(text.length, copy.length, copy[69999].name);
console.log("checksum", sum + text.length);
