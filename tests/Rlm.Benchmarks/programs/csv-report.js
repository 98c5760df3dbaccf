// Reads CSV with quoted fields character by character and reports by region and month.
let seed = 99;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const regions = ["North", "South", "East", "West", 'Far, "far" away'];
let csv = "id,region,month,amount,comment\n";
for (let i = 0; i < 6000; i++) {
  const region = regions[random(5)];
  const quoted = /[",]/.test(region) ? `"${region.replaceAll('"', '""')}"` : region;
  csv += `${i},${quoted},${1 + random(12)},${(random(100000) / 100).toFixed(2)},"line ${i}, with ""quotes"""\n`;
}

function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += '"';
        i++;
      } else if (c === '"') {
        quoted = false;
      } else {
        field += c;
      }
    } else if (c === '"') {
      quoted = true;
    } else if (c === ",") {
      row.push(field);
      field = "";
    } else if (c === "\n") {
      row.push(field);
      rows.push(row);
      row = [];
      field = "";
    } else {
      field += c;
    }
  }
  return rows;
}

const [header, ...rows] = parseCsv(csv);
const records = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
const totals = {};
for (const { region, month, amount } of records) {
  totals[region] ??= Array(12).fill(0);
  totals[region][month - 1] += parseFloat(amount);
}

let checksum = 0;
for (const region of Object.keys(totals).sort()) {
  const sum = totals[region].reduce((a, b) => a + b, 0);
  const best = totals[region].indexOf(Math.max(...totals[region])) + 1;
  console.log(`${region.padEnd(18)} ${sum.toFixed(2).padStart(12)} best month ${best}`);
  checksum = (checksum * 31 + Math.round(sum * 100) + best) % 1000003;
}
console.log("checksum", (checksum + records[records.length - 1].comment.length) % 1000003);
