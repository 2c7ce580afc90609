import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { renderToStaticMarkup } from "react-dom/server";
import { guessLanguage, preferredLanguage } from "../../src/language";
import { parseBlocks, parseInline, plainText } from "../../src/markup";
import { RichText } from "../../src/richtext";

test("markup: bold, code and what only looks like them", () => {
  assert.deepEqual(parseInline("a **b** `c*` d"), [
    { kind: "text", text: "a " }, { kind: "bold", text: "b" }, { kind: "text", text: " " }, { kind: "code", text: "c*" }, { kind: "text", text: " d" },
  ]);
  assert.deepEqual(parseInline("2 ** 3 ** 4 et `seul"), [{ kind: "text", text: "2 ** 3 ** 4 et `seul" }]);
  assert.deepEqual(parseInline("**** ``"), [{ kind: "text", text: "**** ``" }]);
});

test("markup: paragraphs, lists and code blocks, also half-way through", () => {
  const blocks = parseBlocks("Un\ndeux\n\n- a\n- b\n\n3. c\n4. d\n```\nx < y");
  assert.deepEqual(blocks.map((block) => block.kind), ["paragraph", "list", "list", "code"]);
  const [paragraph, bullets, numbers, code] = blocks;
  assert.equal(paragraph?.kind === "paragraph" && paragraph.lines.length, 2);
  assert.equal(bullets?.kind === "list" && bullets.ordered, false);
  assert.equal(numbers?.kind === "list" && numbers.start, 3);
  assert.equal(code?.kind === "code" && code.text, "x < y");
});

test("markup: read aloud without its marks", () => {
  assert.equal(plainText("**Bonjour**\n- `a`\n- b"), "Bonjour\na\nb");
});

test("markup: every XSS payload stays text", () => {
  const payloads = readFileSync(process.env.XSS ?? "", "utf8").split("\n").filter(Boolean);
  assert.ok(payloads.length > 100);
  const allowed = /<\/?(div|p|br|strong|code|pre|ul|ol|li)( class="rich"| tabindex="0"| start="\d+")?\/?>/g;
  for (const payload of [...payloads, ...payloads.map((text) => `**${text}** \`${text}\`\n- ${text}`)]) {
    const rest = renderToStaticMarkup(<RichText source={payload} />).replace(allowed, "");
    assert.ok(!/[<>]/.test(rest), `not only text: ${rest}`);
  }
});

test("language: the browser's list, and a guess from the words", () => {
  assert.equal(preferredLanguage(["de-DE", "fr-CA", "en"]), "fr");
  assert.equal(preferredLanguage(["de"]), "en");
  assert.equal(guessLanguage("Il est 14 h 05 à Tokyo.", "en"), "fr");
  assert.equal(guessLanguage("It is 14:05 in Tokyo.", "fr"), "en");
  assert.equal(guessLanguage("J’ai lancé l’alarme", "en"), "fr");
  assert.equal(guessLanguage("42", "fr"), "fr");
  assert.equal(guessLanguage("42", "en"), "en");
});
