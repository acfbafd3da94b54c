import { enoughInformation, mostInformation, mostUnmet, type NameKind } from './features.ts'
import { nameModel } from './model.data.ts'

/** Log-odds that no name exceeds when words unmet on either side weigh at least this much. */
export function boundOf(
  best: number,
  unmetA: number,
  totalA: number,
  unmetB: number,
  totalB: number,
): number {
  const shareA = totalA === 0 ? 0 : unmetA / totalA
  const shareB = totalB === 0 ? 0 : unmetB / totalB
  return (
    best +
    nameModel.information * Math.min(mostInformation, totalA, totalB) +
    nameModel.unmetBoth * Math.min(mostBoth, unmetA, unmetB) +
    nameModel.unmetBothShare * Math.min(shareA, shareB) +
    nameModel.unmetMost * Math.min(mostUnmet, Math.max(unmetA, unmetB)) +
    nameModel.unmetMostShare * Math.max(shareA, shareB)
  )
}

/**
 * The same for names that meet in no other way than word by word.
 * @param told what the words met say at most
 * @param names proper words surely unmet on both sides. Each costs `otherName` for what `unmetBoth` leaves of it, so that
 * the two together cost least where as much is unmet as there are such words
 */
export function reachedOf(
  best: number,
  told: number,
  unmetA: number,
  totalA: number,
  unmetB: number,
  totalB: number,
  names: number,
): number {
  const information = Math.min(mostInformation, told)
  const most = Math.max(unmetA, unmetB)
  const shareA = totalA === 0 ? 0 : unmetA / totalA
  const shareB = totalB === 0 ? 0 : unmetB / totalB
  const others = Math.max(0, Math.min(2, names))
  const contradicted = Math.min(mostBoth, Math.max(Math.min(unmetA, unmetB), others))
  const lack = Math.max(0, enoughInformation - information)
  return (
    best +
    nameModel.information * information +
    nameModel.unmetBoth * contradicted +
    nameModel.otherName * Math.max(0, others - contradicted) +
    nameModel.unmetMost * Math.min(mostUnmet, most) +
    nameModel.unmetMostShare * Math.max(shareA, shareB) +
    nameModel.scarceMore * lack * Math.min(1, most)
  )
}

/**
 * The most weight that may be unmet in a name when words of `unmet` weight of the other, of `total`, are: with more it
 * stays below `cutoff`. Infinity where any may.
 */
export function mostUnmetBeside(best: number, unmet: number, total: number, cutoff: number): number {
  // A name of endless weight: its own share counts as nothing, so this is the weaker and safe bound.
  const reaches = (beside: number) => boundOf(best, unmet, total, beside, Infinity) >= cutoff
  if (reaches(mostUnmet)) return Infinity
  let [low, high] = [0, mostUnmet]
  for (let k = 0; k < 12; k++) {
    const middle = (low + high) / 2
    if (reaches(middle)) low = middle
    else high = middle
  }
  return high
}

/** The log-odds of a faultless pair, but for what its length adds. */
export function bestOf(kind: NameKind): number {
  if (kind === 'person') return nameModel.bias
  return nameModel.bias + Math.max(0, nameModel.organisation, nameModel.vessel)
}

/** As in `unmetBoth` of the features. */
const mostBoth = 1.5
