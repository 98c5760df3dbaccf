const out = (function () {
  const write = print;
  return text => write(text);
})();
let ticks = 0;
function tick() {
  if (++ticks > 1500) throw new RangeError("ticks");
}
var spare;
