/* lanpya.inflate(bytes, size): what raw deflate (RFC 1951) packed, for browsers that can not do it
   themselves. size: bytes that it has to be. Throws where the data is damaged, as far as that can
   be told without a sum; it always comes to an end. Baseline: Chrome 60. */
(function () {
  "use strict";
  var LONGEST = 15; // bits of a code
  var END = 256;
  var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  var lengths = makeBases(3, 28, 4).concat([[258, 0]]);
  var distances = makeBases(1, 30, 2);
  var fixed;

  /* [the least, extra bits] of each symbol; the bits grow by one every `step` symbols. */
  function makeBases(least, count, step) {
    var bases = [];
    for (var i = 0; i < count; i++) {
      var bits = Math.max(0, Math.floor(i / step) - 1);
      bases.push([least, bits]);
      least += 1 << bits;
    }
    return bases;
  }
  function fail() {
    throw new Error("inflate: damaged");
  }
  function repeat(times, value) {
    return Array.apply(null, Array(times)).map(function () {
      return value;
    });
  }

  /* By the next bits of the stream: symbol << 4 | bits of its code; 0 where no code begins so. */
  function makeTable(bits) {
    var counts = repeat(LONGEST + 1, 0);
    var next = [];
    var code = 0;
    bits.forEach(function (length) {
      if (length) counts[length]++;
    });
    for (var length = 1; length <= LONGEST; length++) {
      code = (code + counts[length - 1]) << 1;
      next[length] = code;
      if (code + counts[length] > 1 << length) fail();
    }
    var table = new Uint16Array(1 << Math.max.apply(null, bits));
    bits.forEach(function (length, symbol) {
      var place = 0;
      if (!length) return;
      for (var i = 0, code = next[length]++; i < length; i++, code >>= 1) place = (place << 1) | (code & 1);
      for (; place < table.length; place += 1 << length) table[place] = (symbol << 4) | length;
    });
    return table;
  }

  window.lanpya = window.lanpya || {};
  window.lanpya.inflate = function (bytes, size) {
    var out = new Uint8Array(size);
    var end = 0; // of what is made
    var at = 0; // in bytes
    var hold = 0; // bits that were taken from bytes and not used yet
    var held = 0;

    function need(count) {
      while (held < count) {
        if (at > bytes.length + 2) fail();
        hold |= (at < bytes.length ? bytes[at] : 0) << held;
        at++;
        held += 8;
      }
    }
    function take(count) {
      need(count);
      var value = hold & ((1 << count) - 1);
      hold >>>= count;
      held -= count;
      return value;
    }
    function symbolOf(table) {
      need(LONGEST);
      var entry = table[hold & (table.length - 1)];
      if (!(entry & 15)) fail();
      hold >>>= entry & 15;
      held -= entry & 15;
      return entry >> 4;
    }
    function copyStored() {
      take(held & 7);
      var count = take(8) | (take(8) << 8);
      if ((count ^ (take(8) | (take(8) << 8))) !== 0xffff) fail();
      at -= held >> 3;
      hold = held = 0;
      if (at + count > bytes.length || end + count > size) fail();
      out.set(bytes.subarray(at, at + count), end);
      at += count;
      end += count;
    }
    function readTables() {
      var count = take(5) + 257;
      var all = count + take(5) + 1;
      var bits = repeat(ORDER.length, 0);
      for (var i = 0, codes = take(4) + 4; i < codes; i++) bits[ORDER[i]] = take(3);
      var table = makeTable(bits);
      for (bits = []; bits.length < all; ) {
        var symbol = symbolOf(table);
        if (symbol < 16) bits.push(symbol);
        else if (symbol > 16) bits = bits.concat(repeat(symbol < 18 ? take(3) + 3 : take(7) + 11, 0));
        else if (bits.length) bits = bits.concat(repeat(take(2) + 3, bits[bits.length - 1]));
        else fail();
      }
      if (bits.length > all) fail();
      return [makeTable(bits.slice(0, count)), makeTable(bits.slice(count))];
    }
    function copyCoded(tables) {
      for (;;) {
        var symbol = symbolOf(tables[0]);
        if (symbol === END) return;
        if (symbol < END) {
          if (end === size) fail();
          out[end++] = symbol;
          continue;
        }
        var base = lengths[symbol - END - 1] || fail();
        var length = base[0] + take(base[1]);
        base = distances[symbolOf(tables[1])] || fail();
        var from = end - base[0] - take(base[1]);
        if (from < 0 || end + length > size) fail();
        while (length--) out[end++] = out[from++];
      }
    }

    for (var isLast = 0; !isLast; ) {
      isLast = take(1);
      var kind = take(2);
      if (kind === 0) copyStored();
      else if (kind === 2) copyCoded(readTables());
      else if (kind === 1) {
        copyCoded((fixed = fixed || [
          makeTable(repeat(144, 8).concat(repeat(112, 9), repeat(24, 7), repeat(8, 8))),
          makeTable(repeat(30, 5))
        ]));
      } else fail();
    }
    if (end !== size || at - (held >> 3) > bytes.length) fail();
    return out;
  };
})();
