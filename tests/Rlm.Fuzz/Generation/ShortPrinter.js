// A text for any value that costs little to compile; what it cannot show it names.
const show = ((stringify, text) => value => {
  try {
    return typeof value === "object" ? stringify(value) : typeof value + " " + text(value);
  } catch (e) {
    return "<" + typeof value + ">";
  }
})(JSON.stringify, String);
