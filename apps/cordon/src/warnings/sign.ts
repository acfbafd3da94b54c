import { createHmac, timingSafeEqual } from 'node:crypto'

/** The headers of a signed message. */
export interface SignedHeaders {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

const keyOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

function signature(secret: string, id: string, seconds: number | string, body: string): string {
  return createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')
}

/**
 * Signs a message as Standard Webhooks 1.0.0 has it: HMAC-SHA256 over id, timestamp and body, one signature a secret.
 * @param seconds of the attempt, UTC since the epoch
 */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  seconds: number,
  body: string,
): SignedHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((one) => `v1,${signature(one, id, seconds, body)}`).join(' '),
  }
}

/**
 * Checks a message as its receiver should: one of its signatures is right, and it is not older or newer than five minutes.
 * @param now UTC seconds
 */
export function isSigned(secret: string, headers: SignedHeaders, body: string, now: number): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = headers
  if (!(Math.abs(now - Number(at)) <= 300)) return false
  const right = Buffer.from(signature(secret, id, at, body))
  return signatures.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''))
    return one.startsWith('v1,') && given.length === right.length && timingSafeEqual(given, right)
  })
}
