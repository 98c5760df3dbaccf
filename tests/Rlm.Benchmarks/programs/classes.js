// Classes with inheritance, accessors, private fields and static members.
class Shape {
  static #made = 0;
  #name;
  constructor(name) {
    this.#name = name;
    Shape.#made++;
  }
  static get made() {
    return Shape.#made;
  }
  get name() {
    return this.#name;
  }
  get area() {
    return 0;
  }
  describe() {
    return `${this.name} of ${this.area.toFixed(1)}`;
  }
}

class Circle extends Shape {
  constructor(radius) {
    super("circle");
    this.radius = radius;
  }
  get area() {
    return Math.PI * this.radius ** 2;
  }
}

class Rectangle extends Shape {
  constructor(width, height, name = "rectangle") {
    super(name);
    this.width = width;
    this.height = height;
  }
  get area() {
    return this.width * this.height;
  }
}

class Square extends Rectangle {
  constructor(side) {
    super(side, side, "square");
  }
  describe() {
    return `${super.describe()} (regular)`;
  }
}

class Account {
  balance = 0;
  #history = [];
  deposit(amount) {
    this.balance += amount;
    if (amount % 100 === 0) this.#history.push(amount);
    return this;
  }
  get entries() {
    return this.#history.length;
  }
}

let total = 0;
let length = 0;
for (let i = 0; i < 25000; i++) {
  const shape = i % 3 === 0 ? new Circle(i % 10) : i % 3 === 1 ? new Rectangle(i % 7, i % 5) : new Square(i % 6);
  total += shape.area;
  if (i % 10 === 0) length += shape.describe().length;
}
const account = new Account();
for (let i = 0; i < 100000; i++) account.deposit(i % 1000).deposit(-1);
console.log(new Square(3).describe(), Shape.made, account.balance, account.entries);
console.log("checksum", Math.round(total * 100) + length + account.balance);
