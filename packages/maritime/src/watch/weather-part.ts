import type { Instant } from '@cordon/model'
import type { SeaKnowledge } from './knowledge.ts'
import type { Part } from './parts.ts'
import { placeText } from './place-parts.ts'

/** In higher waves ships hardly lie alongside each other. Metres of significant height; the limit is ours. */
const roughM = 3

/** What the weather was like in the middle of something, where it is given. Rough seas speak against a transfer; calm ones say nothing. */
export function weatherPart(
  {
    lat,
    lon,
    start,
    end,
  }: { readonly lat: number; readonly lon: number; readonly start: Instant; readonly end: Instant },
  { weather, rules }: SeaKnowledge,
): Part | undefined {
  const report = weather?.at(lat, lon, (start + end) / 2)
  if (report === undefined) return undefined
  const { waveM, windKnots, source } = report
  const isRough = waveM !== undefined && waveM > roughM
  const said = [
    ...(waveM === undefined ? [] : [`waves of ${waveM.toFixed(1)} m`]),
    ...(windKnots === undefined ? [] : [`wind of ${windKnots.toFixed(0)} kn`]),
  ].join(', ')
  return {
    feature: 'weather',
    query: placeText(lat, lon),
    candidate: said,
    contribution: isRough ? rules.weights.roughSea : 0,
    detail: `There were ${said}${isRough ? ': ships hardly lie alongside each other in such a sea' : ''}.`,
    ...(source !== undefined && { source }),
  }
}
