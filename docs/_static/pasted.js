"use strict";

// From what somebody pasted to the responses in it: what `curl -i` and `curl -v` print, one or several.

const pasted = (() => {
  const LONGEST_TEXT = 262144;

  // A status line counts where a field line, an empty line, the next status line or the end follows it. It
  // need not stand at the start of a line: few bodies end with a line break.
  const STATUS_LINE = /(HTTP\/[0-9](?:\.[0-9])? ([1-9][0-9]{2})(?: ([^\r\n]*))?)(?:\r?\n(?=[^\s:]+:|\r?\n|HTTP\/|$)|$)/;
  const FIELD_LINES = /((?:[^\s:]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|$))*)(?:\r?\n)?/;
  const HEAD = new RegExp(STATUS_LINE.source + FIELD_LINES.source, "g");
  // What is set a few columns in, as in a listing or a ticket, shows it before the first status line or behind it.
  const INDENT = /^([ \t]*)(?:< )?HTTP\/[0-9](?:\.[0-9])? [1-9][0-9]{2}\b[^\r\n]*(?:\r?\n([ \t]*))?/m;
  const FOLD = /\r?\n[ \t]+/g;
  const FIELD = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):(.*)$/;

  // What `curl -v` prints around a response: its own remarks, the request, counts of bytes, the progress meter.
  const VERBOSE = /^< HTTP\//m;
  const METER = /\r[ 0-9]{3} [^\r\n*<>{}]*\n?|^ {1,2}% Total.*\n.*Dload.*\n/gm;
  const REMARK = /^(?:[*>}{] .*|>\r?)(?:\n|(?![^]))/gm;
  const RECEIVED = /^< ?(?=HTTP\/|[^\s:<>]+:|\r?$)/gm;
  const RECEIVED_LINE = /^<(?: .*|\r?)(?:\n|(?![^]))/gm;

  /** Return what is set a few columns in, with or without its first line, as it was before. */
  const withoutIndent = (text) => {
    const [, before, behind] = INDENT.exec(text) ?? [];
    const indent = before || behind;
    return indent ? text.replace(new RegExp(`^${indent}`, "gm"), "") : text;
  };

  /** Return what `curl -v` printed as `curl -i` would have; anything else as it is. */
  const withoutRemarks = (text) => {
    if (!VERBOSE.test(text)) return text;
    const plain = text.replace(METER, "").replace(REMARK, "");
    // With -i beside -v, each head stands there twice.
    return plain.replace(/^HTTP\//m.test(plain) ? RECEIVED_LINE : RECEIVED, "");
  };

  const trimmed = (text) => text.trim();

  /** Return [lower-case name, value] of each field line; folded ones are joined by a space. */
  const fieldsOf = (lines) =>
    lines.replace(FOLD, " ").split("\n").filter(trimmed).map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    });

  const isEmpty = ([name, value]) => name === "content-length" && value === "0";

  const responseOf = ([, line, status, reason, fields], body) => {
    const headers = fieldsOf(fields);
    // That `curl -I` shows no body is no mark; an empty one is.
    const hasBody = trimmed(body) || headers.some(isEmpty);
    return { line, status: Number(status), reason: reason?.trim() || null, headers, body: hasBody ? body : null };
  };

  /** Return each response of a text as {line, status, reason, headers, body}, in order. */
  const responsesIn = (text) => {
    const plain = withoutRemarks(withoutIndent(text.slice(0, LONGEST_TEXT)));
    // Content-Length ends no body here: a text box has turned each CRLF into one character.
    const heads = [...plain.matchAll(HEAD)];
    return heads.map((head, at) => responseOf(head, plain.slice(head.index + head[0].length, heads[at + 1]?.index)));
  };

  /** Return the fields of a text that is nothing but field lines; none otherwise. */
  const fieldsIn = (text) => {
    const lines = withoutRemarks(text).split("\n").map(trimmed).filter(Boolean);
    return lines.every((line) => FIELD.test(line)) ? fieldsOf(lines.join("\n")) : [];
  };

  return { responsesIn, fieldsIn };
})();
