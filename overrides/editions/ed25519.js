/* lanpya.verifyEd25519(signature, message, key): RFC 8032, for browsers whose WebCrypto has no
   Ed25519. Uint8Arrays of 64, any and 32 bytes in, a Boolean out. Only public things are
   handled here, so nothing has to take the same time always.

   A number modulo p = 2^255 − 19 is 15 digits of 17 bits each, the lowest first: a product of
   two digits, fifteen times over and times 19, is still exact in a double. */
(function () {
  "use strict";
  var lanpya = (window.lanpya = window.lanpya || {});
  var DIGITS = 15;
  var BASE = 131072;

  function number(small) {
    var digits = new Float64Array(DIGITS);
    digits[0] = small;
    return digits;
  }

  /* Digits from 0 to BASE − 1 again; what is above 2^255 comes back at the bottom, times 19. */
  function carry(digits) {
    for (var round = 0; round < 3; round++) {
      var over = 0;
      for (var i = 0; i < DIGITS; i++) {
        var value = digits[i] + over;
        over = Math.floor(value / BASE);
        digits[i] = value - over * BASE;
      }
      digits[0] += 19 * over;
    }
    return digits;
  }

  function plus(a, b) {
    var sum = new Float64Array(DIGITS);
    for (var i = 0; i < DIGITS; i++) sum[i] = a[i] + b[i];
    return carry(sum);
  }

  function minus(a, b) {
    var difference = new Float64Array(DIGITS);
    for (var i = 0; i < DIGITS; i++) difference[i] = a[i] - b[i];
    return carry(difference);
  }

  function times(a, b) {
    var product = new Float64Array(DIGITS);
    for (var i = 0; i < DIGITS; i++) {
      for (var j = 0; j < DIGITS; j++) {
        var place = i + j;
        if (place < DIGITS) product[place] += a[i] * b[j];
        else product[place - DIGITS] += 19 * a[i] * b[j];
      }
    }
    return carry(product);
  }

  /* a to the power of 2^255 − 19 − 2, and of (2^255 − 19 − 5) / 8: bits that are all 1 but some. */
  function power(a, bits, zeros) {
    var result = number(1);
    for (var bit = bits - 1; bit >= 0; bit--) {
      result = times(result, result);
      if (zeros.indexOf(bit) < 0) result = times(result, a);
    }
    return result;
  }
  function inverse(a) {
    return power(a, 255, [2, 4]);
  }
  function towardsRoot(a) {
    return power(a, 252, [1]);
  }

  /* The one form that is below p: 32 bytes, the lowest first. */
  function toBytes(a) {
    var digits = carry(Float64Array.from(a));
    var isAbove = digits[0] >= BASE - 19;
    for (var i = 1; i < DIGITS; i++) isAbove = isAbove && digits[i] === BASE - 1;
    if (isAbove) {
      digits[0] -= BASE - 19;
      digits.fill(0, 1);
    }
    var bytes = new Uint8Array(32);
    for (var bit = 0; bit < 255; bit++) {
      if (Math.floor(digits[Math.floor(bit / 17)] / Math.pow(2, bit % 17)) % 2) {
        bytes[bit >> 3] |= 1 << (bit & 7);
      }
    }
    return bytes;
  }

  function fromBytes(bytes) {
    var digits = new Float64Array(DIGITS);
    for (var bit = 0; bit < 255; bit++) {
      if ((bytes[bit >> 3] >> (bit & 7)) & 1) digits[Math.floor(bit / 17)] += Math.pow(2, bit % 17);
    }
    return digits;
  }

  function isSame(a, b) {
    for (var i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return a.length === b.length;
  }
  function isEqual(a, b) {
    return isSame(toBytes(a), toBytes(b));
  }

  var ZERO = number(0);
  var ONE = number(1);
  var D = minus(ZERO, times(number(121665), inverse(number(121666))));
  var D2 = plus(D, D);
  var ROOT_OF_MINUS_1 = times(power(number(2), 252, [1]), power(number(2), 252, [1]));
  ROOT_OF_MINUS_1 = times(ROOT_OF_MINUS_1, number(2)); // 2^((p − 1) / 4)

  /* A point is [X, Y, Z, T] with x = X/Z, y = Y/Z, xy = T/Z. The addition is complete: it doubles
     as well, and knows no exceptions. */
  var NEUTRAL = [ZERO, ONE, ONE, ZERO];
  function addPoints(p, q) {
    var a = times(minus(p[1], p[0]), minus(q[1], q[0]));
    var b = times(plus(p[1], p[0]), plus(q[1], q[0]));
    var c = times(times(p[3], q[3]), D2);
    var d = times(p[2], q[2]);
    d = plus(d, d);
    var e = minus(b, a);
    var f = minus(d, c);
    var g = plus(d, c);
    var h = plus(b, a);
    return [times(e, f), times(g, h), times(f, g), times(e, h)];
  }
  function negate(p) {
    return [minus(ZERO, p[0]), p[1], p[2], minus(ZERO, p[3])];
  }
  function pointToBytes(p) {
    var scale = inverse(p[2]);
    var bytes = toBytes(times(p[1], scale));
    bytes[31] |= (toBytes(times(p[0], scale))[0] & 1) << 7;
    return bytes;
  }

  /* The point of 32 bytes; null where there is none, or where another form of it is the right one. */
  function pointFromBytes(bytes) {
    var y = fromBytes(bytes);
    var sign = bytes[31] >> 7;
    var square = times(y, y);
    var u = minus(square, ONE);
    var v = plus(times(D, square), ONE);
    var v3 = times(times(v, v), v);
    var x = times(times(u, v3), towardsRoot(times(u, times(times(v3, v3), v))));
    var check = times(v, times(x, x));
    if (!isEqual(check, u)) {
      if (!isEqual(check, minus(ZERO, u))) return null;
      x = times(x, ROOT_OF_MINUS_1);
    }
    if ((toBytes(x)[0] & 1) !== sign) x = minus(ZERO, x);
    var point = [x, y, ONE, times(x, y)];
    return isSame(pointToBytes(point), bytes) ? point : null;
  }

  function isOfSmallOrder(p) {
    for (var i = 0; i < 3; i++) p = addPoints(p, p);
    return isEqual(p[0], ZERO);
  }

  /* 4/5, and the x that is even. */
  var BASE_POINT = pointFromBytes(toBytes(times(number(4), inverse(number(5)))));

  /* The order of the base point, and numbers below it: bytes, the lowest first. */
  var ORDER = Uint8Array.from([
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10
  ]);
  function isBelowOrder(bytes) {
    for (var i = 31; i >= 0; i--) if (bytes[i] !== ORDER[i]) return bytes[i] < ORDER[i];
    return false;
  }
  function reduce(bytes) {
    var rest = new Uint8Array(32);
    for (var bit = 8 * bytes.length - 1; bit >= 0; bit--) {
      var over = (bytes[bit >> 3] >> (bit & 7)) & 1;
      for (var i = 0; i < 32; i++) {
        var twice = 2 * rest[i] + over;
        rest[i] = twice & 255;
        over = twice >> 8;
      }
      if (isBelowOrder(rest)) continue;
      var borrowed = 0;
      for (i = 0; i < 32; i++) {
        var left = rest[i] - ORDER[i] - borrowed;
        rest[i] = left & 255;
        borrowed = left < 0 ? 1 : 0;
      }
    }
    return rest;
  }

  /* m times p and n times q, added. */
  function multiply(m, p, n, q) {
    var both = addPoints(p, q);
    var result = NEUTRAL;
    for (var bit = 255; bit >= 0; bit--) {
      result = addPoints(result, result);
      var inM = (m[bit >> 3] >> (bit & 7)) & 1;
      var inN = (n[bit >> 3] >> (bit & 7)) & 1;
      if (inM || inN) result = addPoints(result, inM && inN ? both : inM ? p : q);
    }
    return result;
  }

  lanpya.verifyEd25519 = function (signature, message, key) {
    if (signature.length !== 64 || key.length !== 32) return false;
    var commitment = signature.subarray(0, 32);
    var answer = signature.subarray(32);
    var point = pointFromBytes(key);
    if (!point || isOfSmallOrder(point) || !isBelowOrder(answer)) return false;
    var asked = new Uint8Array(64 + message.length);
    asked.set(commitment);
    asked.set(key, 32);
    asked.set(message, 64);
    var challenge = reduce(lanpya.sha512(asked));
    var found = multiply(answer, BASE_POINT, challenge, negate(point));
    return isSame(pointToBytes(found), commitment);
  };
})();
