import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WarningItem } from '../store/index.ts'
import { atomFeed, rssFeed } from './feed.ts'
import { mailOf, webhookBody } from './message.ts'
import { isSigned, signedHeaders } from './sign.ts'
import { saxParse } from './testing-xml.ts'

const head = {
  id: 'msg_1',
  rule: { id: 'wr_1', name: 'grave' },
  madeAt: 1_764_000_000_000,
  publicUrl: 'https://c.example',
}
const item = (text: string, id = 'wi_1'): WarningItem => ({
  id,
  occurrence: {
    thing: 'finding:1',
    kind: 'finding',
    at: 1_764_000_000_000,
    severity: 'high',
    marking: 'TLP:AMBER',
    title: text,
    text,
    path: '/findings/1',
    data: {},
  },
})

describe('a signature', () => {
  it('is what Standard Webhooks works out in its own example', () => {
    const body = '{"test": 2432232314}'
    const headers = signedHeaders(
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      body,
    )
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it('holds for its message, its time and its secret alone', () => {
    const [old, now] = [
      `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
      `whsec_${Buffer.alloc(32, 2).toString('base64')}`,
    ]
    const headers = signedHeaders([now, old], 'msg_1', 1_000, 'body')
    expect([isSigned(old, headers, 'body', 1_000), isSigned(now, headers, 'body', 1_200)]).toEqual([
      true,
      true,
    ])
    expect(isSigned(now, headers, 'Body', 1_000)).toBe(false)
    expect(isSigned(now, headers, 'body', 1_400)).toBe(false)
    expect(isSigned(now, { ...headers, 'webhook-id': 'msg_2' }, 'body', 1_000)).toBe(false)
    expect(isSigned(`whsec_${Buffer.alloc(32, 3).toString('base64')}`, headers, 'body', 1_000)).toBe(false)
  })
})

describe('a message', () => {
  it('is the same bytes at every attempt', () => {
    expect(webhookBody(head, [item('one')])).toBe(webhookBody(head, [item('one')]))
    expect(JSON.parse(webhookBody(head, [item('one')]))).toMatchObject({
      type: 'cordon.warning',
      data: {
        id: 'msg_1',
        severity: 'high',
        warnings: [{ thing: 'finding:1', url: 'https://c.example/findings/1' }],
      },
    })
  })

  it('as an e-mail obeys nothing that stands in a record', () => {
    const mail = mailOf(head, [item('x\r\nBcc: all@example.org\n<script>alert(1)</script> & "y"')])
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect(mail.html).not.toContain('<script>')
    expect(mail.html).toContain('&#60;script&#62;')
    expect(mail.text).toContain('https://c.example/findings/1')
  })

  it('counts what it gathers', () => {
    expect(mailOf(head, [item('a'), item('b', 'wi_2')]).subject).toBe(
      '[Cordon] grave: 2 warnings, the gravest high',
    )
  })
})

describe('a feed', () => {
  const feed = { account: 'kim', publicUrl: 'https://c.example' }
  it('is well-formed XML whatever stands in the records', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const form of [atomFeed, rssFeed]) expect(saxParse(form(feed, [item(text)]))).toBe(1)
      }),
    )
  })

  it('names each thing by an id that stays', () => {
    expect(atomFeed(feed, [item('a')])).toContain('<id>tag:c.example,2025-11-24:wi_1</id>')
    expect(rssFeed(feed, [item('a')])).toContain(
      '<guid isPermaLink="false">tag:c.example,2025-11-24:wi_1</guid>',
    )
  })

  it('without anything is one all the same', () => {
    expect([saxParse(atomFeed(feed, [])), saxParse(rssFeed(feed, []))]).toEqual([0, 0])
  })
})
