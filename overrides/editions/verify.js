/* lanpya.judge(files, key) answers Promise<[{name, verdict, reason, values}]>: what minisign's
   signatures and the signed list say of files. `lanpya verify` says the same on a computer.
   files: [{name, bytes}]; key: as minisign writes it. verdict: "good", "changed", "unknown" (the
   key), "unclear". Anything that is not plainly good is refused. */
(function () {
  "use strict";
  var lanpya = (window.lanpya = window.lanpya || {});
  var UNTRUSTED = "untrusted comment: ";
  var TRUSTED = "trusted comment: ";
  var SUFFIX = ".minisig";
  var LONGEST_SIGNATURE = 10000;

  /* Bytes of base64 that is written in the one way that is right; null for any other. */
  function decode(text, size) {
    try {
      var binary = atob(text);
      if (binary.length !== size || btoa(binary) !== text) return null;
    } catch (error) {
      return null;
    }
    return Uint8Array.from(binary, function (char) {
      return char.charCodeAt(0);
    });
  }

  function toText(bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      return null;
    }
  }

  function startsWith(text, start) {
    return text.slice(0, start.length) === start;
  }

  function isSame(a, b) {
    for (var i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return a.length === b.length;
  }

  function toHex(bytes) {
    return Array.from(bytes, function (byte) {
      return (byte < 16 ? "0" : "") + byte.toString(16);
    }).join("");
  }

  /* {id, bytes, shown} of a public key, with or without its comment; null if it is none. */
  lanpya.parseKey = function (text) {
    var lines = text.trim().split(/\r?\n/);
    if (lines.length === 2 && startsWith(lines[0], UNTRUSTED)) lines.shift();
    var data = lines.length === 1 && decode(lines[0].trim(), 42);
    if (!data || data[0] !== 0x45 || data[1] !== 0x64) return null;
    var id = data.subarray(2, 10);
    return { id: id, bytes: data.subarray(10), shown: showId(id) };
  };

  function showId(id) {
    return toHex(Uint8Array.from(id).reverse()).toUpperCase();
  }

  /* A .minisig file; null if it is none, or is damaged. */
  function parseSignature(bytes) {
    var text = bytes.length > LONGEST_SIGNATURE ? null : toText(bytes);
    if (text === null) return null;
    var lines = text.replace(/\n$/, "").split("\n").map(function (line) {
      return line.replace(/\r$/, "");
    });
    if (lines.length !== 4 || lines.join("").indexOf("\r") >= 0) return null;
    if (!startsWith(lines[0], UNTRUSTED) || !startsWith(lines[2], TRUSTED)) return null;
    var head = decode(lines[1], 74);
    var second = decode(lines[3], 64);
    if (!head || !second || head[0] !== 0x45 || (head[1] !== 0x64 && head[1] !== 0x44)) return null;
    return {
      isHashed: head[1] === 0x44,
      id: head.subarray(2, 10),
      signature: head.subarray(10),
      comment: lines[2].slice(TRUSTED.length),
      commentSignature: second
    };
  }

  function subtle() {
    return window.crypto && window.crypto.subtle;
  }

  /* Promise<Boolean>, by WebCrypto where it knows Ed25519, and by ourselves elsewhere. */
  function isSigned(signature, bytes, key) {
    function ourselves() {
      return lanpya.verifyEd25519(signature, bytes, key.bytes);
    }
    if (!subtle()) return Promise.resolve().then(ourselves);
    return Promise.resolve()
      .then(function () {
        return subtle().importKey("raw", key.bytes, { name: "Ed25519" }, false, ["verify"]);
      })
      .then(function (imported) {
        return subtle().verify({ name: "Ed25519" }, imported, signature, bytes);
      })
      .catch(ourselves);
  }

  function hash(bytes) {
    if (!subtle()) return Promise.resolve(toHex(lanpya.sha256(bytes)));
    return subtle()
      .digest("SHA-256", bytes)
      .then(function (digest) {
        return toHex(new Uint8Array(digest));
      })
      .catch(function () {
        return toHex(lanpya.sha256(bytes));
      });
  }

  /* Whether a signature's own comment may be believed, and whether it is for these bytes. */
  function holds(signature, bytes, key) {
    var comment = new TextEncoder().encode(signature.comment);
    var together = new Uint8Array(64 + comment.length);
    together.set(signature.signature);
    together.set(comment, 64);
    return isSigned(signature.signature, bytes, key).then(function (isGood) {
      return isGood && isSigned(signature.commentSignature, together, key);
    });
  }

  function answer(file, verdict, reason, values) {
    return { name: file.name, verdict: verdict, reason: reason, values: values || {} };
  }

  /* "a.epub 2024-02-06-1f2e3d4c" */
  function splitComment(comment) {
    var at = comment.lastIndexOf(" ");
    return { name: comment.slice(0, at), version: comment.slice(at + 1) };
  }

  function baseName(path) {
    return path.slice(path.lastIndexOf("/") + 1);
  }

  /* What the signatures that were chosen say of a file; null if none is for it. */
  function judgeBySignatures(file, signatures, key) {
    var own = signatures.filter(function (one) {
      return one.name === file.name + SUFFIX || (one.parsed && splitComment(one.parsed.comment).name === file.name);
    });
    var candidates = signatures.filter(function (one) {
      return one.parsed && !one.parsed.isHashed && isSame(one.parsed.id, key.id);
    });
    return firstThat(candidates, function (one) {
      return holds(one.parsed, file.bytes, key);
    }).then(function (found) {
      if (found) {
        var signed = splitComment(found.parsed.comment);
        var reason = signed.name === file.name ? "good" : "renamed";
        return answer(file, "good", reason, { name: signed.name, version: signed.version });
      }
      if (!own.length) return null;
      var parsed = own[0].parsed;
      if (!parsed) return answer(file, "unclear", "damaged", { name: own[0].name });
      if (!isSame(parsed.id, key.id)) return answer(file, "unknown", "unknown", { id: showId(parsed.id) });
      return parsed.isHashed ? answer(file, "unclear", "hashed") : answer(file, "changed", "changed");
    });
  }

  /* The first of a list for which a promise comes true. */
  function firstThat(list, test) {
    return list.reduce(function (before, one) {
      return before.then(function (found) {
        if (found) return found;
        return test(one).then(function (isTrue) {
          return isTrue ? one : null;
        });
      });
    }, Promise.resolve(null));
  }

  /* A manifest's version and files; null for what is none. */
  function parseList(bytes) {
    try {
      var data = JSON.parse(toText(bytes));
      if (data.layout !== 1) return null;
      return { version: String(data.version), entries: data.editions.concat(data.site) };
    } catch (error) {
      return null;
    }
  }

  function judgeByList(file, list) {
    return hash(file.bytes).then(function (digest) {
      var same = list.entries.filter(function (entry) {
        return entry.sha256 === digest;
      });
      var isNamed = function (entry) {
        return baseName(entry.path) === file.name;
      };
      var values = { version: list.version };
      if (same.some(isNamed)) return answer(file, "good", "good", values);
      if (same.length) return answer(file, "good", "renamed", { name: same[0].path, version: list.version });
      if (list.entries.some(isNamed)) return answer(file, "changed", "changed", values);
      return answer(file, "unclear", "unlisted", values);
    });
  }

  lanpya.judge = function (files, keyText) {
    var key = lanpya.parseKey(keyText);
    var signatures = [];
    var others = [];
    files.forEach(function (file) {
      var parsed = parseSignature(file.bytes);
      var isOne = parsed || file.name.slice(-SUFFIX.length) === SUFFIX;
      if (isOne) signatures.push({ name: file.name, parsed: parsed });
      else others.push(file);
    });
    if (!key) {
      return Promise.resolve(
        others.map(function (file) {
          return answer(file, "unclear", "keyless");
        })
      );
    }
    var judged = others.map(function (file) {
      return judgeBySignatures(file, signatures, key);
    });
    return Promise.all(judged).then(function (answers) {
      var list = null;
      var isListBad = false;
      others.forEach(function (file, place) {
        var parsed = parseList(file.bytes);
        if (!parsed) return;
        if (answers[place] && answers[place].verdict === "good") list = list || parsed;
        else isListBad = true;
      });
      return Promise.all(
        others.map(function (file, place) {
          if (answers[place]) return answers[place];
          if (list) return judgeByList(file, list);
          return answer(file, "unclear", isListBad && !parseList(file.bytes) ? "mistrusted" : "unsigned");
        })
      );
    });
  };
})();
