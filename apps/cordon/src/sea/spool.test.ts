import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkInput, receiveLines } from './network.ts'
import { Spool } from './spool.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-spool-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const line = (i: number) => `\\c:${1519432800 + i}*00\\!AIVDM,1,1,,A,${String(i).padStart(28, '0')},0*00\n`
const free = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' ? address!.port : 0
}
const connected = async (port: number): Promise<Socket> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    if (isOpen) return socket
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('what comes in over networks', () => {
  it('of several senders is whole lines, however they were cut on the way', async () => {
    const port = await free()
    const controller = new AbortController()
    const lines: string[] = []
    const reading = (async () => {
      const input = networkInput(`tcp-listen://127.0.0.1:${port}`)!
      for await (const bytes of receiveLines(input, controller.signal)) {
        lines.push(...new TextDecoder().decode(bytes).trimEnd().split('\n'))
        if (lines.length === 61) controller.abort()
      }
    })()
    const senders = await Promise.all([connected(port), connected(port)])
    for (let i = 0; i < 30; i++) {
      for (const [at, sender] of senders.entries()) {
        sender.write(line(100 * at + i).slice(0, 20))
        await new Promise((resolve) => setTimeout(resolve, 1))
        sender.write(line(100 * at + i).slice(20))
      }
    }
    // A line that the end of the connection cut is a line of its own.
    senders[0]!.end('!AIVDM,cut')
    senders[1]!.end()
    await reading
    const whole = [...Array(30).keys()].flatMap((i) => [line(i).trimEnd(), line(100 + i).trimEnd()])
    expect(lines.toSorted()).toEqual([...whole, '!AIVDM,cut'].toSorted())
  })

  it('is written down in segments, read on from any of them, and removed when it is done with', async () => {
    const port = await free()
    const wanted = Array.from({ length: 200 }, (_, i) => line(i)).join('')
    const place = join(folder, 'segments')
    const read = async (spool: Spool, from: number, length: number, controller: AbortController) => {
      let text = ''
      const numbers = new Set<number>()
      for await (const { number, bytes } of spool.segments(from)) {
        numbers.add(number)
        for await (const chunk of bytes) {
          text += new TextDecoder().decode(chunk)
          if (text.length >= length) controller.abort()
        }
      }
      return { text, numbers: [...numbers] }
    }
    const first = new AbortController()
    const inputs = [networkInput(`tcp-listen://127.0.0.1:${port}`)!]
    const spool = await Spool.open(place, inputs, () => 0, first.signal, 2000)
    const sender = await connected(port)
    for (let i = 0; i < 200; i += 20) {
      sender.write(Array.from({ length: 20 }, (_, k) => line(i + k)).join(''))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const all = await read(spool, 0, wanted.length, first)
    expect(all.text).toBe(wanted)
    expect(all.numbers.length).toBeGreaterThan(2)
    sender.destroy()
    spool.forget(3)
    await spool.close()
    expect((await readdir(place)).sort()[0]).toBe('000000003.nmea')
    const second = new AbortController()
    const again = await Spool.open(place, [], () => 0, second.signal, 2000)
    const rest = await read(again, 3, 1, second)
    expect(wanted.endsWith(rest.text) || wanted.includes(rest.text)).toBe(true)
    expect(rest.numbers[0]).toBe(3)
    await again.close()
  })
})
