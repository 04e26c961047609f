"use strict";

// Who emitted a response: the signatures of the data files, evaluated as the library evaluates them.

const engine = (() => {
  const LONGEST_SUBCODE = 64;
  const RANKS = ["certain", "likely", "possible", "none"];

  const listOf = (value) => (Array.isArray(value) ? value : [value]);
  const unique = (values) => [...new Set(values)];
  const firstOf = (values) => values.find((value) => value !== undefined && value !== null) ?? null;

  // --- tests ---------------------------------------------------------------------------------------------

  const OPERATORS = {
    equals: (text, value) => text === value,
    prefix: (text, value) => text.startsWith(value),
    contains: (text, value) => text.includes(value),
    pattern: (text, value) => new RegExp(value).test(text),
  };

  const placesIn = (tests) =>
    tests.flatMap((test) => (test.place ? [test.place] : placesIn(test.any ?? test.all ?? test.not)));

  const holds = (test, at) => {
    if (test.all) return test.all.every((one) => holds(one, at));
    if (test.any) return test.any.some((one) => holds(one, at));
    // What was not given is not known to be absent.
    if (test.not) return placesIn(test.not).every((place) => at.given(place)) && !test.not.some((one) => holds(one, at));
    if (test.absent) return at.given(test.place) && at.original(test.place) === null;
    if (test.present) return at.original(test.place) !== null;
    return holdsOfText(test, at.lower(test.place));
  };

  const holdsOfText = (test, text) => {
    if (text === null) return false;
    const operator = Object.keys(OPERATORS).find((name) => name in test);
    const lines = /^(header:|cookie)/.test(test.place) ? text.split("\n") : [text];
    return lines.some((line) => listOf(test[operator]).some((value) => OPERATORS[operator](line, value)));
  };

  // --- sub-codes -----------------------------------------------------------------------------------------

  const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

  /** Return a sub-code that was read if it can be one: short, plain, without any markup. */
  const fit = (subcode) => {
    if (!/^[ -~]*$/.test(subcode) || /[<>&"'`]/.test(subcode) || subcode.length > LONGEST_SUBCODE) return null;
    return subcode.replace(/^[ .,:;]+|[ .,:;]+$/g, "") || null;
  };

  const captured = (capture, at) => {
    if (capture.literal) return capture.literal;
    const text = at.lower(capture.place) ?? "";
    if (capture.map) return capture.map.find(([part]) => text.includes(part))?.[1] ?? null;
    // Without more to go by it is the first word.
    const pattern = capture.pattern ?? `${escaped(capture.after ?? "")}\\s{0,9}([a-z0-9_./-]{1,99})`;
    const span = new RegExp(pattern, "d").exec(text)?.indices[1];
    return span ? fit(at.original(capture.place).slice(...span)) : null;
  };

  const subcodeIn = (signatures, at) => {
    for (const signature of signatures) {
      const found = firstOf(listOf(signature.subcode ?? []).map((capture) => captured(capture, at)));
      if (found !== null) return { vendor: signature.vendor, text: found };
    }
    return null;
  };

  // --- the verdict ---------------------------------------------------------------------------------------

  const rank = (signature) => RANKS.indexOf(signature.confidence ?? "none");

  /** Return the vendor of the highest confidence; of several there, the one that is over all others, or none. */
  const strongest = (emitted, over) => {
    const best = Math.min(...emitted.map(rank));
    const vendors = unique(emitted.filter((match) => rank(match) === best).map((match) => match.vendor));
    const beaten = vendors.length > 1 ? vendors.flatMap((vendor) => over[vendor] ?? []) : [];
    const left = vendors.filter((vendor) => !beaten.includes(vendor));
    return left.length === 1 ? left[0] : null;
  };

  /** Weigh the signatures that match: who emitted the response, and whom it passed through. */
  const decide = (matches, at, over) => {
    const saying = (what) => matches.filter((match) => match.says === what);
    const emittedBy = strongest(saying("emitted"), over);
    const own = saying("emitted")
      .filter((match) => match.vendor === emittedBy)
      .sort((one, other) => rank(one) - rank(other));
    return {
      fields: at.fields ?? new Map(),
      emittedBy,
      via: unique(saying("carried").map((match) => match.vendor)).filter((vendor) => vendor !== emittedBy),
      emitter: firstOf(own.map((match) => match.emitter)),
      confidence: own.length ? own[0].confidence : "none",
      evidence: unique(matches.map((match) => match.evidence)),
      subcode: subcodeIn(own, at) ?? subcodeIn(saying("subcode"), at),
      reachedOrigin: firstOf(own.map((match) => match.reached_origin)),
    };
  };

  /** Say who emitted a response; a part of it that is not known is null. */
  const recognise = ({ signatures, over }, response) => {
    const at = new places.Places(response);
    const matches = signatures.filter((signature) => signature.when.every((test) => holds(test, at)));
    return decide(matches, at, over);
  };

  return { recognise };
})();
