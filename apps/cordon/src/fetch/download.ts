import { createHash } from 'node:crypto'
import { once as waitFor } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CordonError } from '@cordon/model'
import { type AskOptions, ask, broken } from './ask.ts'

/** What the server said of the bytes, to ask again only for others. */
export interface Validators {
  readonly etag?: string | undefined
  /** The header as the server sent it. */
  readonly lastModified?: string | undefined
}

/** What a download is told. */
export interface DownloadOptions extends AskOptions {
  /** Validators of the bytes at hand: the same ones are not fetched again. */
  readonly known?: Validators | undefined
  /** Where the whole file goes; what has come so far lies beside it, as `.part`. */
  readonly path: string
  /** Most bytes. Default 1 GiB. */
  readonly maxBytes?: number
  /** Most attempts, each going on where the one before broke off. Default 4. */
  readonly attempts?: number
  /** Milliseconds before the second attempt; doubled for each further one. Default 1,000. */
  readonly pause?: number
  readonly onProgress?: ((bytes: number, total: number | undefined) => void) | undefined
}

/** How a download ended. */
export type Download =
  | { readonly changed: false }
  | ({ readonly changed: true; readonly sha256: string; readonly bytes: number } & Validators)

interface Part extends Validators {
  readonly url: string
}

/**
 * Fetches a file, unless it is the one at hand. What breaks off is resumed, in this call and in the next one, where the server's
 * validator says that it is the same file still. The file takes its name only once it is whole by the server's own length.
 * @throws CordonError CORDON_FETCH_STATUS, CORDON_FETCH_BROKEN, CORDON_FETCH_TOO_LARGE, CORDON_FETCH_ADDRESS ...
 */
export async function download(url: string, options: DownloadOptions): Promise<Download> {
  const { attempts = 4, pause: first = 1_000 } = options
  await mkdir(dirname(options.path), { recursive: true })
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(url, options)
    } catch (error) {
      if (attempt >= attempts || !isPassing(error)) throw error
      await pause(first * 2 ** (attempt - 1), undefined, options.signal ? { signal: options.signal } : {})
    }
  }
}

/** Broken connections and a server in trouble may pass; refusals don't. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof CordonError)) return false
  return (
    error.code === 'CORDON_FETCH_BROKEN' ||
    (error.code === 'CORDON_FETCH_STATUS' && /^(429|5\d\d)/.test(error.found))
  )
}

async function once(url: string, options: DownloadOptions): Promise<Download> {
  const partPath = `${options.path}.part`
  const begun = await beginningOf(url, partPath)
  const answer = await ask(url, options, requestHeaders(options.known, begun))
  const { response } = answer
  if (response.statusCode === 304) {
    response.resume()
    await rm(partPath, { force: true })
    return { changed: false }
  }
  if (response.statusCode === 416) {
    response.resume()
    await forget(partPath)
    throw broken(url, 'a server that does not have the rest of what it began', 'It is fetched anew.')
  }
  if (response.statusCode !== 200 && response.statusCode !== 206) {
    response.resume()
    throw badStatus(url, response)
  }
  const resumed = response.statusCode === 206 ? resumedAt(response, begun?.bytes ?? 0) : 0
  if (resumed === undefined) {
    response.destroy()
    await forget(partPath)
    throw broken(url, 'another part than was asked for', 'It is fetched anew.')
  }
  const validators = validatorsOf(response)
  await writeFile(`${partPath}.json`, JSON.stringify({ url, ...validators } satisfies Part))
  await receive(url, response, partPath, resumed, options, answer.idle)
  const { sha256, bytes } = await hashOf(partPath)
  await rename(partPath, options.path)
  await rm(`${partPath}.json`, { force: true })
  return { changed: true, sha256, bytes, ...validators }
}

async function forget(partPath: string): Promise<void> {
  await rm(partPath, { force: true })
  await rm(`${partPath}.json`, { force: true })
}

/** What came of the same file before, if the server gave a validator by which it can be resumed. */
async function beginningOf(
  url: string,
  partPath: string,
): Promise<(Validators & { bytes: number }) | undefined> {
  try {
    const part = JSON.parse(await readFile(`${partPath}.json`, 'utf8')) as Part
    const { size } = await stat(partPath)
    const isStrong = part.etag !== undefined && !part.etag.startsWith('W/')
    if (part.url !== url || size === 0 || !(isStrong || part.lastModified)) return undefined
    return { bytes: size, ...(isStrong ? { etag: part.etag } : { lastModified: part.lastModified }) }
  } catch {
    return undefined
  }
}

function requestHeaders(
  known: Validators | undefined,
  begun: (Validators & { bytes: number }) | undefined,
): Record<string, string> {
  return {
    // Lengths and ranges are of the bytes as they are: no encoding between.
    'accept-encoding': 'identity',
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
    ...(begun && { range: `bytes=${begun.bytes}-`, 'if-range': (begun.etag ?? begun.lastModified)! }),
  }
}

function validatorsOf({ headers }: IncomingMessage): Validators {
  return {
    ...(headers.etag && { etag: headers.etag }),
    ...(headers['last-modified'] && { lastModified: headers['last-modified'] }),
  }
}

/** The place at which a part begins, where it is the one asked for. */
function resumedAt({ headers }: IncomingMessage, wanted: number): number | undefined {
  const from = /^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1]
  return from !== undefined && Number(from) === wanted ? wanted : undefined
}

async function receive(
  url: string,
  response: IncomingMessage,
  partPath: string,
  resumed: number,
  { maxBytes = 1024 ** 3, onProgress }: DownloadOptions,
  idle: (message: IncomingMessage) => void,
): Promise<void> {
  const stated = response.headers['content-length']
  const total = stated === undefined ? undefined : resumed + Number(stated)
  const tooLarge = new CordonError({
    code: 'CORDON_FETCH_TOO_LARGE',
    expected: `at most ${maxBytes} bytes`,
    found: total === undefined ? 'more' : `${total}`,
    where: url,
    remedy: 'If a file of this size is meant, set `max_bytes` for it in lists.yaml.',
  })
  if (total !== undefined && total > maxBytes) {
    response.destroy()
    throw tooLarge
  }
  idle(response)
  const sink = createWriteStream(partPath, { flags: resumed > 0 ? 'a' : 'w', mode: 0o600 })
  const failed = new Promise<never>((_, reject) => sink.once('error', reject))
  failed.catch(() => undefined)
  let bytes = resumed
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (bytes > maxBytes) throw tooLarge
      if (!sink.write(chunk)) await Promise.race([waitFor(sink, 'drain'), failed])
      onProgress?.(bytes, total)
    }
  } catch (error) {
    response.destroy()
    // A full disk is no fault of the publisher's.
    if (error instanceof CordonError || sink.errored) throw error
    throw broken(
      url,
      `${bytes} bytes${total ? ` of ${total}` : ''}, then ${(error as Error).message}`,
      'It is resumed.',
      error,
    )
  } finally {
    if (!sink.destroyed) await Promise.race([ended(sink), failed])
  }
  if (!response.complete || (total !== undefined && bytes !== total))
    throw broken(url, `${bytes} bytes${total ? ` of ${total}` : ''}`, 'It is resumed.')
}

async function ended(sink: WriteStream): Promise<void> {
  const finish = waitFor(sink, 'finish')
  sink.end()
  await finish
}

async function hashOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 512 * 1024 })) {
    hash.update(chunk as Uint8Array)
    bytes += (chunk as Uint8Array).length
  }
  return { sha256: hash.digest('hex'), bytes }
}

function badStatus(url: string, { statusCode, statusMessage }: IncomingMessage): CordonError {
  return new CordonError({
    code: 'CORDON_FETCH_STATUS',
    expected: '200 OK',
    found: `${statusCode} ${statusMessage ?? ''}`.trim(),
    where: url,
    remedy:
      'The publisher may have moved the file: give its address in lists.yaml. What was loaded answers still.',
  })
}
