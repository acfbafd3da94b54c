import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KnownThreats } from '../threats/known-threats.ts'
import { threatsFromFiles } from '../threats/threats-from-files.ts'
import { actorTable } from './actors.ts'
import { attributeEvidence } from './attribute-evidence.ts'
import { attributionText } from './attribution-text.ts'
import { attributionView } from './attribution-view.ts'
import { EvidenceGatherer } from './case-evidence.ts'
import { evidenceSchema, readEvidence, type WrittenEvidence } from './evidence.ts'
import { testingBundle, testingGalaxy } from './testing-bundle.ts'
import { walletFacts } from './wallet-facts.ts'

const at = Date.parse('2026-01-01T00:00:00Z')
let folder: string
let threats: KnownThreats

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-attribution-'))
  const paths = [join(folder, 'bundle.json'), join(folder, 'galaxy.json'), join(folder, 'maltrail')]
  await writeFile(paths[0]!, JSON.stringify(testingBundle))
  await writeFile(paths[1]!, JSON.stringify(testingGalaxy))
  await writeFile(
    join(folder, 'apt_coral.txt'),
    '# Aliases: Coral Sleet, Coral Chollima, Amber Chollima\n\n# Reference: https://reports.example/coral\n\nc2.example\nhttp://203.0.113.9/a\n',
  )
  threats = (await threatsFromFiles([paths[0]!, paths[1]!, join(folder, 'apt_coral.txt')])).known
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = (evidence: WrittenEvidence) => attributeEvidence({ threats, at }, evidenceSchema.parse(evidence))

describe('evidence held against threat intelligence', () => {
  it('names the group whose malware was seen, with sources, campaign and contradicting names', () => {
    const answer = ask({ software: ['CORALRAT'], techniques: ['T1059.001'] })
    expect(answer.attribution).toMatchObject({ named: { name: 'Coral Chollima' }, rung: 'sponsor' })
    const view = attributionView(answer, threats)
    expect(view.candidates[0]!.for[0]).toMatchObject({
      feature: { label: 'CORALRAT (S9001)' },
      sources: [{ source: 'example_intelligence', reports: ['reports.example/coral-rat'] }],
    })
    // One list takes both groups for one: that is shown, and decides nothing.
    expect(view.candidates[0]!.contestedNames).toMatchObject([
      { name: 'Coral Chollima', also: [{ label: 'apt_coral' }] },
      { name: 'Coral Sleet', also: [{ label: 'apt_coral' }] },
    ])
    expect(view.words).toMatch(/^(Likely|Possibly) Coral Chollima: \d+ %/)
    expect(attributionText(view)).toContain('Rung reached: sponsor.')
  })

  it('folds attributed campaigns into their group', () => {
    const view = attributionView(ask({ software: ['S9003'] }), threats)
    expect(view.named?.name).toBe('Amber Chollima')
    expect(view.candidates[0]!.for[0]!.sources[0]!.via).toMatchObject({ label: 'Operation Example' })
  })

  it('weighs hosts by the lists that name them; a list of two groups is split between them', () => {
    const { attribution } = ask({ infrastructure: ['hxxp://c2[.]example/x', '203.0.113.9'] })
    const [first, second] = attribution.candidates
    expect(first!.actor.name).toBe('Coral Chollima')
    expect(second!.actor.name).toBe('Amber Chollima')
    expect(first!.for[0]!.sources[0]).toMatchObject({
      source: expect.any(String),
      via: { label: 'apt_coral' },
    })
  })

  it('keeps what it does not know and names it', () => {
    const { seen, attribution } = ask({
      techniques: ['T9999', 'T1562.002'],
      software: ['NoSuchThing'],
      hashes: ['xyz'],
      corridors: ['BD>PH', 'BDPH'],
      victims: { countries: ['Atlantis', 'BD'] },
      times: ['22', '2016-02-04T20:00:00+06:00', 'noon'],
    })
    const notes = Object.fromEntries(seen.map(({ written, how }) => [written, how]))
    expect(notes).toMatchObject({
      T9999: 'unknown',
      NoSuchThing: 'unknown',
      xyz: 'unknown',
      BDPH: 'unknown',
      Atlantis: 'unknown',
      noon: 'unknown',
      BD: 'same',
    })
    expect(seen.find(({ written }) => written === '2016-02-04T20:00:00+06:00')!.features[0]!.id).toBe('14')
    expect(attribution.confidence).toBe('none')
    expect(attribution.unassigned.map(({ label }) => label)).toContain('NoSuchThing')
  })

  it('follows ATT&CK’s changes of version', () => {
    expect(ask({ techniques: ['T1685.001'] }).seen[0]).toMatchObject({
      how: 'renamed',
      features: [{ label: expect.stringContaining('T1562.002') }],
    })
  })

  it('abstains with the reason where there is nothing', async () => {
    expect(attributionView(ask({}), threats)).toMatchObject({
      rung: 'none',
      abstention: 'no-evidence',
      candidates: [],
    })
    const { known } = await threatsFromFiles([])
    const view = attributionView(
      attributeEvidence({ threats: known, at }, evidenceSchema.parse({ software: ['X'] })),
      known,
    )
    expect(view.words).toContain('cordon knowledge import')
  })
})

describe('a file of evidence', () => {
  it('is YAML, JSON or a STIX bundle', () => {
    expect(readEvidence('software: [A]\nvictims: { countries: [BD] }\ntimes: [22]', 'e')).toMatchObject({
      software: ['A'],
      times: ['22'],
    })
    expect(readEvidence('{"techniques":["T1059"]}', 'e').techniques).toEqual(['T1059'])
    expect(readEvidence('', 'e').software).toEqual([])
    const bundle = {
      type: 'bundle',
      objects: [
        { type: 'attack-pattern', name: 'PowerShell', external_references: [{ external_id: 'T1059.001' }] },
        { type: 'malware', name: 'CORALRAT' },
        { type: 'indicator', pattern: "[file:hashes.'SHA-256' = 'ab' OR domain-name:value = 'c2.example']" },
        { type: 'identity', sectors: ['financial-services'] },
        null,
      ],
    }
    expect(readEvidence(JSON.stringify(bundle), 'e')).toMatchObject({
      techniques: ['T1059.001'],
      software: ['CORALRAT'],
      hashes: ['ab'],
      infrastructure: ['c2.example'],
      victims: { sectors: ['financial-services'] },
    })
  })

  it('says what is wrong with it, and where', () => {
    expect(() => readEvidence('softwares: [A]', 'seen.yaml')).toThrow(/softwares/)
    expect(() => readEvidence('software: A', 'seen.yaml')).toThrow(/seen\.yaml software/)
    expect(() => readEvidence('a: [', 'seen.yaml')).toThrow(/YAML/)
  })
})

describe('evidence of a case', () => {
  it('is read from findings of all doors', () => {
    const gatherer = new EvidenceGatherer()
    const finding = (more: Partial<Finding>): Finding => ({
      id: 'f1',
      revision: 1,
      state: 'open',
      watch: 'cyber',
      rule: 'r',
      ruleVersion: '1',
      severity: 'high',
      score: 1,
      subjects: [],
      matches: [],
      window: { start: Date.parse('2026-01-01T22:10:00Z') },
      evidence: [],
      knowledgeVersions: {},
      marking: 'TLP:CLEAR',
      statement: '',
      ...more,
    })
    gatherer.add(
      finding({
        matches: [
          { kind: 'stix', id: 'T1059.001', label: '' },
          { kind: 'stix', id: 'S9001', label: '' },
          { kind: 'stix', id: 'G0032', label: 'a rule’s opinion' },
          { kind: 'indicator', id: 'domain:c2.example', label: '' },
        ],
      }),
    )
    gatherer.add(
      finding({
        id: 'f2',
        watch: 'payments',
        subjects: [{ kind: 'wallet', id: '0x098B716B8Aaf21512996dC57EB0615e2383E2f96', label: '' }],
      }),
    )
    gatherer.victim({ country: 'BD', bics: ['BBHOBDDH'] })
    const { evidence, where } = gatherer.done()
    expect(evidence).toMatchObject({
      techniques: ['T1059.001'],
      software: ['S9001'],
      infrastructure: ['c2.example'],
      times: ['22'],
      victims: { countries: ['BD'], sectors: ['financial-services'] },
    })
    expect(evidence.wallets).toHaveLength(1)
    expect(where.get('T1059.001')).toEqual(['f1'])
  })

  it('a listed wallet leads to the group that its holder is said to be', () => {
    const [group] = actorTable(threats.graph).actors.filter(({ name }) => name === 'Coral Chollima')
    const wallet = { kind: 'wallet' as const, id: 'wallet:0xAB', label: '0xAB' }
    const entity = {
      id: 'w',
      caption: 'w',
      schema: 'CryptoWallet',
      properties: { publicKey: ['0xab'], holder: ['org'] },
      datasets: ['us_ofac_sdn'],
      referents: [],
      target: true,
    }
    const claim = {
      from: { kind: 'entity' as const, id: 'org', label: 'Org' },
      to: { kind: 'stix' as const, id: group!.id, label: '' },
      relation: 'same-as',
      source: 'pack',
      confidence: 0.9,
      valid: {},
    }
    expect(walletFacts([entity], [claim], actorTable(threats.graph), [wallet])).toMatchObject([
      { actor: group!.id, share: 0.9, source: 'us_ofac_sdn' },
    ])
  })
})

const attack = referenceData('cyber/attack/enterprise-attack-18.1.reassembled.stix20.json.gz')
const galaxy = referenceData('cyber/misp-galaxy/dprk-clusters-extract.json')
describe.skipIf(!attack || !galaxy)('on ATT&CK and MISP', () => {
  it('AppleJeus is found over the 3CX campaign, which ATT&CK keeps off the group; MISP’s Lazarus swallows four groups and moves none', async () => {
    const { known } = await threatsFromFiles([attack!, galaxy!])
    const table = actorTable(known.graph)
    const names = new Map(table.actors.map(({ id, name }) => [id, name]))
    const misp = [...known.graph.objects('threat-actor'), ...known.graph.objects('intrusion-set')].find(
      ({ name, versions }) => name === 'Lazarus Group' && versions[0]!.source === 'misp_galaxy_threat_actor',
    )!
    const parts = table.holdings.get(misp.id)!
    expect(parts.map(({ actor }) => names.get(actor))).toEqual(
      expect.arrayContaining(['Lazarus Group', 'APT38', 'Andariel', 'Moonstone Sleet']),
    )
    expect(parts[0]!.share).toBeLessThan(0.6)
    const asked = (evidence: WrittenEvidence) =>
      attributeEvidence({ threats: known, at }, evidenceSchema.parse(evidence)).attribution
    const campaign = known.graph.withCode('C0057')[0]!
    const seen3cx = known.graph.from(campaign).flatMap(({ to }) => known.graph.get(to)?.code ?? [])
    const alike = asked({ techniques: seen3cx.filter((code) => code.startsWith('T')) })
    expect(alike).toMatchObject({ abstention: 'narrowing-only', confidence: 'none' })
    expect(alike.candidates[0]!.actor.name).toBe('AppleJeus')
    expect(asked({ software: ['Torisma'] }).candidates[0]).toMatchObject({
      actor: { name: 'Lazarus Group' },
      for: [{ sources: [{ via: { label: 'Operation Dream Job' } }] }],
    })
    const techniques = known.graph.get('intrusion-set--c93fccb1-e8e8-42cf-ae33-2ad1d183913a')!
    const used = known.graph.from(techniques.id).flatMap(({ to }) => known.graph.get(to)?.code ?? [])
    const all = used.filter((code) => code.startsWith('T'))
    expect(all.length).toBeGreaterThan(50)
    expect(
      attributeEvidence({ threats: known, at }, evidenceSchema.parse({ techniques: all })).attribution
        .abstention,
    ).toBe('narrowing-only')
  })
})
