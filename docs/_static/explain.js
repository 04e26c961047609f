"use strict";

// From a response to its explanation: who sent it decides which meaning of its number and which sub-code apply.

const explanations = (() => {
  const EMITTERS = {
    gateway: "proxy",
    cdn: "edge",
    waf: "edge",
    "load-balancer": "edge",
    hosting: "edge",
    framework: "application",
    api: "application",
    client: "client",
  };
  // Where a text names no status, these are tried.
  const LIKELY_STATUSES = [403, 503, 502, 404, 429, 400, 500];
  const MOST_STATUSES = 8;
  // A mere shape proves nothing in a text that somebody typed.
  const SIGNED = ["certain", "likely"];

  /** Return what kind of party a product is; a server that relays is a proxy on 502 and 504. */
  const emitterOf = (vendor, status) => {
    if (vendor.kind === "server" || vendor.kind === "proxy") return [502, 504].includes(status) ? "proxy" : "origin";
    return EMITTERS[vendor.kind] ?? null;
  };

  /** Explain a response {status, reason, headers, body}; what is not known of it is null. */
  const explain = (response) => {
    const { emittedBy, via, emitter, subcode, ...verdict } = engine.recognise(signatureData, response);
    const vendor = emittedBy === null ? null : registry.vendors.get(emittedBy);
    const owners = registry.ownersOf(response.status);
    // A sender that is merely possible does not take the place of a registered meaning.
    const isGuess = verdict.confidence === "possible" && owners[0]?.vendor.id === "iana";
    const own = isGuess ? undefined : owners.find((record) => record.vendor === vendor);
    const status = own ?? owners[0] ?? registry.unassigned(response.status);
    const subcodes =
      subcode === null
        ? []
        : registry.subcodeRecords(registry.vendors.get(subcode.vendor), subcode.text, response.status);
    return {
      ...verdict,
      status: response.status,
      record: subcodes[0] ?? status,
      parent: subcodes.length ? status : null,
      subcodes,
      subcode: subcode?.text ?? null,
      emittedBy: vendor,
      via: via.map((id) => registry.vendors.get(id)),
      emitter: emitter ?? (vendor === null ? null : emitterOf(vendor, response.status)),
    };
  };

  const statusesNamed = (text) => {
    const named = text.match(/(?<![\w.])[45]\d\d(?![\w.])/g) ?? [];
    return [...new Set(named.map(Number))].slice(0, MOST_STATUSES);
  };

  /** Return an explanation without what followed from a status that was only tried. */
  const withoutStatus = (found) => ({ ...found, status: null, parent: null, record: found.subcodes[0] ?? null });

  /** Explain a body or header lines that came without a status line; null where nobody signs them. */
  const explainPart = (text) => {
    const fields = pasted.fieldsIn(text);
    const part = fields.length ? { headers: fields } : { body: text };
    const named = statusesNamed(text);
    const found = [...named, ...LIKELY_STATUSES].map((status) => explain({ status, ...part }));
    const best = found.find((one) => SIGNED.includes(one.confidence)) ?? found.find((one) => one.via.length) ?? null;
    return best === null || named.includes(best.status) ? best : withoutStatus(best);
  };

  return { explain, explainPart };
})();
