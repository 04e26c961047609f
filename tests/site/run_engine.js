"use strict";

// Answers each line of standard input, `[task, case]` in JSON, with a line: `node run_engine.js SCRIPT...`.
// The scripts are those of the front page, in its order.

const fs = require("node:fs");
const readline = require("node:readline");
const vm = require("node:vm");

for (const script of process.argv.slice(2)) vm.runInThisContext(fs.readFileSync(script, "utf-8"), { filename: script });

const TASKS = `({
  explain: (response) => {
    const found = explanations.explain(response);
    return {
      emitted_by: found.emittedBy?.id ?? null,
      via: found.via.map((vendor) => vendor.id),
      emitter: found.emitter,
      confidence: found.confidence,
      evidence: found.evidence,
      subcode: found.subcode,
      id: found.record.id,
      parent: found.parent?.id ?? null,
      also: found.subcodes.slice(1).map((record) => record.id),
    };
  },
  subcodes: ([vendor, subcode, status]) =>
    registry.subcodeRecords(registry.vendors.get(vendor), subcode, status).map((record) => record.id),
  retry: ({ advice, fields, status, reached_origin, now }) =>
    retry.decide(advice, new Map(Object.entries(fields)), status, reached_origin, now),
  search: (text) => search.find(text, 10).map((record) => record.id),
  pasted: (text) =>
    pasted.responsesIn(text).map(({ line, headers, body }) => [line, headers, body]),
  part: (text) => {
    const found = explanations.explainPart(text);
    return found && [found.emittedBy?.id ?? null, found.via.map((vendor) => vendor.id), found.record?.id ?? null];
  },
})`;

const tasks = vm.runInThisContext(TASKS);
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const [task, given] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(tasks[task](given))}\n`);
});
