"use strict";

// The places of a response at which signatures look: header fields, title, footer, JSON values.
//
// These files are plain scripts, each with one name of its own, because browsers load no modules from file://.

const places = (() => {
  const LONGEST_BODY = 8192;
  const LONGEST_JSON = 65536;
  const LONGEST_TITLE = 300;
  const LONGEST_FOOTER = 400;
  const LONGEST_END = 1024;
  const LONGEST_VALUE = 8192;
  const MOST_FIELDS = 500;

  // Only ASCII letters change, so that a position in the lower text is the same position in the original.
  const lower = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

  /** Return header fields by lower-case name; several lines of one stand with line breaks between. */
  const fieldsOf = (pairs) => {
    const fields = new Map();
    for (const [name, value] of pairs.slice(0, MOST_FIELDS)) {
      const key = lower(name);
      const text = fields.has(key) ? `${fields.get(key)}\n${value}` : value;
      fields.set(key, text.slice(0, LONGEST_VALUE));
    }
    return fields;
  };

  const titleOf = (lowerPage, page) => {
    const tag = lowerPage.indexOf("<title");
    const start = tag < 0 ? 0 : lowerPage.indexOf(">", tag) + 1;
    const end = lowerPage.slice(start, start + LONGEST_TITLE).indexOf("</title");
    return start > 0 && end >= 0 ? page.slice(start, start + end).trim() : null;
  };

  /** Return the text behind the last rule of a page, where servers write their name. */
  const footerOf = (lowerPage, page) => {
    const start = lowerPage.lastIndexOf("<hr");
    if (start < Math.max(0, page.length - LONGEST_END)) return null;
    const parts = page.slice(start, start + LONGEST_FOOTER).split("<");
    const texts = parts.map((part) => (part.includes(">") ? part.slice(part.indexOf(">") + 1) : ""));
    return texts.join("").split(/\s+/).filter(Boolean).join(" ");
  };

  const step = (value, name) => {
    if (Array.isArray(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
    return value !== null && typeof value === "object" && Object.hasOwn(value, name) ? value[name] : undefined;
  };

  /** Return a JSON value as text; an object or a list is there, and has no text. */
  const jsonText = (value) => {
    if (value === undefined || value === null) return null;
    if (typeof value === "object") return "";
    return String(value).slice(0, LONGEST_BODY);
  };

  const parsed = (text) => {
    if (text === null || text.length > LONGEST_JSON || !/^[{[]/.test(text.trimStart())) return null;
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };

  /** The places of one response, each worked out when it is first asked for; null where it has none. */
  class Places {
    #raw;
    #json;
    #originals = new Map();
    #lowers = new Map();

    constructor({ status, reason = null, headers = null, body = null }) {
      this.status = String(status);
      this.reason = reason;
      this.fields = headers === null ? null : fieldsOf(headers);
      this.body = body === null ? null : body.slice(0, LONGEST_BODY).trim();
      this.#raw = body;
    }

    /** Return whether the part that holds a place was given at all: else nothing is known of it. */
    given(place) {
      if (place.startsWith("header:") || place === "cookie") return this.fields !== null;
      if (place === "status") return true;
      return place === "reason" ? this.reason !== null : this.body !== null;
    }

    /** Return the text at a place as it was sent. */
    original(place) {
      if (!this.#originals.has(place)) this.#originals.set(place, this.#read(place));
      return this.#originals.get(place);
    }

    /** Return the text at a place in lower case. */
    lower(place) {
      if (!this.#lowers.has(place)) {
        const text = this.original(place);
        this.#lowers.set(place, text === null ? null : lower(text));
      }
      return this.#lowers.get(place);
    }

    #read(place) {
      const colon = place.indexOf(":");
      if (colon >= 0) {
        const name = place.slice(colon + 1);
        return place.startsWith("header") ? (this.fields?.get(name) ?? null) : this.#jsonAt(name);
      }
      if (place === "status" || place === "reason" || place === "body") return this[place];
      if (place === "cookie") return this.#cookies();
      if (this.body === null) return null;
      return (place === "title" ? titleOf : footerOf)(this.lower("body"), this.body);
    }

    #cookies() {
      const lines = this.fields?.get("set-cookie");
      return lines === undefined ? null : lines.split("\n").map((line) => line.split("=")[0].trim()).join("\n");
    }

    #jsonAt(path) {
      this.#json ??= { value: parsed(this.#raw) };
      return jsonText(path.split(".").reduce(step, this.#json.value));
    }
  }

  return { Places };
})();
