// Errors and slow requests of a log: split, regular expression, maps, percentiles.
let seed = 12345;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const services = ["auth", "billing", "search", "gateway", "mailer"];
const levels = ["INFO", "INFO", "INFO", "INFO", "WARN", "ERROR"];
const lines = [];
for (let i = 0; i < 30000; i++) {
  const hour = String(Math.floor(i / 1250)).padStart(2, "0");
  const minute = String(random(60)).padStart(2, "0");
  lines.push(`2024-03-0${1 + random(9)}T${hour}:${minute}:00Z [${levels[random(6)]}] ${services[random(5)]}: request id=${random(9000)} took ${random(2000)} ms status=${random(20) === 0 ? 500 : 200}`);
}
const log = lines.join("\n");

const pattern = /^(\S+) \[(\w+)\] (\w+): request id=(\d+) took (\d+) ms status=(\d+)$/;
const byService = {};
const byHour = new Map();
let unreadable = 0;
for (const line of log.split("\n")) {
  const match = pattern.exec(line);
  if (!match) {
    unreadable++;
    continue;
  }
  const [, time, level, service, id, took, status] = match;
  const entry = byService[service] ?? (byService[service] = { count: 0, errors: 0, failures: 0, times: [], ids: new Set() });
  entry.count++;
  entry.times.push(Number(took));
  entry.ids.add(id);
  if (level === "ERROR") entry.errors++;
  if (status !== "200") entry.failures++;
  const hour = time.slice(11, 13);
  byHour.set(hour, (byHour.get(hour) || 0) + (level === "INFO" ? 0 : 1));
}

let checksum = unreadable;
for (const [service, entry] of Object.entries(byService).sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  entry.times.sort((a, b) => a - b);
  const p95 = entry.times[Math.floor(entry.times.length * 0.95)];
  const mean = entry.times.reduce((a, b) => a + b, 0) / entry.times.length;
  console.log(`${service}: ${entry.count} requests, ${entry.errors} errors, ${entry.failures} failures, mean ${mean.toFixed(1)} ms, p95 ${p95} ms, ${entry.ids.size} ids`);
  checksum = (checksum * 31 + entry.count + entry.errors * 7 + p95 + entry.ids.size) % 1000003;
}
const worst = [...byHour].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
console.log(`worst hour ${worst[0]} with ${worst[1]}`);
console.log("checksum", checksum);
