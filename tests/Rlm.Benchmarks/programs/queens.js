// Backtracking: the ways to place eight queens, and a Sudoku.
function queens(size) {
  const solutions = [];
  const place = (row, columns, diagonals, antidiagonals, placed) => {
    if (row === size) {
      solutions.push(placed.join(""));
      return;
    }
    for (let c = 0; c < size; c++) {
      if (columns.has(c) || diagonals.has(row - c) || antidiagonals.has(row + c)) continue;
      columns.add(c);
      diagonals.add(row - c);
      antidiagonals.add(row + c);
      placed.push(c);
      place(row + 1, columns, diagonals, antidiagonals, placed);
      placed.pop();
      columns.delete(c);
      diagonals.delete(row - c);
      antidiagonals.delete(row + c);
    }
  };
  place(0, new Set(), new Set(), new Set(), []);
  return solutions;
}

function solve(board) {
  for (let i = 0; i < 81; i++) {
    if (board[i] !== 0) continue;
    const row = Math.floor(i / 9);
    const column = i % 9;
    for (let digit = 1; digit <= 9; digit++) {
      let fits = true;
      for (let k = 0; k < 9 && fits; k++) {
        const box = (Math.floor(row / 3) * 3 + Math.floor(k / 3)) * 9 + Math.floor(column / 3) * 3 + (k % 3);
        if (board[row * 9 + k] === digit || board[k * 9 + column] === digit || board[box] === digit) fits = false;
      }
      if (!fits) continue;
      board[i] = digit;
      if (solve(board)) return true;
      board[i] = 0;
    }
    return false;
  }
  return true;
}

const solutions = queens(8);
const board = [..."530070000600195000098000060800060003400803001700020006060000280000419005000080079"].map(Number);
const solved = solve(board);
console.log(solutions.length, solutions[0], solved, board.slice(0, 9).join(""));
console.log("checksum", solutions.reduce((sum, s) => (sum * 31 + Number(s)) % 1000003, 0) + board.reduce((sum, d, i) => sum + d * i, 0));
