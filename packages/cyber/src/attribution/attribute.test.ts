import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ActorKnowledge } from './actor-knowledge.ts'
import { attribute } from './attribute.ts'
import { reportKey } from './features.ts'
import { likelyFrom, namedFrom } from './model.ts'
import { actor, fact, seen, techniques, testingKnowledge } from './testing-actors.ts'

const knowledge = testingKnowledge()
const own = (name: string) => seen('software', `own-${name}`)

describe('attribution', () => {
  it('names the group whose own malware was seen, and says how likely and why', () => {
    const answer = attribute(knowledge, [own('g05'), techniques[5]!])
    expect(answer).toMatchObject({ confidence: 'likely', rung: 'group', named: { id: 'g05' } })
    const [first] = answer.candidates
    expect(first!.probability).toBeGreaterThanOrEqual(likelyFrom)
    expect(first!.for[0]).toMatchObject({ feature: { id: 'own-g05' }, users: 1, strength: 'strong' })
    expect(first!.for[0]!.without).toBeLessThan(namedFrom)
    expect(first!.for[0]!.sources).toMatchObject([{ source: 'test' }, { source: 'test' }])
  })

  it('never names anybody by techniques, victims, corridors and hours, however many', () => {
    const narrowing = [
      ...techniques,
      seen('corridor', 'BD>PH'),
      seen('victim-country', 'BD'),
      seen('victim-sector', 'finance'),
      seen('hours', '22'),
    ]
    fc.assert(
      fc.property(fc.subarray(narrowing, { minLength: 1 }), (evidence) => {
        const answer = attribute(knowledge, evidence)
        expect(answer).toMatchObject({ confidence: 'none', rung: 'none', abstention: 'narrowing-only' })
        expect(answer.candidates.every(({ probability }) => probability === undefined)).toBe(true)
      }),
    )
  })

  it('probabilities of all groups and of someone else are at most one together, whatever was seen', () => {
    const all = [
      ...techniques,
      own('big'),
      own('g01'),
      own('g02'),
      seen('software', 'shared-rat'),
      seen('software', 'tool', true),
      seen('software', 'new'),
    ]
    fc.assert(
      fc.property(fc.subarray(all), (evidence) => {
        const {
          candidates,
          someoneElse = 0,
          confidence,
          abstention,
        } = attribute(knowledge, evidence, { candidates: 50 })
        const sum = candidates.reduce((total, { probability }) => total + (probability ?? 0), someoneElse)
        expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true)
        expect(confidence === 'none').toBe(abstention !== undefined)
      }),
    )
  })

  it('does not prefer the group of which most is known', () => {
    const { candidates } = attribute(knowledge, [seen('software', 'shared-rat')])
    const [big, small] = ['big', 'g01'].map((id) => candidates.find(({ actor: one }) => one.id === id)!)
    expect(Math.abs(big!.probability! - small!.probability!)).toBeLessThan(0.01)
  })

  it('abstains where groups share what was seen, and where two groups’ own malware contradict each other', () => {
    expect(attribute(knowledge, [seen('software', 'shared-rat')])).toMatchObject({
      confidence: 'none',
      rung: 'cluster',
    })
    const torn = attribute(knowledge, [own('g05'), own('g06')])
    expect(torn).toMatchObject({ confidence: 'none', abstention: 'too-close' })
    expect(torn.candidates.slice(0, 2).map(({ against }) => against[0]?.others[0]?.id)).toEqual([
      'g06',
      'g05',
    ])
  })

  it('a public tool weighs next to nothing', () => {
    const { candidates, confidence } = attribute(knowledge, [seen('software', 'tool', true)])
    expect(confidence).toBe('none')
    expect(candidates[0]!.probability).toBeLessThan(0.2)
  })

  it('says why it abstains: nothing seen, nobody known, met by nobody', () => {
    expect(attribute(knowledge, []).abstention).toBe('no-evidence')
    expect(attribute(new ActorKnowledge([], []), [own('g05')]).abstention).toBe('no-knowledge')
    const unknown = attribute(knowledge, [seen('software', 'never-seen')])
    expect(unknown).toMatchObject({ abstention: 'met-by-nobody', rung: 'none' })
    expect(unknown.unassigned).toMatchObject([{ id: 'never-seen' }])
  })

  it('malware that nobody is known for makes someone else likelier', () => {
    const alone = attribute(knowledge, [own('g05')]).someoneElse!
    expect(attribute(knowledge, [own('g05'), seen('software', 'new')]).someoneElse).toBeGreaterThan(alone)
  })

  it('leaves out what a report alone supports, and keeps what another one supports too', () => {
    const without = (...reports: string[]) =>
      attribute(knowledge, [own('g05')], { omits: (report) => reports.includes(report) })
    expect(without('g05-report-0').named?.id).toBe('g05')
    expect(without('g05-report-0', 'g05-report-1').abstention).toBe('met-by-nobody')
  })

  it('a campaign’s facts fall with the reports that attribute it', () => {
    const via = { kind: 'stix' as const, id: 'campaign--1', label: 'Campaign' }
    const rat = seen('software', 'campaign-rat')
    const folded = testingKnowledge([
      fact('g07', rat, 'campaign-report', { via, bridge: ['attribution-report'] }),
    ])
    expect(attribute(folded, [rat]).named?.id).toBe('g07')
    expect(
      attribute(folded, [rat], { omits: (report) => report === 'attribution-report' }).named,
    ).toBeUndefined()
  })

  it('a source that speaks of a larger group moves no single one of its parts', () => {
    const host = seen('infrastructure', 'domain:c2.example')
    const umbrella = ['g01', 'g02', 'g03'].map((id) => fact(id, host, 'feed', { share: 1 / 3 }))
    expect(attribute(testingKnowledge(umbrella), [host])).toMatchObject({
      confidence: 'none',
      rung: 'cluster',
    })
    const own1 = [fact('g01', host, 'feed', { share: 1 })]
    expect(attribute(testingKnowledge(own1), [host]).named?.id).toBe('g01')
  })
})

describe('the rung "sponsor"', () => {
  const claim = (id: string, source: string) => ({
    sponsor: { kind: 'place' as const, id, label: id },
    source,
  })

  it('follows from claims of sources', () => {
    const answer = attribute(testingKnowledge([], [claim('KP', 'a')]), [own('g01')])
    expect(answer).toMatchObject({
      rung: 'sponsor',
      sponsors: [{ sponsor: { id: 'KP' }, claims: [{ source: 'a', actor: 'g01' }] }],
    })
  })

  it('is not reached where sources contradict each other; both are shown', () => {
    const answer = attribute(testingKnowledge([], [claim('KP', 'a'), claim('CN', 'b')]), [own('g01')])
    expect(answer.rung).toBe('group')
    expect(answer.sponsors.map(({ contradicting }) => contradicting.length)).toEqual([1, 1])
  })
})

describe('what would settle it', () => {
  it('is the malware that one of the first two has and the other has not', () => {
    const two = new ActorKnowledge(
      ['a', 'b', 'c'].map((id) => actor(id)),
      [
        ...['a', 'b'].flatMap((id) => [
          fact(id, seen('software', 'both'), `${id}1`),
          fact(id, seen('technique', 'T1'), `${id}1`),
        ]),
        fact('a', seen('software', 'only-a'), 'a1'),
        fact('c', seen('software', 'only-c'), 'c1'),
      ],
    )
    const { settle } = attribute(two, [seen('software', 'both')])
    expect(settle[0]).toMatchObject({ feature: { id: 'only-a' }, favours: 'a' })
    expect(settle[0]!.ifSeen).toBeGreaterThan(0.5)
    expect(settle[0]!.ifNot).toBeLessThan(0.5)
    expect(settle.some(({ feature }) => feature.id === 'only-c')).toBe(false)
  })
})

describe('reports', () => {
  it('are one however they are cited', () => {
    expect(reportKey({ name: 'A', url: 'https://www.example.org/Report/' })).toBe('example.org/report')
    expect(reportKey({ name: 'B', url: 'https://web.archive.org/web/2020/http://example.org/report' })).toBe(
      'example.org/report',
    )
    expect(reportKey({ name: ' No Address 2020 ' })).toBe('no address 2020')
  })
})
