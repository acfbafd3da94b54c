import { CordonError } from '@cordon/model'

/** A place in an order, as a cursor. */
export function placeText(place: readonly number[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * A cursor as the place that it stands for.
 * @throws CordonError with the given code for one that is not ours
 */
export function parsePlace(cursor: string, length: number, code: string): number[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === length && parts.every(Number.isFinite))
      return parts as number[]
  } catch {
    // Told below.
  }
  throw new CordonError({
    code,
    expected: 'the cursor that the page before gave as `next`',
    found: cursor.slice(0, 40),
    where: 'cursor',
    remedy: 'Leave it out to begin at the first page.',
  })
}
