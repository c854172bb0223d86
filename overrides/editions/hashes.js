/* lanpya.sha256(bytes) and lanpya.sha512(bytes): FIPS 180-4, for browsers and pages that have no
   WebCrypto (a page from http or, in some, from a file). Uint8Array in, Uint8Array out. */
(function () {
  "use strict";
  var lanpya = (window.lanpya = window.lanpya || {});
  var TWO_32 = 4294967296;

  /* The first 64 bits behind the point of the square roots of the first 8 primes, and of the
     cube roots of the first 80. SHA-256 has the upper halves of the first 8 and 64. */
  var ROOTS = words(
    "6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1" +
    "510e527fade682d19b05688c2b3e6c1f1f83d9abfb41bd6b5be0cd19137e2179"
  );
  var CUBE_ROOTS = words(
    "428a2f98d728ae227137449123ef65cdb5c0fbcfec4d3b2fe9b5dba58189dbbc" +
    "3956c25bf348b53859f111f1b605d019923f82a4af194f9bab1c5ed5da6d8118" +
    "d807aa98a303024212835b0145706fbe243185be4ee4b28c550c7dc3d5ffb4e2" +
    "72be5d74f27b896f80deb1fe3b1696b19bdc06a725c71235c19bf174cf692694" +
    "e49b69c19ef14ad2efbe4786384f25e30fc19dc68b8cd5b5240ca1cc77ac9c65" +
    "2de92c6f592b02754a7484aa6ea6e4835cb0a9dcbd41fbd476f988da831153b5" +
    "983e5152ee66dfaba831c66d2db43210b00327c898fb213fbf597fc7beef0ee4" +
    "c6e00bf33da88fc2d5a79147930aa72506ca6351e003826f142929670a0e6e70" +
    "27b70a8546d22ffc2e1b21385c26c9264d2c6dfc5ac42aed53380d139d95b3df" +
    "650a73548baf63de766a0abb3c77b2a881c2c92e47edaee692722c851482353b" +
    "a2bfe8a14cf10364a81a664bbc423001c24b8b70d0f89791c76c51a30654be30" +
    "d192e819d6ef5218d69906245565a910f40e35855771202a106aa07032bbd1b8" +
    "19a4c116b8d2d0c81e376c085141ab532748774cdf8eeb9934b0bcb5e19b48a8" +
    "391c0cb3c5c95a634ed8aa4ae3418acb5b9cca4f7763e373682e6ff3d6b2b8a3" +
    "748f82ee5defb2fc78a5636f43172f6084c87814a1f0ab728cc702081a6439ec" +
    "90befffa23631e28a4506cebde82bde9bef9a3f7b2c67915c67178f2e372532b" +
    "ca273eceea26619cd186b8c721c0c207eada7dd6cde0eb1ef57d4f7fee6ed178" +
    "06f067aa72176fba0a637dc5a2c898a6113f9804bef90dae1b710b35131c471b" +
    "28db77f523047d8432caab7b40c724933c9ebe0a15c9bebc431d67c49c100d4c" +
    "4cc5d4becb3e42b6597f299cfc657e2a5fcb6fab3ad6faec6c44198c4a475817"
  );

  function words(hex) {
    var found = new Int32Array(hex.length / 8);
    for (var i = 0; i < found.length; i++) found[i] = parseInt(hex.substr(8 * i, 8), 16) | 0;
    return found;
  }

  /* Calls take(bytes, at) for every block: those of the message, and the padded end. */
  function eachBlock(message, size, take) {
    var whole = message.length - (message.length % size);
    for (var at = 0; at < whole; at += size) take(message, at);
    var rest = message.length - whole;
    var end = new Uint8Array(rest + 1 + size / 8 > size ? 2 * size : size);
    end.set(message.subarray(whole));
    end[rest] = 128;
    var view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(message.length / (TWO_32 / 8)));
    view.setUint32(end.length - 4, (message.length * 8) % TWO_32);
    for (at = 0; at < end.length; at += size) take(end, at);
  }

  function readWords(bytes, at, into, count) {
    for (var i = 0; i < count; i++, at += 4) {
      into[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
  }

  function toBytes(state) {
    var view = new DataView(new ArrayBuffer(4 * state.length));
    for (var i = 0; i < state.length; i++) view.setInt32(4 * i, state[i]);
    return new Uint8Array(view.buffer);
  }

  function turn(word, bits) {
    return (word >>> bits) | (word << (32 - bits));
  }

  lanpya.sha256 = function (message) {
    var state = new Int32Array(8);
    for (var i = 0; i < 8; i++) state[i] = ROOTS[2 * i];
    var w = new Int32Array(64);
    eachBlock(message, 64, function (bytes, at) {
      readWords(bytes, at, w, 16);
      for (var t = 16; t < 64; t++) {
        var x = w[t - 15];
        var y = w[t - 2];
        x = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
        y = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
        w[t] = w[t - 16] + w[t - 7] + x + y;
      }
      var a = state[0], b = state[1], c = state[2], d = state[3];
      var e = state[4], f = state[5], g = state[6], h = state[7];
      for (t = 0; t < 64; t++) {
        var sum = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
        var first = (h + sum + ((e & f) ^ (~e & g)) + CUBE_ROOTS[2 * t] + w[t]) | 0;
        sum = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
        var second = (sum + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + first) | 0;
        d = c;
        c = b;
        b = a;
        a = (first + second) | 0;
      }
      state[0] += a;
      state[1] += b;
      state[2] += c;
      state[3] += d;
      state[4] += e;
      state[5] += f;
      state[6] += g;
      state[7] += h;
    });
    return toBytes(state);
  };

  /* The upper half of the word (h, l), turned right by less than 32 bits; by 32 and more is by
     less of (l, h), and the lower half is the upper one of (l, h). */
  function top(h, l, bits) {
    return (h >>> bits) | (l << (32 - bits));
  }
  /* How much the lower halves of a sum bring over to the upper ones. */
  function over(lows) {
    return Math.floor(lows / TWO_32);
  }

  lanpya.sha512 = function (message) {
    var state = ROOTS.slice();
    var w = new Int32Array(160); // 80 words: the upper half at an even place, the lower behind it
    var s = new Int32Array(16); // a to h, in the same way
    eachBlock(message, 128, function (bytes, at) {
      readWords(bytes, at, w, 32);
      for (var t = 32; t < 160; t += 2) {
        var h = w[t - 30], l = w[t - 29], i = w[t - 4], m = w[t - 3];
        var lows =
          ((top(l, h, 1) ^ top(l, h, 8) ^ top(l, h, 7)) >>> 0) + (w[t - 13] >>> 0) +
          ((top(m, i, 19) ^ top(i, m, 29) ^ top(m, i, 6)) >>> 0) + (w[t - 31] >>> 0);
        w[t] =
          (top(h, l, 1) ^ top(h, l, 8) ^ (h >>> 7)) + w[t - 14] +
          (top(i, m, 19) ^ top(m, i, 29) ^ (i >>> 6)) + w[t - 32] + over(lows);
        w[t + 1] = lows;
      }
      s.set(state);
      for (t = 0; t < 160; t += 2) {
        h = s[8];
        l = s[9];
        var firstLow =
          (s[15] >>> 0) + ((top(l, h, 14) ^ top(l, h, 18) ^ top(h, l, 9)) >>> 0) +
          (((l & s[11]) ^ (~l & s[13])) >>> 0) + (CUBE_ROOTS[t + 1] >>> 0) + (w[t + 1] >>> 0);
        var first =
          (s[14] + (top(h, l, 14) ^ top(h, l, 18) ^ top(l, h, 9)) +
            ((h & s[10]) ^ (~h & s[12])) + CUBE_ROOTS[t] + w[t] + over(firstLow)) | 0;
        firstLow = firstLow >>> 0;
        h = s[0];
        l = s[1];
        lows =
          firstLow + ((top(l, h, 28) ^ top(h, l, 2) ^ top(h, l, 7)) >>> 0) +
          (((l & s[3]) ^ (l & s[5]) ^ (s[3] & s[5])) >>> 0);
        var highs =
          first + (top(h, l, 28) ^ top(l, h, 2) ^ top(l, h, 7)) +
          ((h & s[2]) ^ (h & s[4]) ^ (s[2] & s[4])) + over(lows);
        for (i = 15; i > 1; i--) s[i] = s[i - 2];
        s[0] = highs;
        s[1] = lows;
        firstLow += s[9] >>> 0;
        s[8] = s[8] + first + over(firstLow);
        s[9] = firstLow;
      }
      for (t = 0; t < 16; t += 2) {
        lows = (state[t + 1] >>> 0) + (s[t + 1] >>> 0);
        state[t] = state[t] + s[t] + over(lows);
        state[t + 1] = lows;
      }
    });
    return toBytes(state);
  };
})();
