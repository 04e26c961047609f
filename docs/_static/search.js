"use strict";

// Full-text search over the records: words, former names, digits, beginnings of words, and misspelt words.

const search = (() => {
  const LONGEST_QUERY = 1000;
  // A longer text was pasted: its unknown words are names, not typos.
  const MOST_TYPED = 8;
  // A word in a name says more of a record than one in its summary.
  const WEIGHTS = { label: 24, status: 12, name: 6, vendor: 12, part: 4, summary: 2.5 };
  const WHOLE_NAME = 3;
  const BEGINNING = 0.6;
  const TYPO = 0.6;
  const STOP_WORDS = new Set(
    "a an and are as at be but by for from has http i if in is it my of on or that the to was with".split(" "),
  );

  const unique = (values) => [...new Set(values)];

  const partsOf = (word) => word.split(/[._]|(?<=[a-z0-9])(?=[A-Z])/).filter(Boolean);

  /** Return the words of a text: runs of letters and digits, and of those with dots between, whole and in parts. */
  const wordsOf = (text) => {
    const runs = text.replaceAll("'", "").match(/[\p{L}\p{N}._]+/gu) ?? [];
    const wholes = runs.map((run) => run.replace(/^[._]+|[._]+$/g, "")).filter(Boolean);
    // The parts of an address or a version name nothing.
    const words = wholes.flatMap((whole) => (/^\d+\.\d+\.[\d.]+$/.test(whole) ? [whole] : [whole, ...partsOf(whole)]));
    return unique(words.map((word) => word.toLowerCase()));
  };

  const phraseOf = (text) => wordsOf(text).join(" ");

  const weightsOf = ({ id, code, subcode, name, summary, aliases = [], vendor }) => {
    const label = String(subcode ?? code);
    const fields = {
      // A number or a sub-code as a whole says all; the words in one say no more than those of a name.
      label: /[^-]-[^-]/.test(label) ? [] : wordsOf(label).slice(0, 1),
      // The status on which a sub-code rides is its owner's record first.
      status: subcode === null ? [] : wordsOf(String(code ?? "")),
      name: wordsOf([name, ...aliases].join(" ")),
      vendor: wordsOf(`${vendor.id} ${vendor.name} ${vendor.company}`),
      part: wordsOf(id),
      summary: wordsOf(summary),
    };
    const weights = new Map();
    for (const [field, words] of Object.entries(fields)) {
      for (const word of words) weights.set(word, Math.max(weights.get(word) ?? 0, WEIGHTS[field]));
    }
    return weights;
  };

  /** Return how many letters have to change, go, come or trade places with the next; at most `limit` plus one. */
  const distance = (one, other, limit) => {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        const traded = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (traded) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  class Index {
    #records;
    #names;
    #postings = new Map();
    #vocabulary;
    #nearest = new Map();

    constructor(records) {
      this.#records = records;
      this.#names = records.map(({ name, aliases = [] }) => [name, ...aliases].map(phraseOf));
      records.forEach((record, place) => this.#add(weightsOf(record), place));
      this.#vocabulary = [...this.#postings.keys()];
    }

    #add(weights, place) {
      for (const [word, weight] of weights) {
        if (!this.#postings.has(word)) this.#postings.set(word, new Map());
        this.#postings.get(word).set(place, weight);
      }
    }

    /** Return the records that answer best to a text, the best first. */
    ranked(text) {
      const all = wordsOf(text);
      const telling = all.filter((word) => !STOP_WORDS.has(word));
      const words = telling.length ? telling : all;
      const found = new Map();
      for (const word of words) {
        this.#scores(word, word === all.at(-1), words.length <= MOST_TYPED).forEach((score, place) => {
          const { sum, count } = found.get(place) ?? { sum: 0, count: 0 };
          found.set(place, { sum: sum + score, count: count + 1 });
        });
      }
      const phrase = phraseOf(text);
      const total = ([place, { sum, count }]) => {
        const wholeName = this.#names[place].includes(phrase) ? WHOLE_NAME : 1;
        return sum * count * this.#records[place].likelihood * wholeName;
      };
      const scored = [...found].map((one) => ({ place: one[0], score: total(one) }));
      scored.sort((one, other) => other.score - one.score || one.place - other.place);
      return scored.map(({ place }) => this.#records[place]);
    }

    /** Return the score that one word gives each record; the last one may be unfinished while somebody types. */
    #scores(word, unfinished, typed) {
      const beginnings = unfinished && word.length > 1 ? this.#beginningWith(word) : [];
      const known = this.#postings.has(word) || beginnings.length > 0;
      const weighed = known
        ? [[word, 1], ...beginnings.map((longer) => [longer, BEGINNING])]
        : this.#nearestTo(typed ? word : "").map((near) => [near, TYPO]);
      const scores = new Map();
      for (const [one, factor] of weighed) {
        for (const [place, weight] of this.#postings.get(one) ?? []) {
          scores.set(place, Math.max(scores.get(place) ?? 0, weight * factor));
        }
      }
      const rarity = Math.log(1 + this.#records.length / (1 + scores.size));
      scores.forEach((score, place) => scores.set(place, score * rarity));
      return scores;
    }

    #beginningWith(word) {
      return this.#vocabulary.filter((one) => one.startsWith(word) && one !== word);
    }

    /** Return the known words that a misspelt one is nearest to. */
    #nearestTo(word) {
      if (!this.#nearest.has(word)) this.#nearest.set(word, this.#compared(word));
      return this.#nearest.get(word);
    }

    #compared(word) {
      if (word.length < 4 || /\d/.test(word)) return [];
      const limit = word.length < 6 ? 1 : 2;
      const distances = this.#vocabulary.map((one) => [one, distance(word, one, limit)]);
      const least = Math.min(...distances.map(([, far]) => far));
      return least > limit ? [] : distances.filter(([, far]) => far === least).map(([one]) => one);
    }
  }

  let index = null;

  /** Build the index; a first search does so where nobody did. */
  const prepare = () => {
    index ??= new Index(registry.records);
  };

  /** Return at most `limit` records that answer to a text, the best first. */
  const find = (text, limit) => {
    prepare();
    return index.ranked(text.slice(0, LONGEST_QUERY)).slice(0, limit);
  };

  return { prepare, find };
})();
