// Takes addresses, dates, amounts and links out of a text with regular expressions.
let seed = 31337;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const parts = [];
for (let i = 0; i < 4000; i++) {
  parts.push(
    `Dear user${random(900)}, write to first.last${random(500)}@example-${random(20)}.org or call +1 (555) ${100 + random(900)}-${1000 + random(9000)}. ` +
      `On ${2000 + random(25)}-${String(1 + random(12)).padStart(2, "0")}-${String(1 + random(28)).padStart(2, "0")} you paid $${random(10000)}.${10 + random(90)} for  item #${random(1000)}; ` +
      `see https://www.example.com/path/${random(100)}?q=${random(50)}&lang=en.\n`);
}
const text = parts.join("");

const mails = text.match(/[\w.]+@[\w-]+\.[a-z]{2,}/g);
const dates = [...text.matchAll(/(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/g)].map((m) => m.groups);
const amounts = [...text.matchAll(/\$(\d+(?:\.\d+)?)/g)].map((m) => parseFloat(m[1]));
const links = new Map();
for (const [, path, query] of text.matchAll(/https?:\/\/[^\s\/]+(\/[^\s?]*)\?q=(\d+)/g)) {
  links.set(path, (links.get(path) ?? 0) + Number(query));
}
const masked = text
  .replace(/\+1 \((\d{3})\) (\d{3})-(\d{4})/g, (_, area, a, b) => `+1-${area}-***-${b.slice(-2)}`)
  .replace(/(\w+)\.(\w+)@/g, "$2.$1@")
  .replace(/\s{2,}/g, " ");
const wordsAfter = text.match(/(?<=item )#\d+(?=;)/g);
const years = {};
for (const { year } of dates) years[year] = (years[year] || 0) + 1;

console.log(mails.length, new Set(mails).size, dates.length, links.size, wordsAfter.length);
console.log(masked.slice(0, 120));
console.log(amounts.reduce((a, b) => a + b, 0).toFixed(2));
let checksum = masked.length;
for (const c of masked.split(/\W+/)) checksum = (checksum * 31 + c.length) % 1000003;
console.log("checksum", checksum + Object.keys(years).length);
