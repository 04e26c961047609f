"use strict";

// The records, and the look-ups that explaining a response takes.

const registry = (() => {
  const MOST_PARTS = 8;
  const RECORD_FIELDS = ["id", "code", "subcode", "name", "summary", "address", "likelihood", "aliases", "coined"];
  const VENDOR_FIELDS = ["name", "company", "kind", "forms"];

  const named = (fields, values) => Object.fromEntries(fields.map((field, at) => [field, values[at]]));

  const vendors = new Map(
    Object.entries(searchData.vendors).map(([id, values]) => [id, { id, ...named(VENDOR_FIELDS, values) }]),
  );

  const vendorOf = (id) => vendors.get(id.includes(":") ? id.slice(0, id.indexOf(":")) : "iana");

  const records = searchData.records.map((values) => {
    const record = named(RECORD_FIELDS, values);
    // Most pages stand where the id says.
    return { ...record, address: record.address ?? record.id.replace(":", "/"), vendor: vendorOf(record.id) };
  });

  const byId = new Map(records.map((record) => [record.id, record]));
  const ownersByNumber = new Map();
  for (const record of records.filter((one) => one.subcode === null)) {
    ownersByNumber.set(record.code, [...(ownersByNumber.get(record.code) ?? []), record]);
  }

  /** Return the status records of a number: the registered one first, then the likeliest. */
  const ownersOf = (number) => ownersByNumber.get(number) ?? [];

  /** Return the record of a number that nobody defined; 0 stands for no response at all. */
  const unassigned = (number) => {
    const words = JSON.stringify(searchData.unassigned[Math.floor(number / 100)]).replaceAll("{number}", number);
    return { id: String(number), code: number, subcode: null, vendor: vendors.get("iana"), ...JSON.parse(words) };
  };

  // --- sub-codes -----------------------------------------------------------------------------------------

  const asId = (subcode) => subcode.replace(/[^A-Za-z0-9_./-]/g, "-");

  const subcodeRecord = (vendor, subcode, status) => {
    const names = [`${vendor.id}:${asId(subcode)}`, `${vendor.id}:${status}/${asId(subcode)}`];
    return names.map((name) => byId.get(name)).find((record) => record !== undefined) ?? null;
  };

  /** Return `sH--`, `--V-` and `---N`, then `s---`, `-H--` and so on, of `sHVN`. */
  const byPosition = (text) => {
    const ends = [...text].map((letter, at) => (letter === "-" ? 0 : at + 1)).filter(Boolean);
    return ends.reverse().map((first) => {
      const alone = ends.filter((end) => end > first).reverse().map((end) => "-".repeat(end - 1) + text[end - 1]);
      return [text.slice(0, first), ...alone].map((part) => part.padEnd(text.length, "-"));
    });
  };

  /** Return the ways to take a combined value apart, the one with the longest first part first. */
  const readingsOf = (text, forms) =>
    forms.flatMap((form) => {
      if (form.includes(",") && text.includes(",")) {
        const parts = text.split(",").slice(0, MOST_PARTS);
        return [parts.map((part) => part.trim())];
      }
      return form.includes("-") && text.length > 1 && text.length <= form.length
        ? byPosition(text.padEnd(form.length, "-"))
        : [];
    });

  /** Return the records of a sub-code that a response bears; several where the value combines several. */
  const subcodeRecords = (vendor, subcode, status) => {
    for (const parts of [[subcode], ...readingsOf(subcode, vendor.forms)]) {
      const [first, ...others] = parts.map((part) => subcodeRecord(vendor, part, status));
      // The first part carries the cause; an unknown one beside it takes nothing from it.
      if (first !== null) return [first, ...others.filter((record) => record !== null)];
    }
    return [];
  };

  return { vendors, records, ownersOf, unassigned, subcodeRecords };
})();
