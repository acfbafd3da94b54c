import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { CordonError } from '@cordon/model'
import { checkUrl, guardedLookup } from '../fetch/address-guard.ts'
import { version } from '../version.ts'

/** How a single attempt ended. */
export type Attempt =
  | { readonly ok: true; readonly outcome: string }
  /** `final`: another attempt would end the same. `after`: milliseconds that the receiver asks to be left alone. */
  | { readonly ok: false; readonly outcome: string; readonly final: boolean; readonly after?: number }

/** What is sent. */
export interface WebhookMessage {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The address may lie in this machine's own network, and be without TLS. */
  readonly allowPrivate: boolean
  readonly signal?: AbortSignal
  /** Milliseconds that all of it may take. Default 20,000. */
  readonly timeout?: number
}

/** Most bytes of an answer that are read; only its status counts. */
const mostAnswer = 64 * 1024

/**
 * Posts a message. Names are resolved at the connection and refused where they lead to a private address, redirects are
 * followed nowhere, and nothing of the answer is kept but its status. Never throws.
 */
export async function sendWebhook(message: WebhookMessage): Promise<Attempt> {
  try {
    const url = new URL(message.url)
    checkUrl(url, message.allowPrivate)
    if (url.protocol !== 'https:' && !message.allowPrivate) return refused('an address without TLS (http:)')
    return await post(url, message)
  } catch (error) {
    if (error instanceof CordonError && error.code === 'CORDON_FETCH_ADDRESS') return refused(error.found)
    return { ok: false, outcome: (error as Error).message || String(error), final: false }
  }
}

function refused(found: string): Attempt {
  const outcome = `not sent: ${found}. Say in the rule that it lies in your own network, if it does`
  return { ok: false, outcome, final: true }
}

function post(
  url: URL,
  { headers, body, allowPrivate, signal, timeout = 20_000 }: WebhookMessage,
): Promise<Attempt> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const ends = AbortSignal.timeout(timeout)
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(allowPrivate),
      signal: signal ? AbortSignal.any([signal, ends]) : ends,
      headers: {
        'user-agent': `cordon/${version}`,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
    })
    const fail = (error: Error) => {
      reject(ends.aborted ? new Error(`no whole answer within ${timeout / 1000} s`) : error)
    }
    sent.once('error', fail)
    sent.once('response', (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > mostAnswer) response.destroy()
      })
      response.once('error', (error) => (bytes > mostAnswer ? resolve(judged(response)) : fail(error)))
      response.once('close', () =>
        response.complete || bytes > mostAnswer
          ? resolve(judged(response))
          : fail(new Error('the connection broke in the middle of the answer')),
      )
    })
    sent.end(body)
  })
}

function judged({ statusCode = 0, statusMessage = '', headers }: IncomingMessage): Attempt {
  const outcome = `${statusCode} ${statusMessage}`.trim()
  if (statusCode >= 200 && statusCode < 300) return { ok: true, outcome }
  const after = retryAfter(headers['retry-after'])
  // 410: the receiver says that it is gone for good.
  const final = statusCode === 410
  const told = statusCode >= 300 && statusCode < 400 ? `${outcome}: redirects are not followed` : outcome
  return { ok: false, outcome: told, final, ...(after !== undefined && { after }) }
}

/** `Retry-After` (RFC 9110, 10.2.3) in milliseconds: seconds, or a date. */
export function retryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
