// Conway's game of life on an array of rows, and on a Set of coordinates.
let seed = 3;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const size = 64;
let grid = Array.from({ length: size }, () => Array.from({ length: size }, () => (random(3) === 0 ? 1 : 0)));

function step(cells) {
  return cells.map((row, r) =>
    row.map((alive, c) => {
      let neighbours = 0;
      for (let dr = -1; dr <= 1; dr++) {
        for (let dc = -1; dc <= 1; dc++) {
          if (dr !== 0 || dc !== 0) neighbours += cells[(r + dr + size) % size][(c + dc + size) % size];
        }
      }
      return neighbours === 3 || (alive && neighbours === 2) ? 1 : 0;
    }));
}

function stepSparse(living) {
  const neighbours = new Map();
  for (const cell of living) {
    const [x, y] = cell.split(",").map(Number);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        if (dx || dy) {
          const key = `${x + dx},${y + dy}`;
          neighbours.set(key, (neighbours.get(key) || 0) + 1);
        }
      }
    }
  }
  const next = new Set();
  for (const [cell, count] of neighbours) if (count === 3 || (count === 2 && living.has(cell))) next.add(cell);
  return next;
}

for (let generation = 0; generation < 20; generation++) grid = step(grid);
let living = new Set();
grid.forEach((row, r) => row.forEach((alive, c) => alive && r < 32 && living.add(`${r},${c}`)));
for (let generation = 0; generation < 20; generation++) living = stepSparse(living);
console.log(grid.slice(0, 3).map((row) => row.map((alive) => (alive ? "*" : ".")).join("")).join("\n"));
console.log("checksum", grid.flat().reduce((sum, alive, i) => (sum + alive * i) % 1000003, 0) + living.size * 1000);
