/** How hard a password is to guess, for the hint beside the field. The server has the last word. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** The fewest characters a password may have, as the server has it. */
export const MIN_PASSWORD_CHARACTERS = 12;

const COMMON = ["password", "motdepasse", "azerty", "qwerty", "jarvis", "admin", "bonjour", "soleil", "welcome", "letmein", "123456", "iloveyou", "jetaime"];

/** From 0 (too short or well known) to 4 (a long sentence). Length counts most; repeats and runs count little. */
export function passwordStrength(password: string, username = ""): Strength {
  const characters = Array.from(password);
  if (characters.length < MIN_PASSWORD_CHARACTERS) return 0;
  let rest = password.toLowerCase();
  for (const word of [...COMMON, username.toLowerCase()]) if (word.length > 2) rest = rest.split(word).join("·");
  let worth = 0;
  let previous = -10;
  for (const character of Array.from(rest)) {
    const code = character.codePointAt(0) ?? 0;
    worth += Math.abs(code - previous) <= 1 ? 0.25 : 1;
    previous = code;
  }
  const different = new Set(rest).size;
  const kinds = [/[a-zà-ÿ]/, /[A-ZÀ-Þ]/, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const score = Math.min(worth, different * 1.6) + (kinds - 1) * 2;
  return score < 7 ? 0 : score < 11 ? 1 : score < 16 ? 2 : score < 22 ? 3 : 4;
}
