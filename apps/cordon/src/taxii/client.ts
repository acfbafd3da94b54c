import { isDeeperThan } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import { type AskOptions, ask } from '../fetch/ask.ts'
import { microsOf } from '../store/index.ts'
import { isTaxii, taxiiType } from './media.ts'

/** How a server of TAXII is asked. */
export interface TaxiiClientOptions extends AskOptions {
  /** Sent as HTTP Basic, and to this address alone: a redirect is never followed. */
  readonly user?: string
  readonly password?: string
  /** Sent as bearer instead. */
  readonly token?: string
  /** Most objects asked for at once. Default 1,000. */
  readonly perPage?: number
  /** Most bytes of one page. Default 64 MiB. */
  readonly maxPageBytes?: number
  /** Milliseconds that one page may take. Default 5 minutes. */
  readonly pageTime?: number
  /** Most objects of one reading. Default 5,000,000. */
  readonly maxObjects?: number
  readonly onProgress?: (objects: number) => void
}

/** Where a reading stands. */
export interface TaxiiPlace {
  /** Only what was added later: where the reading began, or the last object of one that ended. */
  readonly addedAfter?: string
  /** As the server gave it, with what it was asked with. */
  readonly next?: string
}

/** One page, and where the reading goes on after it. */
export interface TaxiiPage {
  readonly objects: readonly unknown[]
  readonly place: TaxiiPlace
}

/**
 * The objects of a collection page by page, from a place on. It ends, whatever the server does: a `next` that came before, a page of
 * nothing that promises more, and more than was asked for are faults.
 * @param collection its address, `https://host/root/collections/<id>/`
 * @throws CordonError CORDON_TAXII_LOOP, CORDON_TAXII_ENDLESS, CORDON_TAXII_TYPE, CORDON_TAXII_STATUS, CORDON_TAXII_ANSWER, CORDON_FETCH_...
 */
export async function* taxiiPages(
  collection: string,
  options: TaxiiClientOptions,
  from: TaxiiPlace = {},
): AsyncGenerator<TaxiiPage, void, undefined> {
  const { perPage = 1_000, maxObjects = 5_000_000, onProgress } = options
  const base = `${collection.replace(/\/*$/, '')}/objects/`
  const seen = new Set<string>()
  let { addedAfter, next } = from
  let count = 0
  for (;;) {
    const query = new URLSearchParams({
      limit: String(perPage),
      ...(addedAfter && { added_after: addedAfter }),
      ...(next && { next }),
    })
    const { body, headers } = await askTaxii(`${base}?${query}`, options)
    const {
      objects = [],
      more = false,
      next: following,
    } = body as { objects?: unknown; more?: unknown; next?: unknown }
    if (!Array.isArray(objects)) throw badAnswer(base, '"objects" that is no list')
    count += objects.length
    onProgress?.(count)
    if (count > maxObjects) throw endless(base, maxObjects)
    const last = lastAdded(headers['x-taxii-date-added-last'])
    if (more !== true) {
      const reached = last ?? addedAfter
      yield { objects, place: reached ? { addedAfter: reached } : {} }
      return
    }
    if (objects.length === 0) throw loop(base, 'a page of nothing that says there is more')
    if (typeof following === 'string' || typeof following === 'number') {
      next = String(following).slice(0, 4_000)
      if (seen.has(next)) throw loop(base, 'a "next" that it gave before')
      seen.add(next)
    } else {
      // Without `next` one goes on after the last time of addition (TAXII 2.1, section 3.5).
      if (!last || (addedAfter && microsOf(last)! <= microsOf(addedAfter)!))
        throw loop(base, 'more, and no way to it')
      addedAfter = last
      next = undefined
    }
    yield { objects, place: { ...(addedAfter && { addedAfter }), ...(next && { next }) } }
  }
}

/** The collections of a server: of its API root, or of the one that its discovery names first. */
export async function taxiiCollections(
  address: string,
  options: TaxiiClientOptions,
): Promise<readonly unknown[]> {
  const { body } = await askTaxii(address, options)
  const { api_roots: roots, default: usual } = body as { api_roots?: unknown; default?: unknown }
  const named = typeof usual === 'string' ? usual : Array.isArray(roots) ? roots[0] : address
  const root = new URL(String(named).replace(/\/*$/, '/'), address)
  // What a server names elsewhere gets no credentials of this one.
  if (root.origin !== new URL(address).origin) throw badAnswer(address, `an API root at ${root.origin}`)
  const { body: list } = await askTaxii(new URL('collections/', root).href, options)
  const { collections = [] } = list as { collections?: unknown }
  return Array.isArray(collections) ? collections : []
}

/** The time of addition as the server says it; undefined for no time. */
function lastAdded(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header[0] : header
  return text !== undefined && microsOf(text) !== undefined ? text : undefined
}

async function askTaxii(url: string, options: TaxiiClientOptions) {
  const { user = '', password, token, maxPageBytes = 64 * 1024 * 1024, pageTime = 300_000 } = options
  const authorization = token
    ? `Bearer ${token}`
    : password === undefined
      ? undefined
      : `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const { response, idle } = await ask(
    url,
    {
      ...options,
      maxRedirects: 0,
      signal: AbortSignal.any([AbortSignal.timeout(pageTime), ...(options.signal ? [options.signal] : [])]),
    },
    { accept: taxiiType, 'accept-encoding': 'identity', ...(authorization && { authorization }) },
  )
  const where = url.replace(/\?.*/, '')
  const type = String(response.headers['content-type'] ?? 'no type')
  if (response.statusCode !== 200) {
    response.destroy()
    throw fault(
      'CORDON_TAXII_STATUS',
      '200 OK',
      `${response.statusCode} ${response.statusMessage ?? ''}`.trim(),
      where,
      'Check the address and the credentials.',
    )
  }
  if (!isTaxii(type, false)) {
    response.destroy()
    throw fault(
      'CORDON_TAXII_TYPE',
      taxiiType,
      type.slice(0, 100),
      where,
      'It may be a server of TAXII 2.0 or 1, or none at all.',
    )
  }
  idle(response)
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of response as AsyncIterable<Uint8Array>) {
      length += part.length
      if (length > maxPageBytes)
        throw fault(
          'CORDON_TAXII_SIZE',
          `a page of at most ${maxPageBytes} bytes`,
          'more',
          where,
          'Ask for fewer objects at once: --per-page.',
        )
      parts.push(part)
    }
  } catch (error) {
    response.destroy()
    if (error instanceof CordonError) throw error
    throw fault(
      'CORDON_FETCH_BROKEN',
      'a whole page',
      `${length} bytes, then ${(error as Error).message}`,
      where,
      'Run it again: it goes on after the last whole page.',
      error,
    )
  }
  return { body: parsed(Buffer.concat(parts).toString('utf8'), where), headers: response.headers }
}

function parsed(text: string, where: string): object {
  if (isDeeperThan(128, text)) throw badAnswer(where, 'JSON nested more than 128 deep')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (error) {
    throw badAnswer(where, (error as Error).message.slice(0, 120), error)
  }
  throw badAnswer(where, 'JSON that is no object')
}

function fault(
  code: string,
  expected: string,
  found: string,
  where: string,
  remedy: string,
  cause?: unknown,
): CordonError {
  return new CordonError({ code, expected, found, where, remedy }, { cause })
}

function badAnswer(where: string, found: string, cause?: unknown): CordonError {
  return fault(
    'CORDON_TAXII_ANSWER',
    'a resource of TAXII 2.1',
    found,
    where,
    'Nothing of this page was taken.',
    cause,
  )
}

function loop(where: string, found: string): CordonError {
  return fault(
    'CORDON_TAXII_LOOP',
    'pages that come to an end',
    found,
    where,
    'The server leads in a circle; tell its operator. What came before is kept.',
  )
}

function endless(where: string, most: number): CordonError {
  return fault(
    'CORDON_TAXII_ENDLESS',
    `at most ${most} objects`,
    'more',
    where,
    'What came is kept. If so many are meant, raise --most and run it again: it goes on where it stopped.',
  )
}
