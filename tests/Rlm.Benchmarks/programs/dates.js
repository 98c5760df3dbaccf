// Date arithmetic in UTC: ages, weekdays, buckets by month, gaps, parsing and formatting.
let seed = 1970;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2020, 0, 1);
const events = [];
for (let i = 0; i < 15000; i++) {
  events.push(new Date(start + random(2000) * day + random(86400) * 1000).toISOString());
}

const dates = events.map((text) => new Date(text)).sort((a, b) => a - b);
const byMonth = {};
const byWeekday = Array(7).fill(0);
for (const date of dates) {
  const month = `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
  byMonth[month] = (byMonth[month] || 0) + 1;
  byWeekday[date.getUTCDay()]++;
}

let longest = 0;
for (let i = 1; i < dates.length; i++) longest = Math.max(longest, dates[i] - dates[i - 1]);

function addMonths(date, months) {
  const result = new Date(date);
  result.setUTCMonth(result.getUTCMonth() + months, 1);
  return result;
}

let cursor = new Date("2020-01-31T00:00:00Z");
let quarters = 0;
for (let i = 0; i < 20000; i++) {
  cursor = addMonths(cursor, 1 + (i % 2));
  if (cursor.getUTCMonth() % 3 === 0) quarters++;
  if (cursor.getTime() > start + 4000 * day) cursor = new Date(start);
}

const busiest = Object.entries(byMonth).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
console.log(dates[0].toISOString(), dates[dates.length - 1].toJSON(), busiest[0], busiest[1]);
console.log(byWeekday.join(" "), Math.round(longest / 1000), cursor.toISOString().slice(0, 10));
console.log("checksum", quarters * 7 + busiest[1] + byWeekday.reduce((sum, n, i) => sum + n * i, 0) + longest / 1000);
