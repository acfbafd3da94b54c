import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPrivateAddress } from './address-guard.ts'
import { download } from './download.ts'
import { type ListServer, listServer } from './testing-list-server.ts'

let server: ListServer
let folder: string
let count = 0
beforeAll(async () => {
  server = await listServer()
  folder = await mkdtemp(join(tmpdir(), 'cordon-fetch-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const body = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`).join(''))
const told = { allowPrivate: true, pause: 1, idleTimeout: 300 }
const fetched = (url: string, more = {}) => {
  const path = join(folder, `file-${++count}`)
  return download(url, { ...told, path, ...more }).then(async (result) => ({
    result,
    bytes: await readFile(path).catch(() => undefined),
  }))
}
const refusal = (code: string) => expect.objectContaining({ code })

describe('a download', () => {
  it('gives the bytes with their hash and validators, and next time only what is new', async () => {
    const url = server.serve('plain', { body, etag: '"v1"' })
    const { result, bytes } = await fetched(url)
    expect(bytes?.equals(body)).toBe(true)
    expect(result).toMatchObject({ changed: true, bytes: body.length, etag: '"v1"' })
    expect(await fetched(url, { known: { etag: '"v1"' } })).toMatchObject({ result: { changed: false } })
    expect(await fetched(url, { known: { etag: '"v0"' } })).toMatchObject({ result: { changed: true } })
  })

  it('asks by date where the server has no tag', async () => {
    const lastModified = 'Fri, 27 Feb 2026 06:00:00 GMT'
    const url = server.serve('dated', { body, lastModified })
    expect(await fetched(url, { known: { lastModified } })).toMatchObject({ result: { changed: false } })
  })

  it('resumes what broke off, without asking for the beginning again', async () => {
    const url = server.serve('breaks', { body, etag: '"v1"', breakAt: [100_000, 50_000] })
    const { bytes } = await fetched(url)
    expect(bytes?.equals(body)).toBe(true)
    expect(server.requests('breaks').map(({ range }) => range)).toEqual([
      undefined,
      'bytes=100000-',
      'bytes=150000-',
    ])
  })

  it('begins anew where the file changed meanwhile, or the server has no validator', async () => {
    const changing = server.serve('changing', {
      body,
      etag: '"v1"',
      breakAt: [1000],
      afterwards: { body: body.subarray(7), etag: '"v2"' },
    })
    expect((await fetched(changing)).bytes?.equals(body.subarray(7))).toBe(true)
    const bare = server.serve('bare', { body, breakAt: [1000] })
    expect((await fetched(bare)).bytes?.equals(body)).toBe(true)
    expect(server.requests('bare').map(({ range }) => range)).toEqual([undefined, undefined])
  })

  it('gives up on a server that stalls, that truncates each time, or that lies about the length', async () => {
    await expect(fetched(server.serve('stalls', { body, stallAt: 1000 }), { attempts: 1 })).rejects.toEqual(
      refusal('CORDON_FETCH_BROKEN'),
    )
    await expect(fetched(server.serve('silent', { body, silent: true }), { attempts: 1 })).rejects.toEqual(
      refusal('CORDON_FETCH_BROKEN'),
    )
    await expect(
      fetched(server.serve('short', { body, statedLength: body.length + 500 }), { attempts: 2 }),
    ).rejects.toEqual(refusal('CORDON_FETCH_BROKEN'))
    expect(server.requests('short')).toHaveLength(2)
  })

  it('takes no more than it may', async () => {
    const stated = fetched(server.serve('large', { body }), { maxBytes: 1000 })
    await expect(stated).rejects.toEqual(refusal('CORDON_FETCH_TOO_LARGE'))
    const chunked = fetched(server.serve('endless', { body, chunked: true }), { maxBytes: 1000 })
    await expect(chunked).rejects.toEqual(refusal('CORDON_FETCH_TOO_LARGE'))
  })

  it('does not try again what will not pass', async () => {
    await expect(fetched(server.serve('gone', { status: 404 }))).rejects.toEqual(
      refusal('CORDON_FETCH_STATUS'),
    )
    expect(server.requests('gone')).toHaveLength(1)
    await expect(fetched(server.serve('ill', { status: 503 }), { attempts: 3 })).rejects.toEqual(
      refusal('CORDON_FETCH_STATUS'),
    )
    expect(server.requests('ill')).toHaveLength(3)
  })

  it('follows a few redirects, not a circle of them', async () => {
    const target = server.serve('target', { body })
    expect((await fetched(server.serve('moved', { redirect: target }))).bytes?.equals(body)).toBe(true)
    expect((await fetched(server.serve('moved2', { redirect: '/moved' }))).bytes?.equals(body)).toBe(true)
    await expect(fetched(server.serve('circle', { redirect: '/circle' }))).rejects.toEqual(
      refusal('CORDON_FETCH_REDIRECT'),
    )
    expect(server.requests('circle')).toHaveLength(6)
  })
})

describe('private addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    'no address',
  ])('count %s among them', (address) => expect(isPrivateAddress(address)).toBe(true))
  it.each(['8.8.8.8', '2606:4700::1111', '172.32.0.1', '::ffff:8.8.8.8'])('do not count %s', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )

  it('are not asked unless that is allowed: by number, by name, or by a redirect', async () => {
    const url = server.serve('inside', { body })
    for (const address of [
      url,
      url.replace('127.0.0.1', 'localhost'),
      url.replace('127.0.0.1', '2130706433'),
    ])
      await expect(fetched(address, { allowPrivate: false, attempts: 1 }), address).rejects.toEqual(
        refusal('CORDON_FETCH_ADDRESS'),
      )
    expect(server.requests('inside')).toHaveLength(0)
  })

  it('nor is anything but http', async () => {
    for (const address of [
      'file:///etc/passwd',
      'ftp://example.org/x',
      'https://user:secret@example.org/',
      'nonsense',
    ])
      await expect(fetched(address), address).rejects.toEqual(refusal('CORDON_FETCH_ADDRESS'))
    await expect(fetched(server.serve('to-file', { redirect: 'file:///etc/passwd' }))).rejects.toEqual(
      refusal('CORDON_FETCH_ADDRESS'),
    )
  })
})
