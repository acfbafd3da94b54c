import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits that a browser or a link carries. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What the store keeps of a token or key: its SHA-256. The secrets are random and long, so that, unlike a password,
 * they can't be guessed from it.
 */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** An API key: `id` names it in the audit log, `text` is what its holder sends, and is shown once. */
export function newKey(): { readonly id: string; readonly text: string } {
  const id = randomBytes(5).toString('hex')
  return { id, text: `cordon_${id}_${randomBytes(32).toString('base64url')}` }
}

/** The id in the text of a key; undefined for what is none. */
export function keyId(text: string): string | undefined {
  return /^cordon_([0-9a-f]{10})_[\w-]{43}$/.exec(text)?.[1]
}
