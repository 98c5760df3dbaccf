// The shortest way through a maze by breadth-first search, with string keys as models write it and with indices.
let seed = 77;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const height = 150;
const width = 150;
const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => (random(100) < 28 ? "#" : ".")));
grid[0][0] = ".";
grid[height - 1][width - 1] = ".";

function shortestByKeys(startRow, startColumn) {
  const queue = [[startRow, startColumn, 0]];
  const seen = new Set([`${startRow},${startColumn}`]);
  let farthest = 0;
  while (queue.length > 0) {
    const [row, column, steps] = queue.shift();
    farthest = steps;
    if (row === height - 1 && column === width - 1) return steps;
    for (const [dr, dc] of [[0, 1], [1, 0], [0, -1], [-1, 0]]) {
      const r = row + dr;
      const c = column + dc;
      const key = `${r},${c}`;
      if (r < 0 || c < 0 || r >= height || c >= width || grid[r][c] === "#" || seen.has(key)) continue;
      seen.add(key);
      queue.push([r, c, steps + 1]);
    }
  }
  return -farthest;
}

function distances() {
  const distance = Array.from({ length: height }, () => Array(width).fill(Infinity));
  distance[0][0] = 0;
  let front = [{ r: 0, c: 0 }];
  for (let steps = 1; front.length > 0; steps++) {
    const next = [];
    for (const { r, c } of front) {
      for (let d = 0; d < 4; d++) {
        const rr = r + [0, 1, 0, -1][d];
        const cc = c + [1, 0, -1, 0][d];
        if (grid[rr]?.[cc] === "." && distance[rr][cc] > steps) {
          distance[rr][cc] = steps;
          next.push({ r: rr, c: cc });
        }
      }
    }
    front = next;
  }
  return distance;
}

const shortest = shortestByKeys(0, 0);
const all = distances();
const reachable = all.flat().filter((d) => d < Infinity);
console.log(`shortest way: ${shortest}; ${reachable.length} fields can be reached`);
console.log("checksum", shortest * 1000 + reachable.reduce((a, b) => a + b, 0));
