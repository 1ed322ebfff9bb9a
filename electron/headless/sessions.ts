import { createHash, randomBytes } from 'node:crypto'

const MONTH = 30 * 24 * 3600

/** Keys that have not been used are kept up to this many; older ones stop working. */
const UNSPENT = 32

/**
 * Who may come in. A key of 256 bits stands in an address that is printed for the person who started the host; its
 * first use turns it into a cookie, and it is spent. The cookie outlives the browser, but not this process: nothing
 * of a session is ever written down, so after a restart all of them are void.
 */
export interface Sessions {
  /** A new key for one browser. */
  newKey(): string
  /** Spends a key: the Set-Cookie value it gives, or null where it is unknown or spent. */
  exchange(key: string): string | null
  /** Whether the Cookie headers of a request hold a session of this host. */
  holds(cookies: readonly string[]): boolean
}

/** @param port cookies do not know ports: the name keeps two hosts on one machine apart */
export function createSessions(port: number): Sessions {
  const name = `casebook-${port}`
  // Kept and compared as hashes: how long a comparison takes says nothing about the secret itself.
  const unspent = new Set<string>()
  const sessions = new Set<string>()

  return {
    newKey() {
      const key = secret()
      unspent.add(hashOf(key))
      for (const oldest of unspent) if (unspent.size > UNSPENT) unspent.delete(oldest)
      return key
    },
    exchange(key) {
      if (!unspent.delete(hashOf(key))) return null
      const session = secret()
      sessions.add(hashOf(session))
      return `${name}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${MONTH}`
    },
    holds(cookies) {
      const pairs = cookies.flatMap((header) => header.split(';')).map((pair) => pair.trim())
      return pairs.some((pair) => pair.startsWith(`${name}=`) && sessions.has(hashOf(pair.slice(name.length + 1))))
    },
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
