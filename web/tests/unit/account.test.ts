import assert from "node:assert/strict";
import test from "node:test";
import { deviceOf } from "../../src/account/device";
import { targetOf } from "../../src/account/target";
import { plainCode } from "../../src/account/codefield";
import { readQRCode } from "../../src/account/qrcode";
import { ACCOUNT_TEXTS } from "../../src/account/texts";
import { listOf } from "../../src/account/useresource";
import { decodeBase64URL, encodeBase64URL, readCreationOptions, readRequestOptions } from "../../src/account/webauthn";
import { readAway, readVisit } from "../../src/account/provider";
import { mayManage, personPatch, usualPermissions } from "../../src/account/rights";
import type { Person } from "../../src/account/wire";
import { ACTIONS, readAuditEntry, readEnrolment, readFactors, readHomeCertificate, readHousehold, readMe, readPasskey, readPermissions, readPerson, readRecoveryCodes, readSignedIn } from "../../src/account/wire";

test("account: devices by the name people give them", () => {
  const mozilla = (system: string, rest: string) => `Mozilla/5.0 (${system}) ${rest}`;
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const cases: [string, string, string, boolean][] = [
    [mozilla("X11; Linux x86_64; rv:128.0", "Gecko/20100101 Firefox/128.0"), "Firefox", "Linux", false],
    [mozilla("Android 14; Mobile; rv:128.0", "Gecko/128.0 Firefox/128.0"), "Firefox", "Android", true],
    [mozilla("Linux; Android 14; Pixel 8", `${webkit} Chrome/126.0.0.0 Mobile Safari/537.36`), "Chrome", "Android", true],
    [mozilla("Linux; Android 14; SM-S911B", `${webkit} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`), "Samsung Internet", "Android", true],
    [mozilla("Windows NT 10.0; Win64; x64", `${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`), "Edge", "Windows", false],
    [mozilla("Macintosh; Intel Mac OS X 10_15_7", "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15"), "Safari", "Mac", false],
    [mozilla("iPhone; CPU iPhone OS 17_5 like Mac OS X", "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"), "Safari", "iPhone", true],
    [mozilla("iPhone; CPU iPhone OS 17_5 like Mac OS X", "AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.0.0 Mobile/15E148 Safari/604.1"), "Chrome", "iPhone", true],
    ["curl/8.5.0", "curl", "", false],
    ["jarvis/1.0 (Linux)", "jarvis", "Linux", false],
    ["Mozilla/5.0", "", "", false],
    ["", "", "", false],
    ["<script>alert(1)</script>", "<script>alert", "", false],
  ];
  for (const [agent, program, system, isHandheld] of cases) assert.deepEqual(deviceOf(agent), { program, system, isHandheld }, agent);
  assert.equal(deviceOf("x".repeat(5000)).program, "x".repeat(40));
});

test("account: what has the wrong type does not pass", () => {
  assert.equal(readMe({ username: "a" }), null);
  assert.deepEqual(readMe({ id: "1", username: 3, role: "emperor" }), { id: "1", username: "", role: "guest", operator: false });
  assert.equal(readMe({ id: "1", operator: "yes" })?.operator, false);
  assert.deepEqual(readHousehold({ id: "h", name: 3, people: "x" }), { id: "h", name: "", people: 0, has_house: false, created_at: "", invitation: null });
  assert.equal(readHomeCertificate({ address: "http://h/ca.crt", page: "javascript:alert(1)" }), null);
  assert.deepEqual(listOf(readSignedIn)({ items: [{ id: "s", device: null, current: "yes" }, 7, { device: "x" }] }), [{ id: "s", device: "", address: "", used_at: "", ends_at: "", current: false }]);
  assert.deepEqual(listOf(readSignedIn)(null), []);
});

test("account: a QR code is drawn from its modules, and nothing else is taken from the picture", () => {
  const svg = (path: string, box = "0 0 29 29") => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h29v29h-29z"/><path fill="#000" d="${path}"/></svg>`;
  assert.deepEqual(readQRCode(svg("M4 4h7v1h-7z")), { side: 29, dark: "M4 4h7v1h-7z" });
  for (const bad of ["", svg(""), svg("M4 4\" onload=\"alert(1)"), svg("M4 4", "0 0 29 30"), `<script>${svg("M4 4")}`]) assert.equal(readQRCode(bad), null, bad);
});

test("account: codes as people write them", () => {
  assert.deepEqual(["123 456", " 123456 ", "7GMN-4VXY ", "12 34 5 6"].map(plainCode), ["123456", "123456", "7GMN-4VXY", "123456"]);
  assert.equal(readEnrolment({ secret: "<b>", svg: "" }), null);
  assert.deepEqual(readFactors({ totp: true, recovery_codes_left: "x" }), { totp: true, totp_since: "", recovery_codes_left: 0, guards_home: false });
  assert.equal(readRecoveryCodes({ recovery_codes: [3] }), null);
});

test("account: passkeys in base64url, and nothing else", () => {
  for (const bytes of [[], [0], [255, 254], [251, 255, 191], [1, 2, 3, 4]]) assert.deepEqual([...decodeBase64URL(encodeBase64URL(Uint8Array.from(bytes)))], bytes);
  assert.equal(encodeBase64URL(Uint8Array.from([251, 255, 191])), "-_-_");
  assert.equal(readRequestOptions({ challenge: "é!" }), null);
  assert.equal(readRequestOptions({ rpId: "localhost" }), null);
  assert.equal(readCreationOptions({ rp: {}, user: { id: "%" }, challenge: "AA", pubKeyCredParams: [] }), null);
  assert.deepEqual(readRequestOptions({ challenge: "AQ", rpId: "h", allowCredentials: [{ id: "Ag" }, 3] })?.allowCredentials, [{ type: "public-key", id: Uint8Array.from([2]) }]);
  assert.deepEqual(readPasskey({ id: "p", synced: 1 }), { id: "p", name: "", site: "", synced: false, created_at: "", used_at: "" });
});

test("people: who may change whom, and what a change says", () => {
  const roles = ["owner", "admin", "member", "child", "guest"] as const;
  assert.deepEqual(roles.map((role) => mayManage("owner", role)), [true, true, true, true, true]);
  assert.deepEqual(roles.map((role) => mayManage("admin", role)), [false, false, true, true, true]);
  assert.deepEqual(roles.map((role) => mayManage("member", role)), [false, false, false, false, false]);
  const child: Person = { id: "1", username: "a", role: "child", disabled: false, permissions: usualPermissions("child") };
  assert.deepEqual(personPatch(child, child), {});
  assert.deepEqual(personPatch(child, { ...child, username: " b " }), { username: "b" });
  assert.deepEqual(personPatch(child, { ...child, role: "member", permissions: usualPermissions("member") }), { role: "member" }, "a role brings its rights");
  const shy = { ...usualPermissions("member"), areas: ["salon"] };
  assert.deepEqual(personPatch(child, { ...child, role: "member", permissions: shy }), { role: "member", permissions: shy });
  assert.deepEqual(personPatch({ ...child, permissions: shy }, { ...child, permissions: { ...shy, areas: null } }), { permissions: { capabilities: shy.capabilities, risk: "dangerous" } }, "all of the house is said by saying no room");
  assert.deepEqual(readPermissions({ capabilities: ["talk", "fly"], risk: "total" }), { capabilities: ["talk"], areas: null, risk: "harmless" });
  assert.equal(readPerson({ id: "1", username: "a", role: "member" }), null);
  assert.deepEqual(readPermissions({ capabilities: [], areas: [], risk: "surprising" })?.areas, [], "no room is not all rooms");
});

test("audit: entries of an action that is not known are left out, and each action has its words", () => {
  assert.equal(readAuditEntry({ number: 1, action: "flew_away" }), null);
  assert.deepEqual(readAuditEntry({ number: 1, at: "", action: "erase", outcome: "odd", name: 3, erased: true }), { number: 1, at: "", action: "erase", outcome: "done", name: "", address: "", target: "", erased: true });
  for (const words of [ACCOUNT_TEXTS.fr, ACCOUNT_TEXTS.en]) assert.deepEqual(Object.keys(words.audit.actions).sort(), [...ACTIONS].sort());
});

test("provider: an address tells of a visit only with what this page kept", () => {
  const kept = (purpose: string) => JSON.stringify({ purpose, verifier: "v", stay: true });
  assert.deepEqual(readVisit("#oidc=abc", kept("sign-in")), { purpose: "sign-in", code: "abc", verifier: "v", stay: true });
  assert.deepEqual(readVisit("#oidc_link=abc", kept("link")), { purpose: "link", code: "abc", verifier: "v", stay: true });
  const invited = { code: "i", username: "lea" };
  assert.deepEqual(readVisit("#oidc=abc", JSON.stringify({ purpose: "join", verifier: "v", stay: false, invited })), { purpose: "join", code: "abc", verifier: "v", stay: false, invited });
  assert.equal(readVisit("#oidc=abc", JSON.stringify({ purpose: "sign-in", verifier: "v", invited }))?.invited, undefined);
  for (const [hash, mine] of [["#oidc=abc", null], ["#oidc=abc", "{"], ["#oidc=abc", "[]"], ["#oidc_link=abc", kept("sign-in")], ["#oidc=abc", kept("link")], ["#oidc_error=x", kept("sign-in")]] as const) {
    assert.equal(readVisit(hash, mine)?.code, "", `${hash} ${mine}`);
  }
  for (const hash of ["", "#/", "#oidc=", "#oidc=a b", "#oidc=<b>", "#/c/oidc=abc", `#oidc=${"a".repeat(129)}`]) assert.equal(readVisit(hash, kept("sign-in")), null, hash);
  assert.equal(readAway({ url: "javascript:alert(1)" }), null);
  assert.equal(readAway({ url: "https://id.example/authorize?x" }), "https://id.example/authorize?x");
});

test("account: French and English say the same things", () => {
  const shape = (value: unknown): unknown => (typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)])) : typeof value);
  assert.deepEqual(shape(ACCOUNT_TEXTS.fr), shape(ACCOUNT_TEXTS.en));
});

test("account: what an entry of the trail is about is said in words", () => {
  const names = new Map([["01890a5d", "zoé"]]);
  const cases = [
    ["01890a5d", "zoé"], ["guest", "Invité"], ["maison (owner)", "maison (Propriétaire)"], ["maison (de campagne)", "maison (de campagne)"], ["*", "partout"],
    ["passkey, Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "clé d’accès, Firefox sur Linux"], ["curl/8.5.0", "curl/8.5.0"], ["constructor", "constructor"], ["", ""],
  ];
  for (const [target, said] of cases) assert.equal(targetOf(target ?? "", names, ACCOUNT_TEXTS.fr), said);
});
