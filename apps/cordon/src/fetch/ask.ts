import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { CordonError } from '@cordon/model'
import { version } from '../version.ts'
import { checkUrl, guardedLookup } from './address-guard.ts'

/** How a server is asked. */
export interface AskOptions {
  /** Let addresses of this machine and its network be asked. Default false. */
  readonly allowPrivate?: boolean
  /** Most redirects. Default 5. */
  readonly maxRedirects?: number
  /** Milliseconds without a byte after which a transfer counts as broken. Default 30,000. */
  readonly idleTimeout?: number
  /** Ends the transfer. */
  readonly signal?: AbortSignal | undefined
}

/** An answer whose body has not been read. */
export interface Answer {
  readonly response: IncomingMessage
  /** The address that answered, after redirects. */
  readonly url: string
  /** Lets the body's silence count against the idle timeout. */
  readonly idle: (message: IncomingMessage) => void
}

/**
 * Asks an address and follows its redirects, each checked as the first one was: no private address, and none from https to
 * http. Cookies and credentials are never sent.
 * @throws CordonError CORDON_FETCH_ADDRESS, CORDON_FETCH_REDIRECT, CORDON_FETCH_BROKEN
 */
export async function ask(
  address: string,
  options: AskOptions,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { allowPrivate = false, maxRedirects = 5, idleTimeout = 30_000 } = options
  let url = urlOf(address)
  for (let redirects = 0; ; redirects++) {
    checkUrl(url, allowPrivate)
    const response = await send(url, { ...options, allowPrivate, idleTimeout }, headers)
    const { location } = response.headers
    if (!location || ![301, 302, 303, 307, 308].includes(response.statusCode ?? 0))
      return { response, url: url.href, idle: (message) => stopIdle(message, idleTimeout) }
    response.destroy()
    if (redirects >= maxRedirects) throw badRedirect(address, `more than ${maxRedirects}`)
    const next = urlOf(location, url)
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      throw badRedirect(address, `one from https to ${next.protocol}//${next.host}`)
    url = next
  }
}

/** The body of a small document as text, for catalogues. */
export async function askText(
  address: string,
  options: AskOptions,
  maxBytes = 64 * 1024 * 1024,
): Promise<string> {
  const { response, url, idle } = await ask(address, options, { 'accept-encoding': 'identity' })
  if (response.statusCode !== 200) {
    response.destroy()
    throw broken(url, `${response.statusCode} ${response.statusMessage ?? ''}`.trim(), 'Check the address.')
  }
  idle(response)
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > maxBytes) throw new Error(`more than ${maxBytes} bytes`)
      parts.push(chunk)
    }
  } catch (error) {
    response.destroy()
    throw broken(url, `${length} bytes, then ${(error as Error).message}`, 'Try again later.', error)
  }
  return Buffer.concat(parts).toString('utf8')
}

function urlOf(address: string, base?: URL): URL {
  try {
    return new URL(address, base)
  } catch (error) {
    throw new CordonError(
      {
        code: 'CORDON_FETCH_ADDRESS',
        expected: 'an address such as https://example.org/list.xml',
        found: JSON.stringify(address.slice(0, 200)),
        where: base ? `a redirect of ${base.href}` : 'the address',
        remedy: 'Check it in lists.yaml.',
      },
      { cause: error },
    )
  }
}

function send(
  url: URL,
  { allowPrivate, idleTimeout, signal }: AskOptions & { allowPrivate: boolean; idleTimeout: number },
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent: false,
      lookup: guardedLookup(allowPrivate),
      headers: { 'user-agent': `cordon/${version}`, accept: '*/*', ...headers },
      ...(signal && { signal }),
    })
    sent.setTimeout(idleTimeout, () => sent.destroy(new Error(`nothing came for ${idleTimeout / 1000} s`)))
    sent.once('response', resolve)
    sent.once('error', (error) =>
      reject(
        error instanceof CordonError
          ? error
          : broken(url.href, error.message, 'The publisher may be down; try again later.', error),
      ),
    )
    sent.end()
  })
}

function stopIdle(message: IncomingMessage, idleTimeout: number): void {
  message.setTimeout(idleTimeout, () =>
    message.destroy(new Error(`nothing came for ${idleTimeout / 1000} s`)),
  )
}

function badRedirect(where: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_FETCH_REDIRECT',
    expected: 'an answer, or a few redirects to one',
    found,
    where,
    remedy: 'Give the final address in lists.yaml.',
  })
}

/** A transfer that ended before the file did. */
export function broken(where: string, found: string, remedy: string, cause?: unknown): CordonError {
  return new CordonError(
    {
      code: 'CORDON_FETCH_BROKEN',
      expected: 'the whole file',
      found,
      where,
      remedy: `${remedy} What was loaded answers still.`,
    },
    { cause },
  )
}
