import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sendMail } from './send-mail.ts'
import { retryAfter, sendWebhook } from './send-webhook.ts'
import { backOff, endOf } from './sender.ts'
import { smtpConfig } from './smtp-config.ts'
import { type MailServer, type Receiver, startMailServer, startReceiver } from './testing-receivers.ts'

let receiver: Receiver
let mail: MailServer
beforeAll(async () => {
  receiver = await startReceiver()
  mail = await startMailServer()
})
afterEach(() => {
  receiver.received.length = 0
  mail.received.length = 0
})
afterAll(async () => {
  await receiver.close()
  await mail.close()
})

const post = (more: Partial<Parameters<typeof sendWebhook>[0]> = {}) =>
  sendWebhook({
    url: receiver.url,
    headers: { 'webhook-id': 'msg_1' },
    body: '{"a":1}',
    allowPrivate: true,
    ...more,
  })

describe('a webhook', () => {
  it('gets the message', async () => {
    expect(await post()).toEqual({ ok: true, outcome: '200 OK' })
    expect(receiver.received).toMatchObject([
      { method: 'POST', body: '{"a":1}', headers: { 'webhook-id': 'msg_1' } },
    ])
  })

  it('that refuses for now is tried again, when it says', async () => {
    receiver.plan.push((response) => response.writeHead(500).end('no'))
    expect(await post()).toMatchObject({ ok: false, final: false, outcome: '500 Internal Server Error' })
    receiver.plan.push((response) => response.writeHead(429, { 'retry-after': '120' }).end())
    expect(await post()).toMatchObject({ ok: false, final: false, after: 120_000 })
  })

  it('that says it is gone is tried no more', async () => {
    receiver.plan.push((response) => response.writeHead(410).end())
    expect(await post()).toMatchObject({ ok: false, final: true, outcome: '410 Gone' })
  })

  it('that leads elsewhere is followed nowhere', async () => {
    const other = await startReceiver()
    receiver.plan.push((response) => response.writeHead(307, { location: other.url }).end())
    expect(await post()).toMatchObject({
      ok: false,
      final: false,
      outcome: expect.stringContaining('redirects'),
    })
    expect(other.received).toEqual([])
    await other.close()
  })

  it('that stalls, hangs up at once or in the middle of its answer has not got it', async () => {
    receiver.plan.push(() => undefined)
    expect(await post({ timeout: 300 })).toMatchObject({
      ok: false,
      final: false,
      outcome: 'no whole answer within 0.3 s',
    })
    receiver.plan.push((_response, socket) => socket.destroy())
    expect(await post()).toMatchObject({ ok: false, final: false })
    receiver.plan.push((response, socket) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setTimeout(() => socket.destroy(), 20)
    })
    expect(await post()).toMatchObject({ ok: false, final: false })
    receiver.plan.push((response) => {
      response.writeHead(200)
      response.write('begun, and never ended')
    })
    expect(await post({ timeout: 300 })).toMatchObject({ ok: false, final: false })
  })

  it('that is not there is tried again', async () => {
    const gone = await startReceiver()
    await gone.close()
    expect(await post({ url: gone.url })).toMatchObject({ ok: false, final: false })
  })

  it('that answers without end has it all the same, and fills no memory', async () => {
    receiver.plan.push((response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(65_536)), 1)
      response.once('close', () => clearInterval(timer))
    })
    expect(await post({ timeout: 3_000 })).toEqual({ ok: true, outcome: '200 OK' })
  })

  it.each([
    'http://127.0.0.1:9/',
    'https://localhost:9/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://0x7f.1/',
    'https://user:secret@example.org/',
    'ftp://example.org/',
    'http://example.org/',
  ])('%s is not asked, unless an administrator says that it lies in the own network', async (url) => {
    expect(await post({ url, allowPrivate: false })).toMatchObject({ ok: false, final: true })
    expect(receiver.received).toEqual([])
  })
})

describe('an e-mail', () => {
  const smtp = (port = mail.port) =>
    smtpConfig({
      CORDON_SMTP_URL: `smtp://127.0.0.1:${port}`,
      CORDON_SMTP_FROM: 'Cordon <cordon@bank.example>',
    })
  const text = { subject: 'Grüße', text: 'plain 한국', html: '<p>rich</p>' }
  const send = (config = smtp(), silence = 2_000) =>
    sendMail(config, { id: 'msg_1', to: 'kim@bank.example' }, text, { silence })

  it('arrives in words and as HTML, under an id that stays', async () => {
    expect(await send()).toMatchObject({ ok: true })
    const [{ source, to, from }] = mail.received as [MailServer['received'][number]]
    expect([from, to]).toEqual(['cordon@bank.example', ['kim@bank.example']])
    expect(source).toMatch(/^Message-ID: <msg_1@bank\.example>\r?$/im)
    expect(source).toMatch(/^Auto-Submitted: auto-generated/im)
    expect(source).toMatch(/text\/plain[\s\S]*text\/html/)
  })

  it('that is refused for now is tried again; one that is refused for good is not', async () => {
    mail.atRecipient.push({ code: 451, text: 'greylisted' })
    expect(await send()).toMatchObject({ ok: false, final: false })
    mail.atRecipient.push({ code: 550, text: 'no such mailbox' })
    expect(await send()).toMatchObject({ ok: false, final: true })
    mail.atData.push({ code: 452, text: 'the disk is full' })
    expect(await send()).toMatchObject({ ok: false, final: false })
  })

  it('of which nobody says whether it came is sent again under the same id', async () => {
    mail.atData.push('cut')
    expect(await send()).toMatchObject({ ok: false, final: false })
    expect(await send()).toMatchObject({ ok: true })
    const ids = mail.received.map(({ source }) => /^Message-ID: (.*?)\r?$/im.exec(source)?.[1])
    expect(ids).toEqual(['<msg_1@bank.example>', '<msg_1@bank.example>'])
  })

  it('to a server that never says a word is given up after a while', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as import('node:net').AddressInfo
    expect(await send(smtp(port), 200)).toMatchObject({ ok: false, final: false })
    silent.close()
  })

  it('goes nowhere without TLS, but on this machine', async () => {
    expect(smtp()?.requireTls).toBe(false)
    const from = { CORDON_SMTP_FROM: 'cordon@bank.example' }
    expect(smtpConfig({ CORDON_SMTP_URL: 'smtp://u:p%40s@mail.bank.example', ...from })).toMatchObject({
      port: 587,
      requireTls: true,
      auth: { user: 'u', pass: 'p@s' },
    })
    expect(smtpConfig({ CORDON_SMTP_URL: 'smtps://mail.bank.example', ...from })).toMatchObject({
      port: 465,
      secure: true,
    })
    const strict = { ...smtp()!, requireTls: true }
    expect(await send(strict)).toMatchObject({ ok: false })
    expect(mail.received).toEqual([])
  })

  it('needs a server that is named, and says so', async () => {
    expect(smtpConfig({})).toBeUndefined()
    expect(await sendMail(undefined, { id: 'x', to: 'y@z.example' }, text)).toMatchObject({
      ok: false,
      final: true,
    })
    expect(() => smtpConfig({ CORDON_SMTP_URL: 'http://x', CORDON_SMTP_FROM: 'a@b.example' })).toThrow(
      'CORDON_SMTP_URL',
    )
    expect(() => smtpConfig({ CORDON_SMTP_URL: 'smtp://x' })).toThrow('CORDON_SMTP_FROM')
    expect(() => smtpConfig({ CORDON_SMTP_URL_FILE: '/nowhere/at/all' })).toThrow('CORDON_SMTP_URL_FILE')
  })
})

describe('after an attempt', () => {
  const failed = { ok: false, outcome: 'no', final: false } as const
  it('it is waited longer each time, and given up after ten', () => {
    const waits = backOff.map((_, at) => {
      const end = endOf(failed, at + 1, 1_000, () => 0.5)
      return end.state === 'waiting' ? end.due - 1_000 : Number.NaN
    })
    expect(waits).toEqual([...backOff])
    expect(endOf(failed, backOff.length + 1, 0, () => 0.5).state).toBe('dead')
  })

  it('a receiver that asks for more time gets it, up to a day', () => {
    expect(endOf({ ...failed, after: 120_000 }, 1, 0, () => 0.5)).toMatchObject({ due: 120_000 })
    expect(endOf({ ...failed, after: 9e9 }, 1, 0, () => 0.5)).toMatchObject({ due: 86_400_000 })
  })

  it('Retry-After may be a number or a date', () => {
    expect(retryAfter('5', 0)).toBe(5_000)
    expect(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 0)).toBe(60_000)
    expect([retryAfter('soon', 0), retryAfter(undefined, 0)]).toEqual([undefined, undefined])
  })
})
