import type { Visit } from "./account/provider";
import { readRequestOptions, usePasskey } from "./account/webauthn";
import { readMe } from "./account/wire";
import { type RequestOptions, expect, readJson, send } from "./api";
import { Failure } from "./failure";
import { type Place, keep, readKept } from "./kept";
import { Store } from "./store";
import { isFields, readGrant } from "./wire";
import type { Language, TokenGrant } from "./wire";

const KEY = "jarvis.session";

/** Access tokens are renewed this long before they end, in milliseconds. */
const RENEW_BEFORE_MS = 60_000;

export type Standing = { signedIn: false; expired: boolean } | { signedIn: true; username: string };

/** The server wants a proof of who is there, and somebody waits for it. */
export interface Proof {
  /** It was given: what wanted it is asked for again. */
  given(): void;
  refused(): void;
}

interface Kept { refreshToken: string; username: string }

/** What one tab tells those that have the same token: they go on with what came of it, or with nothing, as the session is over. */
interface News { spent: string; grant: TokenGrant | null }

/** Who is signed in. The access token lives in memory only; the refresh token in the tab's storage, or the browser's with "stay signed in". */
export class Session {
  readonly standing = new Store<Standing>({ signedIn: false, expired: false });
  /** How often the open line came about: what failed while it was down may be asked for again. */
  readonly reached = new Store(0);
  /** What waits for a proof; whoever shows it asks the person. */
  readonly proof = new Store<Proof | null>(null);
  private proving: Promise<void> | null = null;
  private access = "";
  private endsAt = 0;
  private place: Place = "session";
  private renewing: Promise<string> | null = null;
  /** What was typed and not sent: it outlives a session that ends, for the same person, and nothing else. */
  draft = "";
  private drafter = "";
  private others = typeof BroadcastChannel === "function" ? new BroadcastChannel(KEY) : null;

  constructor(private visit: Visit | null = null) {
    // Signing out in one tab signs out the others that share the storage.
    window.addEventListener("storage", (event) => {
      if (event.key === KEY && event.newValue === null && this.place === "local" && this.standing.get().signedIn) this.forget(true);
    });
    this.others?.addEventListener("message", (event: MessageEvent<unknown>) => this.hear(event.data));
  }

  /** Takes up a kept session. Answers whether there is one; throws when the server cannot be asked. */
  async restore(): Promise<boolean> {
    this.place = readKept("session", KEY) ? "session" : "local";
    const kept = this.kept();
    if (!kept) return false;
    try {
      await this.renew();
      return true;
    } catch (error) {
      if (error instanceof Failure && isRefusal(error)) return false;
      throw error;
    }
  }

  /** `otp`: the code of an authenticator app or a recovery code, where the server asked for one (`otp_needed`). */
  async signIn(username: string, password: string, stay: boolean, otp?: string): Promise<void> {
    const response = await send("/auth/token", { form: { grant_type: "password", username, password, ...(otp && { otp }) } });
    this.begin(expect(readGrant(await readJson(response))), username, stay);
  }

  /** Signs in with a passkey of this page's name; it says who it is for. */
  async signInWithPasskey(stay: boolean): Promise<void> {
    const options = expect(readRequestOptions(await readJson(await send("/auth/passkeys/sign-in/options", { method: "POST" }))));
    const response = await send("/auth/passkeys/sign-in", { json: { credential: await usePasskey(options) } });
    await this.beginAs(expect(readGrant(await readJson(response))), stay);
  }

  /** Signs in with what came back from the provider. */
  async signInFromProvider({ code, verifier, stay }: Visit, otp?: string): Promise<void> {
    if (!code) throw new Failure("problem", 0, "", "", 0, "oidc_failed");
    const response = await send("/auth/oidc/token", { json: { code, verifier, ...(otp && { otp }) } });
    await this.beginAs(expect(readGrant(await readJson(response))), stay);
  }

  /** Accepts an invitation with what came back from the provider, in place of a password. */
  async joinFromProvider({ code, verifier, stay, invited }: Visit, language: Language): Promise<void> {
    if (!code || !invited) throw new Failure("problem", 0, "", "", 0, "oidc_failed");
    const response = await send("/auth/oidc/register", { json: { invitation: invited.code, username: invited.username, language, code, verifier }, language });
    this.begin(expect(readGrant(await readJson(response))), invited.username, stay);
  }

  /** What the page came back with from a provider, for whoever takes it first. */
  takeVisit(): Visit | null {
    const { visit } = this;
    this.visit = null;
    return visit;
  }

  private async beginAs(grant: TokenGrant, stay: boolean): Promise<void> {
    const me = expect(readMe(await readJson(await send("/auth/me", { token: grant.access_token }))));
    this.begin(grant, me.username, stay);
  }

  private begin(grant: TokenGrant, username: string, stay: boolean): void {
    keep(stay ? "session" : "local", KEY, null);
    this.place = stay ? "local" : "session";
    this.take(grant, username);
  }

  async signOut(): Promise<void> {
    const token = this.access;
    this.leave();
    try {
      await send("/auth/logout", { method: "POST", token });
    } catch {
      // The token ends by itself; signing out here must work offline too.
    }
  }

  /** Ends the sessions of all devices, this one too. */
  async signOutEverywhere(): Promise<void> {
    await this.send("/auth/sessions", { method: "DELETE" });
    this.leave();
  }

  /** Erases whoever is signed in, for good. */
  async erase(password: string, otp?: string): Promise<void> {
    await this.send("/auth/me", { method: "DELETE", json: { password, ...(otp && { otp }) } });
    this.leave();
  }

  /** An access token that is good for a while yet. */
  async token(): Promise<string> {
    if (this.access && Date.now() < this.endsAt) return this.access;
    return this.renew();
  }

  /** A request in this session's name. Where it wants a fresh proof of who is there, it is repeated once there is one; without it, this ends as an `AbortError`. */
  async send(path: string, options: RequestOptions = {}): Promise<Response> {
    try {
      return await this.sendOnce(path, options);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "step_up_needed") throw error;
      await this.prove();
      return this.sendOnce(path, options);
    }
  }

  /** One question for all that wait. */
  private prove(): Promise<void> {
    this.proving ??= new Promise<void>((resolve, reject) => {
      this.proof.set({ given: resolve, refused: () => reject(new DOMException("no proof", "AbortError")) });
    }).finally(() => {
      this.proving = null;
      this.proof.set(null);
    });
    return this.proving;
  }

  /** A refused token is renewed once. */
  private async sendOnce(path: string, options: RequestOptions): Promise<Response> {
    const token = await this.token();
    try {
      return await send(path, { ...options, token });
    } catch (error) {
      if (!(error instanceof Failure) || error.status !== 401) throw error;
      if (this.access === token) this.access = "";
      return send(path, { ...options, token: await this.token() });
    }
  }

  async json<Value>(path: string, read: (value: unknown) => Value | null, options: RequestOptions = {}): Promise<Value> {
    return expect(read(await readJson(await this.send(path, options))));
  }

  /** One renewal for all tabs of a session, where the browser has locks: a refresh token is good for one use. */
  private renew(): Promise<string> {
    const run = (): Promise<string> => (navigator.locks ? navigator.locks.request(KEY, () => this.exchange()) : this.exchange());
    this.renewing ??= run().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async exchange(again = true): Promise<string> {
    if (this.access && Date.now() < this.endsAt) return this.access; // heard of meanwhile
    const kept = this.kept();
    if (!kept) {
      this.forget(true);
      throw new Failure("problem", 401);
    }
    try {
      const response = await send("/auth/token", { form: { grant_type: "refresh_token", refresh_token: kept.refreshToken } });
      const grant = expect(readGrant(await readJson(response)));
      const now = this.kept();
      if (now?.username !== kept.username) throw new Failure("problem", 401); // signed out meanwhile, or somebody else is here
      // Where another tab was faster, what it has kept is what goes on.
      grant.refresh_token = now.refreshToken === kept.refreshToken ? grant.refresh_token : now.refreshToken;
      this.take(grant, kept.username);
      this.tell({ spent: kept.refreshToken, grant });
      return this.access;
    } catch (error) {
      if (!(error instanceof Failure) || !isRefusal(error)) throw error;
      if (again && this.kept() && this.kept()?.refreshToken !== kept.refreshToken) return this.exchange(false); // another tab was faster
      keep(this.place, KEY, null);
      this.forget(true);
      throw error;
    }
  }

  private tell(news: News): void {
    this.others?.postMessage(news);
  }

  /** Another tab has renewed the session, or ended it. */
  private hear(news: unknown): void {
    const kept = this.kept();
    if (isFields(news) && news.grant === null && kept && news.spent === kept.refreshToken) {
      keep(this.place, KEY, null);
      return this.forget(true);
    }
    const grant = isFields(news) ? readGrant(news.grant) : null;
    if (!isFields(news) || !kept || !grant?.refresh_token || ![news.spent, grant.refresh_token].includes(kept.refreshToken)) return;
    this.take(grant, kept.username);
  }

  private take(grant: TokenGrant, username: string): void {
    this.access = grant.access_token;
    const life = grant.expires_in * 1000;
    this.endsAt = Date.now() + life - Math.min(RENEW_BEFORE_MS, life / 4);
    const refreshToken = grant.refresh_token || this.kept()?.refreshToken || "";
    keep(this.place, KEY, JSON.stringify({ refreshToken, username }));
    if (this.drafter.toLowerCase() !== username.toLowerCase()) this.draft = "";
    this.drafter = username;
    const now = this.standing.get();
    if (!now.signedIn || now.username !== username) this.standing.set({ signedIn: true, username });
  }

  /** Ends the session of this tab, and of those that share it. */
  private leave(): void {
    const kept = this.kept();
    this.draft = "";
    keep("session", KEY, null);
    keep("local", KEY, null);
    this.forget(false);
    if (kept) this.tell({ spent: kept.refreshToken, grant: null });
  }

  private forget(expired: boolean): void {
    this.access = "";
    this.endsAt = 0;
    this.proof.get()?.refused();
    this.standing.set({ signedIn: false, expired });
  }

  private kept(): Kept | null {
    try {
      const value: unknown = JSON.parse(readKept(this.place, KEY) ?? "null");
      if (!isFields(value) || typeof value.refreshToken !== "string" || !value.refreshToken) return null;
      return { refreshToken: value.refreshToken, username: typeof value.username === "string" ? value.username : "" };
    } catch {
      return null;
    }
  }
}

/** The server knows the token and does not take it, as against a server that is away or busy. */
function isRefusal(failure: Failure): boolean {
  return failure.kind === "problem" && [400, 401, 403].includes(failure.status);
}
