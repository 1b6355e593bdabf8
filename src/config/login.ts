/** A user and a password, as they are and not as a URL has them. */
export interface Login {
  username: string;
  password: string;
}

/** Shorter secrets would be found in words. */
export const SHORTEST_SECRET = 6;

/** Gives the user and the password within a URL; undefined where it has none. */
export function loginOf(url: string): Login | undefined {
  const parsed = URL.parse(url);
  // The last @ ends a password that nobody encoded, which makes a URL that no parser reads.
  const [, byHand = ""] = /^[a-z][a-z0-9+.-]*:\/\/(.*)@/is.exec(url) ?? [];
  const [, user = byHand, rest = ""] = /^([^:]*):(.*)$/s.exec(byHand) ?? [];
  const username = decoded(parsed?.username ?? user);
  const password = decoded(parsed?.password ?? rest);
  return username === "" && password === "" ? undefined : { username, password };
}

/** Gives the header `authorization` of a login (RFC 7617). */
export function basic({ username, password }: Login): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

/** Lists the forms in which a login's password is written: as it is, in a URL, in a header. */
export function secretForms(login: Login): string[] {
  const { password } = login;
  if (password === "") return [];
  return [password, encodeURIComponent(password), basic(login).slice("Basic ".length)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
