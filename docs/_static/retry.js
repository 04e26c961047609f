"use strict";

// Whether to send a request again, and when: the record's advice, and what the response asks for.

const retry = (() => {
  const LONGEST_WAIT = 86400;
  const LONGEST_VALUE = 64;
  // Above this many seconds a reset is a point in time, not a span: 1 January 2001 as seconds since 1970.
  // A thousand times as many are milliseconds.
  const EPOCH_LIKE = 978307200;
  const HTTP_DATE = /^[A-Z][a-z]{2,8},? [\w :-]+(?: GMT)?$/;
  const REFUSALS = [403, 429];
  const UNITS = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400 };

  const REASONS = {
    never: "it succeeded, or the same request gets the same answer",
    "after-change": "only once its cause has been mended",
    "if-idempotent": "only if the method is idempotent: it may have been acted upon",
    "any-method": "the request was not acted upon",
  };

  const numberOf = (text) => (/^-?(?:\d+\.?\d*|\.\d+)$/.test(text ?? "") ? Number(text) : null);

  const secondsUntil = (text, now) => {
    const moment = HTTP_DATE.test(text) ? Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) : NaN;
    return Number.isNaN(moment) ? null : Math.max(0, (moment - now) / 1000);
  };

  const milliseconds = (text) => (numberOf(text) === null ? null : numberOf(text) / 1000);

  const retryAfter = (text, now) => numberOf(text) ?? secondsUntil(text, now);

  /** Return the seconds to a reset, which is a span or, as GitHub's, seconds since 1970, or milliseconds. */
  const reset = (text, now) => {
    const number = numberOf(text);
    if (number === null || number < EPOCH_LIKE) return number;
    return Math.max(0, (number < EPOCH_LIKE * 1000 ? number : number / 1000) - now / 1000);
  };

  /**
   * Return the seconds that the IETF drafts' field asks to wait where nothing remains: `t` of
   * `"default";r=0;t=30`, before that `reset` of `limit=10, remaining=0, reset=30`.
   */
  const structured = (text) => {
    const item = text.startsWith('"') ? text.split(",")[0] : text.replaceAll(",", ";");
    const parameters = Object.fromEntries(item.split(";").map((part) => part.trim().split("=")));
    const remaining = parameters.r ?? parameters.remaining;
    return remaining === "0" ? numberOf(parameters.t ?? parameters.reset) : null;
  };

  /** Return the seconds of `6m0s`, `1s` or `250ms`, as OpenAI writes them. */
  const duration = (text) => {
    if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(text)) return null;
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)];
    return parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit], 0);
  };

  const READERS = {
    "retry-after-ms": milliseconds,
    "retry-after": retryAfter,
    ratelimit: structured,
    "ratelimit-reset": reset,
    "x-ratelimit-reset": reset,
    "x-ratelimit-reset-after": reset,
    "x-ratelimit-reset-requests": duration,
    "x-ratelimit-reset-tokens": duration,
  };

  // The other lines of a field that came in several contradict the first, or repeat it.
  const firstLine = (fields, name) => (fields.get(name) ?? "").split("\n")[0].trim();

  // The resets of limits to what is left of each: GitHub and OpenAI send both with every response.
  const REMAINING = {
    "ratelimit-reset": "ratelimit-remaining",
    "x-ratelimit-reset": "x-ratelimit-remaining",
    "x-ratelimit-reset-after": "x-ratelimit-remaining",
    "x-ratelimit-reset-requests": "x-ratelimit-remaining-requests",
    "x-ratelimit-reset-tokens": "x-ratelimit-remaining-tokens",
  };

  const isUsedUp = (fields) => Object.values(REMAINING).some((name) => firstLine(fields, name) === "0");

  const isLeft = (fields, reset) => numberOf(firstLine(fields, REMAINING[reset])) > 0;

  const askedWait = (fields, now) => {
    for (const [name, read] of Object.entries(READERS)) {
      const text = firstLine(fields, name);
      const isAsked = text && text.length <= LONGEST_VALUE && !isLeft(fields, name);
      const seconds = isAsked ? read(text, now) : null;
      if (seconds !== null && seconds > 0) {
        const cut = seconds > LONGEST_WAIT ? ", cut to a day" : "";
        return { after: Math.min(seconds, LONGEST_WAIT), said: `${name} asks to wait${cut}` };
      }
    }
    return null;
  };

  const plainly = (advice, reachedOrigin) => {
    if (reachedOrigin === false && advice === "if-idempotent") {
      return { should: true, after: null, reason: "the request was stopped before it reached the origin" };
    }
    return { should: advice === "any-method", after: null, reason: REASONS[advice] };
  };

  /** Join a record's advice with what one response says; `fields` by lower-case name, the method is not known. */
  const decide = (advice, fields, status, reachedOrigin, now = Date.now()) => {
    const plain = plainly(advice, reachedOrigin);
    const wait = advice === "never" ? null : askedWait(fields, now);
    if (wait === null) return plain;
    if (advice === "after-change" && REFUSALS.includes(status) && isUsedUp(fields)) {
      return { should: true, after: wait.after, reason: `the rate limit is used up; ${wait.said}` };
    }
    return { should: plain.should, after: wait.after, reason: `${plain.reason}; ${wait.said}` };
  };

  return { decide };
})();
