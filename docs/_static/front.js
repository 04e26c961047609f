"use strict";

// The front page: reads the box at every keystroke, and shows who sent a response, or which records answer.

const front = (() => {
  const MOST_RESULTS = 12;
  const MOST_ROWS = 12;
  const PAUSE = 300;
  const SURENESS = {
    certain: "certain: its own words, or a field that only it sets",
    likely: "likely: several of its marks together",
    possible: "possible: the shape alone",
  };
  const EMITTERS = {
    origin: "as the origin server",
    application: "as the application",
    proxy: "as a proxy in between",
    edge: "at the edge, before the origin",
    client: "inside the client: no server sent it",
  };
  const SECTIONS = [
    ["causes", "Causes"],
    ["client_steps", "What the client does"],
    ["operator_steps", "What the operator does"],
  ];

  const box = document.getElementById("front-box");
  const answer = document.getElementById("front-answer");
  const results = document.getElementById("front-results");
  const status = document.getElementById("front-status");
  const share = document.getElementById("front-share");

  // A folder opened from disk is listed, not served by its index page.
  const pageAt = (address) => `${address}/${window.location.protocol === "file:" ? "index.html" : ""}`;

  // --- building blocks -----------------------------------------------------------------------------------

  /** Make an element; texts among its children stay texts, whatever is in them. */
  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.flat().filter(Boolean));
    return made;
  };

  /** Return a text with what stands between backticks as code. */
  const coded = (text) =>
    text.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));

  const list = (items) => element("ul", {}, items.map((item) => element("li", {}, coded(item))));

  const vendorLink = (vendor) => element("a", { href: pageAt(vendor.id) }, vendor.name);

  // A word that no vendor uses would not be recognised.
  const labelOf = ({ code, subcode, coined }) => String((coined ? code : (subcode ?? code)) ?? "");

  // --- an explained response -----------------------------------------------------------------------------

  const titleOf = ({ record, status: number }) => {
    const label = record.subcode === null || record.coined ? "" : ` ${record.subcode}`;
    const owner = record.vendor.id === "iana" ? "" : ` (${record.vendor.name}${label})`;
    return `${number ?? record.code ?? ""} ${record.name}${owner}`.trim();
  };

  const heading = (found) => {
    if (found.record === null) return element("h2", {}, "Who sent this");
    const { address } = found.record;
    const title = titleOf(found);
    return element("h2", {}, address === undefined ? title : element("a", { href: pageAt(address) }, title));
  };

  const senderOf = ({ emittedBy, emitter }) => {
    if (emittedBy === null) return ["nobody signed it, so most likely the application itself"];
    return [vendorLink(emittedBy), EMITTERS[emitter] ? `, ${EMITTERS[emitter]}` : ""];
  };

  const listed = (vendor, at) => [at ? ", " : "", vendorLink(vendor)];

  const facts = (found) => {
    const rows = [
      ["Sent by", senderOf(found)],
      ["How sure", found.emittedBy && SURENESS[found.confidence]],
      ["Evidence", found.evidence.length ? list(found.evidence) : null],
      ["Passed through", found.via.length ? found.via.flatMap(listed) : null],
      ["Sub-code", subcodeOf(found)],
    ];
    return element(
      "dl",
      {},
      rows
        .filter(([, content]) => content !== null)
        .flatMap(([term, content]) => [element("dt", {}, term), element("dd", {}, content)]),
    );
  };

  const subcodeOf = ({ subcode, subcodes }) => {
    if (subcode === null) return null;
    const names = subcodes.map((record) => record.name).join("; ");
    return [element("code", {}, subcode), `: ${names || "not known here"}`];
  };

  const retryText = ({ should, after, reason }) => {
    // A reason that sets a condition is the answer.
    if (reason.startsWith("only")) return `${reason[0].toUpperCase()}${reason.slice(1)}.`;
    const wait = after === null ? "" : ` after ${Math.ceil(after)} seconds`;
    return `${should ? "Yes" : "No"}${should ? wait : ""}: ${reason}.`;
  };

  /** Return what a record says; what a sub-code leaves empty, its status says. */
  const textsOf = async ({ record, parent }) => {
    const own = await texts.of(record);
    const wider = parent === null ? own : await texts.of(parent);
    const general = new Set(SECTIONS.map(([name]) => name).filter((name) => parent !== null && !own[name].length));
    const filled = ([name]) => [name, own[name].length ? own[name] : wider[name]];
    return { ...own, ...Object.fromEntries([["meaning"], ...SECTIONS].map(filled)), general };
  };

  const advice = (found, said) => [
    element("p", {}, coded(said.meaning)),
    ...SECTIONS.filter(([name]) => said[name].length).flatMap(([name, title]) => [
      element("h3", {}, said.general.has(name) ? `${title} (${found.parent.id} in general)` : title),
      list(said[name]),
    ]),
    element("h3", {}, "Retry"),
    element("p", {}, retryText(retry.decide(said.retry_advice, found.fields, found.status, found.reachedOrigin))),
  ];

  const card = (found, before) => {
    const earlier = before.map((one) => one.line);
    const summary = found.record === null ? null : element("p", { class: "front-summary" }, coded(found.record.summary));
    const more = element("div", { class: "front-more" });
    if (found.record !== null) fill(more, found);
    return element(
      "article",
      {},
      heading(found),
      summary,
      earlier.length ? element("p", {}, `Before it came: ${earlier.join("; ")}.`) : null,
      facts(found),
      more,
    );
  };

  const fill = async (more, found) => {
    more.append(...advice(found, await textsOf(found)));
  };

  // --- records that answer to words ----------------------------------------------------------------------

  const result = (address, label, name, owner, summary) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: pageAt(address) },
        label && element("span", { class: "front-label" }, label),
        element("span", { class: "front-name" }, name),
        element("span", { class: "front-owner" }, owner),
        element("span", { class: "front-summary" }, coded(summary)),
      ),
    );

  const recordResult = (record) =>
    result(
      record.address,
      labelOf(record),
      record.name,
      record.vendor.id === "iana" ? "registered" : record.vendor.name,
      record.summary,
    );

  const vendorResult = (vendor) => result(vendor.id, "", vendor.name, "vendor", `All codes of ${vendor.name}.`);

  const numberResult = (number, owners) =>
    result(String(number), String(number), `${owners.length} meanings`, "several owners", "How to tell them apart.");

  const vendorsNamed = (text) => {
    const wanted = text.toLowerCase();
    return [...registry.vendors.values()].filter(({ id, name }) => [id, name.toLowerCase()].includes(wanted));
  };

  const numberNamed = (text) => {
    const number = /^[1-9]\d\d$/.test(text) ? Number(text) : 0;
    const owners = registry.ownersOf(number);
    // A registered number's own page tells its owners apart.
    return owners.length > 1 && owners[0].vendor.id !== "iana" ? [numberResult(number, owners)] : [];
  };

  const resultsFor = (text) => [
    ...vendorsNamed(text).map(vendorResult),
    ...numberNamed(text),
    ...search.find(text, MOST_RESULTS).map(recordResult),
  ];

  // --- the answer ----------------------------------------------------------------------------------------

  const isFinal = (response) => response.status >= 200;

  const explained = (text) => {
    const responses = pasted.responsesIn(text);
    if (responses.length) {
      const last = responses.filter(isFinal).at(-1) ?? responses.at(-1);
      const found = explanations.explain(last);
      return { found, card: card(found, responses.slice(0, responses.indexOf(last))) };
    }
    const number = /^(?:0|000|[1-9]\d\d)$/.test(text) ? Number(text) : null;
    const isFree = number !== null && registry.ownersOf(number).length === 0;
    if (isFree) return { found: null, card: unassignedCard(number) };
    const found = explanations.explainPart(text);
    return { found, card: found && card(found, []) };
  };

  const unassignedCard = (number) => {
    const record = registry.unassigned(number);
    const found = { record, parent: null, status: number, fields: new Map(), reachedOrigin: null };
    const more = element("div", { class: "front-more" });
    fill(more, found);
    return element("article", {}, heading(found), element("p", { class: "front-summary" }, record.summary), more);
  };

  const spoken = (found, count) => {
    const sender = found?.emittedBy ? `Sent by ${found.emittedBy.name}, ${found.confidence}.` : "Nobody signed this.";
    const counted = count === 0 ? "" : `${count} ${count === 1 ? "result" : "results"}.`;
    return [found && sender, counted].filter(Boolean).join(" ");
  };

  const show = () => {
    const text = box.value.trim();
    const { found, card: shown } = text ? explained(text) : { found: null, card: null };
    const isDump = shown !== null && text.includes("\n");
    const items = text && !isDump ? resultsFor(text) : [];
    answer.replaceChildren(...(shown === null ? [] : [shown]));
    results.replaceChildren(...items);
    const nothing = text && !shown && items.length === 0;
    status.textContent = nothing ? "Nothing answers to that." : spoken(found, items.length);
    box.rows = Math.min(MOST_ROWS, box.value.split("\n").length);
    share.hidden = !text;
    share.href = linkTo(text);
    rememberSoon();
  };

  // --- the share link ------------------------------------------------------------------------------------

  // What stands in the fragment is sent to no server.
  const linkTo = (text) => `#q=${encodeURIComponent(text)}`;

  const remember = () => {
    const text = box.value.trim();
    window.history.replaceState(null, "", text ? linkTo(text) : window.location.pathname);
  };

  // Browsers take longer to change the address than to answer, and refuse to do it at every keystroke.
  let pending = 0;
  const rememberSoon = () => {
    window.clearTimeout(pending);
    pending = window.setTimeout(remember, PAUSE);
  };

  const shared = () => {
    const fragment = new URLSearchParams(window.location.hash.slice(1).replaceAll("+", "%2B"));
    return fragment.get("q") ?? new URLSearchParams(window.location.search).get("q");
  };

  const restore = () => {
    const text = shared();
    if (text === null) return;
    box.value = text;
    show();
  };

  // --- the keyboard --------------------------------------------------------------------------------------

  const links = () => [...document.querySelectorAll("#front-answer h2 a, #front-results a")];

  /** Move the focus by some places through the box and the results. */
  const move = (by) => {
    const stops = [box, ...links()];
    const at = stops.indexOf(document.activeElement) + by;
    stops[Math.max(0, Math.min(stops.length - 1, at))].focus();
  };

  const clear = () => {
    box.value = "";
    show();
    box.focus();
  };

  const isInBox = () => document.activeElement === box;

  const KEYS = {
    // Within a pasted response the arrows move the cursor.
    ArrowDown: () => (isInBox() && box.value.includes("\n") ? false : move(1)),
    ArrowUp: () => (isInBox() ? false : move(-1)),
    Escape: clear,
    Enter: () => (isInBox() && links().length ? links()[0].click() : false),
  };

  const pressed = (event) => {
    const action = event.shiftKey || event.isComposing ? undefined : KEYS[event.key];
    if (action !== undefined && action() !== false) event.preventDefault();
  };

  const pressedAnywhere = (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea, [contenteditable]")) return;
    event.preventDefault();
    box.focus();
  };

  const begin = () => {
    const page = document.getElementById("front");
    page.hidden = false;
    search.prepare();
    box.addEventListener("input", show);
    page.addEventListener("keydown", pressed);
    // Who comes back finds the answer again.
    page.addEventListener("click", remember, { capture: true });
    document.addEventListener("keydown", pressedAnywhere);
    window.addEventListener("hashchange", restore);
    restore();
    box.focus();
  };

  return { begin };
})();

front.begin();
