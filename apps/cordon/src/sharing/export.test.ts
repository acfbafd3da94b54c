import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  caseReport,
  type Dossier,
  goamlReport,
  mispEventOf,
  mispFeedOf,
  release,
  validateGoaml,
  type XmlTree,
} from '@cordon/casework'
import { bytesOf, collect } from '@cordon/formats'
import type { Finding, ThreatItem } from '@cordon/model'
import { recogniseThreatFormat } from '@cordon/sources'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { foundFinding } from '../store/testing-findings.ts'
import { planThreats } from '../threats/plan-threats.ts'
import { pdfOf } from './pdf.ts'
import { textRuns } from './pdf-fonts.ts'

const start = Date.UTC(2026, 0, 5)
const values = [
  'domain:evil.example',
  'ipv4:203.0.113.9',
  'sha256:'.concat('ab'.repeat(32)),
  'url:evil.example/a',
  'email:a@evil.example',
  'socket:203.0.113.9:8080',
  'mutex:Global\\x',
]
const found = (marking: Finding['marking'], ids: readonly string[]) =>
  foundFinding(`host-${marking}`, marking, {
    marking,
    watch: 'cyber',
    window: { start },
    matches: ids.map((id) => ({ kind: 'indicator', id, label: id.slice(id.indexOf(':') + 1) })),
  })
const dossier: Dossier = {
  case: { id: 3, state: 'in-review', opened: start },
  findings: [found('TLP:GREEN', values.slice(0, 4)), found('TLP:AMBER', values.slice(4))].map((finding) => ({
    finding,
    joins: [],
    revisedAt: start,
  })),
  notes: [],
  payments: [],
  objects: [],
  lists: [],
  institution: { name: 'Harbour Bank', bics: [] },
}

describe('a MISP event', () => {
  it('comes back as it went: the same indicators, with the same markings', async () => {
    const content = JSON.stringify(mispEventOf(release(dossier, 'TLP:AMBER')))
    const reader = recogniseThreatFormat(content, 'event.json')!
    const reading = reader.read({ name: 'event.json', open: () => bytesOf(content) }, { fetched: start })
    const { records, rejects } = await collect<ThreatItem, object>(reading)
    const read = records.flatMap((one) =>
      one.is === 'indicator'
        ? [`${one.indicator.kind}:${one.indicator.value} ${one.indicator.tlp} ${one.indicator.source}`]
        : [],
    )
    expect(rejects).toEqual([])
    expect(read.sort()).toEqual(
      values.map((one, i) => `${one} ${i < 4 ? 'TLP:GREEN' : 'TLP:AMBER'} harbour_bank`).sort(),
    )
  })

  it('is read from the feed that holds it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cordon-feed-'))
    const feed = mispFeedOf([mispEventOf(release(dossier, 'TLP:GREEN'))])
    for (const [name, text] of feed) await writeFile(join(folder, name), text)
    const { plans, missing, passedOver } = await planThreats([folder])
    expect([plans.map(({ reader }) => reader.format), missing, passedOver]).toEqual([['misp-event'], [], []])
  })
})

describe('a goAML report', () => {
  it('is XML that says what its tree says, whatever a value holds', () => {
    const odd = release(
      {
        ...dossier,
        notes: [{ id: '1', who: 'a', at: start, text: 'a < b & "c" ]]> \u0001 \ud800 <script> --' }],
      },
      'TLP:AMBER',
    )
    const { xml, tree } = goamlReport(odd, { 'report/action': '<x>' }, start)
    const read = parsed(xml)
    expect(read).toEqual(JSON.parse(JSON.stringify(tree)))
    expect(validateGoaml(read).every(({ kind }) => kind === 'missing')).toBe(true)
  })
})

describe('a report as PDF', () => {
  it('is the same bytes for the same case, in both languages', async () => {
    for (const language of ['en', 'ko'] as const) {
      const report = caseReport(release(dossier, 'TLP:AMBER'), language)
      const [one, other] = [await pdfOf(report, start), await pdfOf(report, start)]
      expect(one.subarray(0, 5).toString()).toBe('%PDF-')
      expect(one.equals(other)).toBe(true)
      expect(one.length).toBeLessThan(200_000)
    }
  })

  it('has a font for Latin, Cyrillic, Vietnamese and Hangul, and names what it has none for', () => {
    const runs = (text: string) =>
      textRuns(text, 'regular').map(({ slice, text: piece }) => `${slice}:${piece.trim()}`)
    expect(runs('Hanul Иванов 김철수')).toEqual(['latin:Hanul', 'cyrillic:Иванов', 'korean:김철수'])
    expect(runs('م')).toEqual(['latin:[U+0645]'])
    expect(runs('a\u202eb')).toEqual(['latin:ab'])
  })
})

function parsed(xml: string): XmlTree {
  const stack: { name: string; text: string; children: XmlTree[] }[] = [{ name: '', text: '', children: [] }]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => void stack.push({ name, text: '', children: [] }))
  parser.on('text', (text) => {
    stack.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    const done = stack.pop()!
    stack.at(-1)!.children.push(done.children.length > 0 ? { ...done, text: '' } : done)
  })
  parser.write(xml).close()
  return stack[0]!.children[0]!
}
