"use strict";

// What records say beyond their names: one script for each vendor, loaded when a response needs it.

const texts = (() => {
  const folder = new URL("texts/", document.currentScript.src);
  const arrived = new Map();
  const asked = new Map();

  /** Take the texts of a vendor's records; its script calls this. */
  const hold = (vendor, byId) => arrived.get(vendor)(byId);

  const load = (vendor) =>
    new Promise((resolve, reject) => {
      arrived.set(vendor, resolve);
      const script = document.createElement("script");
      script.src = new URL(`${vendor}.js`, folder);
      script.addEventListener("error", () => reject(new Error(`no texts of ${vendor}`)));
      document.head.append(script);
    });

  /** Return the texts of a record; those of an unassigned number come with it. */
  const of = async (record) => {
    if (record.meaning !== undefined) return record;
    const vendor = record.vendor.id;
    if (!asked.has(vendor)) asked.set(vendor, load(vendor));
    return (await asked.get(vendor))[record.id];
  };

  return { hold, of };
})();
