// A tokenizer, a recursive-descent parser and an evaluator for arithmetic with variables and functions.
function tokenize(source) {
  const tokens = [];
  let i = 0;
  while (i < source.length) {
    const c = source[i];
    if (c === " ") {
      i++;
    } else if (/[0-9.]/.test(c)) {
      let number = "";
      while (i < source.length && /[0-9.]/.test(source[i])) number += source[i++];
      tokens.push({ type: "number", value: parseFloat(number) });
    } else if (/[a-z]/i.test(c)) {
      const start = i;
      while (i < source.length && /\w/.test(source[i])) i++;
      tokens.push({ type: "name", value: source.slice(start, i) });
    } else if ("+-*/^(),".includes(c)) {
      tokens.push({ type: c });
      i++;
    } else {
      throw new SyntaxError(`Unexpected '${c}' at ${i}`);
    }
  }
  tokens.push({ type: "end" });
  return tokens;
}

function parse(source) {
  const tokens = tokenize(source);
  let position = 0;
  const peek = () => tokens[position].type;
  const next = () => tokens[position++];
  const expect = (type) => {
    if (peek() !== type) throw new SyntaxError(`Expected ${type} but found ${peek()}`);
    return next();
  };
  const powers = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 3 };

  function primary() {
    const token = next();
    switch (token.type) {
      case "number":
        return { kind: "number", value: token.value };
      case "-":
        return { kind: "negate", operand: binary(3) };
      case "(": {
        const inner = binary(1);
        expect(")");
        return inner;
      }
      case "name": {
        if (peek() !== "(") return { kind: "variable", name: token.value };
        next();
        const args = [];
        while (peek() !== ")") {
          args.push(binary(1));
          if (peek() === ",") next();
        }
        next();
        return { kind: "call", name: token.value, args };
      }
      default:
        throw new SyntaxError(`Unexpected ${token.type}`);
    }
  }

  function binary(power) {
    let left = primary();
    while (powers[peek()] >= power) {
      const operator = next().type;
      const right = binary(powers[operator] + (operator === "^" ? 0 : 1));
      left = { kind: "binary", operator, left, right };
    }
    return left;
  }

  const tree = binary(1);
  expect("end");
  return tree;
}

function evaluate(node, scope) {
  switch (node.kind) {
    case "number":
      return node.value;
    case "variable":
      if (!(node.name in scope)) throw new ReferenceError(`Unknown ${node.name}`);
      return scope[node.name];
    case "negate":
      return -evaluate(node.operand, scope);
    case "call":
      return scope[node.name](...node.args.map((arg) => evaluate(arg, scope)));
    default: {
      const a = evaluate(node.left, scope);
      const b = evaluate(node.right, scope);
      return { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "^": a ** b }[node.operator];
    }
  }
}

const scope = { x: 2, y: 0.5, rate: 1.07, max: Math.max, min: Math.min, sqrt: Math.sqrt };
const sources = ["1 + 2 * 3 ^ 2 - 4 / (x + 2)", "max(x, y, 3) * -min(1, 2) + sqrt(16)", "((x + 1) * (x - 1) + rate ^ 10) / y", "100 * rate ^ 3 - x * (y + 7.25)"];
let sum = 0;
for (let i = 0; i < 700; i++) {
  scope.x = i % 13;
  for (const source of sources) sum += evaluate(parse(`${source} + ${i}`), scope);
}
let errors = 0;
for (const bad of ["1 +", "(2", "foo(1) $", "unknown + 1"]) {
  for (let i = 0; i < 300; i++) {
    try {
      evaluate(parse(bad), scope);
    } catch (error) {
      errors += error.name.length;
    }
  }
}
console.log(evaluate(parse(sources[0]), scope), errors);
console.log("checksum", Math.round(sum * 1000) + errors);
