import type { SightingInput } from '../../api/sea-types.ts'
import { strings } from '../../strings/index.ts'
import { parsePosition, parseUtc } from './position.ts'

const words = strings.sea.sighting

/** What a person typed, as text. */
export interface SightingText {
  readonly time: string
  readonly position: string
  readonly accuracy: string
  readonly length: string
  readonly heading: string
  readonly name: string
  readonly imo: string
  readonly photo: string
  readonly source: string
}

/** Names of the fields, in their order. */
export type SightingField = keyof SightingText

/** Nothing typed yet. */
export const noText: SightingText = {
  time: '',
  position: '',
  accuracy: '',
  length: '',
  heading: '',
  name: '',
  imo: '',
  photo: '',
  source: '',
}

/** The sighting that was typed, or what is wrong with which field. */
export type CheckedSighting =
  | { readonly ok: true; readonly sighting: SightingInput }
  | { readonly ok: false; readonly faults: Partial<Record<SightingField, string>> }

const ranges = { accuracy: [1, 100_000], length: [1, 600], heading: [0, 360] } as const

/** Reads what was typed. */
export function checkSighting(text: SightingText): CheckedSighting {
  const faults: Partial<Record<SightingField, string>> = {}
  const time = parseUtc(text.time)
  if (time === undefined) faults.time = text.time.trim() === '' ? words.timeNeeded : words.timeForm
  const place = parsePosition(text.position)
  if (!place.ok) faults.position = words.positionWhy[place.why]
  const numbers: Partial<Record<keyof typeof ranges, number>> = {}
  for (const field of ['accuracy', 'length', 'heading'] as const) {
    const typed = text[field].trim()
    if (typed === '') continue
    const value = Number(typed.replace(',', '.').replace(/\s*(m|°)$/i, ''))
    const [least, most] = ranges[field]
    if (value >= least && value <= most) numbers[field] = value
    else faults[field] = words.range(words[field], least, most)
  }
  const imo = text.imo.replace(/^\s*IMO\s*/i, '').trim()
  if (imo !== '' && !/^\d{7}$/.test(imo)) faults.imo = words.imoForm
  if (Object.keys(faults).length > 0 || time === undefined || !place.ok) return { ok: false, faults }
  const said = { name: text.name.trim(), imo, photo: text.photo.trim(), source: text.source.trim() }
  return {
    ok: true,
    sighting: {
      time: new Date(time).toISOString(),
      lat: Math.round(place.lat * 1e6) / 1e6,
      lon: Math.round(place.lon * 1e6) / 1e6,
      ...(numbers.accuracy !== undefined && { accuracy_m: numbers.accuracy }),
      ...(numbers.length !== undefined && { length_m: numbers.length }),
      ...(numbers.heading !== undefined && { heading: numbers.heading }),
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
    },
  }
}
