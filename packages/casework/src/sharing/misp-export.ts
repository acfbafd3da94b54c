import { type Instant, isoDay, type Severity, type Tlp } from '@cordon/model'
import { md5 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isOpen } from '../states.ts'
import type { DossierFinding } from './dossier.ts'
import { markingOfWords, type Released } from './release.ts'
import { indicatorOf } from './stix-values.ts'
import { cordonNamespace, sortedJson, uuidV5 } from './uuid.ts'

/** One attribute of a MISP event. */
export interface MispAttribute {
  readonly uuid: string
  readonly type: string
  readonly category: string
  readonly value: string
  readonly to_ids: boolean
  readonly comment: string
  /** Seconds, as text. */
  readonly timestamp: string
  readonly distribution: string
  readonly first_seen?: string
  readonly last_seen?: string
  readonly disable_correlation: boolean
  readonly deleted: boolean
  readonly Tag: readonly MispTag[]
}

/** A tag of MISP. */
export interface MispTag {
  readonly name: string
  readonly colour: string
}

/** An event in MISP's core format. */
export interface MispEvent {
  readonly uuid: string
  readonly info: string
  readonly date: string
  readonly timestamp: string
  readonly publish_timestamp: string
  readonly published: boolean
  readonly analysis: string
  readonly threat_level_id: string
  readonly distribution: string
  readonly extends_uuid: string
  readonly Orgc: { readonly name: string; readonly uuid: string }
  readonly Tag: readonly MispTag[]
  readonly Attribute: readonly MispAttribute[]
}

/** Kinds of indicators as MISP's attribute types, with the category that MISP has for each. */
const types: Readonly<Record<string, readonly [type: string, category: string]>> = {
  ipv4: ['ip-dst', 'Network activity'],
  ipv6: ['ip-dst', 'Network activity'],
  domain: ['domain', 'Network activity'],
  url: ['url', 'Network activity'],
  socket: ['ip-dst|port', 'Network activity'],
  'user-agent': ['user-agent', 'Network activity'],
  ja3: ['ja3-fingerprint-md5', 'Network activity'],
  email: ['email', 'Payload delivery'],
  md5: ['md5', 'Payload delivery'],
  sha1: ['sha1', 'Payload delivery'],
  sha256: ['sha256', 'Payload delivery'],
  sha512: ['sha512', 'Payload delivery'],
  'file-name': ['filename', 'Payload delivery'],
  mutex: ['mutex', 'Artifacts dropped'],
  'registry-key': ['regkey', 'Persistence mechanism'],
  account: ['bank-account-nr', 'Financial fraud'],
  bic: ['bic', 'Financial fraud'],
}

const colours: Readonly<Record<Tlp, string>> = {
  'TLP:CLEAR': '#ffffff',
  'TLP:GREEN': '#33ff00',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:RED': '#ff2b2b',
}
const tag = (tlp: Tlp): MispTag => ({ name: tlp.toLowerCase(), colour: colours[tlp] })
const levels: Readonly<Record<Severity, string>> = { critical: '1', high: '1', medium: '2', low: '3' }
/** Who MISP itself may pass an event to: its own organisation, or its community. */
const distribution = (tlp: Tlp) => (tlp === 'TLP:CLEAR' ? '3' : tlp === 'TLP:GREEN' ? '1' : '0')
const seconds = (at: Instant) => String(Math.floor(at / 1000))

/**
 * What was released of a case as a MISP event. Indicators are attributes for detection, in the kinds that MISP has; what else a finding
 * says is a text beside them. Each attribute has its own marking as a tag.
 * @see https://www.misp-standard.org/rfc/misp-standard-core.html
 */
export function mispEventOf(released: Released): { readonly Event: MispEvent } {
  const { case: found, findings, level, institution, marking } = released
  const space = sortedJson([institution?.name ?? '', 'case', found.id, level])
  const uuid = uuidV5(cordonNamespace, `misp ${space}`)
  const attributes = new Map<string, MispAttribute>()
  const put = (one: Omit<MispAttribute, 'uuid' | 'deleted' | 'disable_correlation'>) => {
    const key = sortedJson([space, one.type, one.value])
    if (!attributes.has(key))
      attributes.set(key, {
        uuid: uuidV5(cordonNamespace, key),
        ...one,
        disable_correlation: !one.to_ids,
        deleted: false,
      })
  }
  // The widest marking of a value first: of two attributes with one value the first stays.
  for (const one of findings) for (const attribute of attributesOf(one)) put(attribute)
  for (const { at, text } of released.notes)
    put({
      type: 'text',
      category: 'Other',
      value: text,
      to_ids: false,
      comment: '',
      timestamp: seconds(at),
      distribution: distribution(markingOfWords(text)),
      Tag: [tag(markingOfWords(text))],
    })
  const changed = Math.max(
    found.opened,
    ...findings.map(({ revisedAt, decision }) => Math.max(revisedAt, decision?.at ?? 0)),
    ...released.notes.map(({ at }) => at),
  )
  return {
    Event: {
      uuid,
      info: found.title,
      date: isoDay(found.opened),
      timestamp: seconds(changed),
      publish_timestamp: seconds(changed),
      published: true,
      analysis: isOpen(found.state) ? '1' : '2',
      threat_level_id: levels[found.severity],
      distribution: distribution(marking),
      extends_uuid: '',
      Orgc: {
        name: institution?.name || 'cordon',
        uuid: uuidV5(cordonNamespace, sortedJson(['institution', institution?.name ?? ''])),
      },
      Tag: [tag(marking)],
      Attribute: [...attributes.values()],
    },
  }
}

type Draft = Omit<MispAttribute, 'uuid' | 'deleted' | 'disable_correlation'>

function attributesOf({ finding, revisedAt, decision }: DossierFinding): Draft[] {
  const { window, marking } = finding
  const common = { timestamp: seconds(revisedAt), distribution: distribution(marking), Tag: [tag(marking)] }
  const isFalse = decision?.verdict === 'false'
  const values = [...finding.matches, ...finding.subjects].flatMap((ref) => {
    const indicator = indicatorOf(ref)
    if (!indicator) return []
    const [type, category] =
      indicator.kind === 'wallet'
        ? walletType(indicator.value)
        : (types[indicator.kind] ?? ['other', 'Other'])
    const value = indicator.kind === 'socket' ? indicator.value.replace(/:(\d+)$/, '|$1') : indicator.value
    return [
      {
        type,
        category,
        value,
        // What a person found false is told, and is not to be detected by.
        to_ids: !isFalse && type !== 'other' && finding.matches.includes(ref),
        comment: finding.statement,
        first_seen: new Date(window.start).toISOString(),
        last_seen: new Date(Math.max(window.start, window.end ?? window.start)).toISOString(),
        ...common,
      },
    ]
  })
  return [
    ...values,
    {
      type: 'text',
      category: 'Other',
      value: finding.statement,
      to_ids: false,
      comment: `${finding.watch} ${finding.rule}`,
      ...common,
    },
  ]
}

function walletType(value: string): readonly [string, string] {
  if (/^(?:bc1|[13])[a-z0-9]{20,}$/i.test(value)) return ['btc', 'Financial fraud']
  if (/^[48][a-z0-9]{94,}$/i.test(value)) return ['xmr', 'Financial fraud']
  return ['other', 'Financial fraud']
}

/**
 * Events as the files of a MISP feed: `manifest.json`, `hashes.csv` (the MD5 of each value, and the event that it is in), one file an event.
 * @returns content by file name
 */
export function mispFeedOf(events: readonly { readonly Event: MispEvent }[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const manifest: Record<string, unknown> = {}
  const hashes: string[] = []
  for (const { Event: event } of events) {
    const { uuid, info, date, timestamp, analysis, threat_level_id, Orgc, Tag } = event
    manifest[uuid] = { Orgc, Tag, info, date, analysis, threat_level_id, timestamp }
    for (const { type, value, deleted } of event.Attribute)
      if (!deleted)
        for (const part of type.includes('|') ? value.split('|') : [value])
          hashes.push(`${bytesToHex(md5(utf8ToBytes(part)))},${uuid}`)
    files.set(`${uuid}.json`, `${JSON.stringify({ Event: event }, undefined, 1)}\n`)
  }
  files.set('manifest.json', `${JSON.stringify(manifest, undefined, 1)}\n`)
  files.set('hashes.csv', hashes.length > 0 ? `${[...new Set(hashes)].join('\n')}\n` : '')
  return files
}
