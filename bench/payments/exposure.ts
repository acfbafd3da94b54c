/**
 * A made-up graph of a million transfers, with hubs, cycles and unknown amounts, followed by haircut and first in, first out, and
 * searched for peel chains and fans. The baseline in the same run is one pass that only adds up what each address received.
 *
 *     npx tsx --conditions=cordon-source bench/payments/exposure.ts [TRANSFERS] [LABELS]
 */
import { type AddressLabel, findFans, findPeelChains, type Transfer, traceExposure } from '@cordon/payments'

const many = Number(process.argv[2] ?? 1_000_000)
const labelled = Number(process.argv[3] ?? 300)
let state = 1
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
/** The first addresses are hubs: exchanges, which half of all transfers touch. */
const address = () => `a${Math.floor((random() < 0.5 ? 200 : many / 3) * random())}`
const transfers: Transfer[] = Array.from({ length: many }, (_, index) => ({
  from: address(),
  to: address(),
  asset: random() < 0.7 ? 'ETH' : 'USDT',
  time: index * 1_000,
  where: '',
  ...(random() < 0.98 && { amount: BigInt(Math.floor(random() ** 4 * 1e15)) * 1_000n }),
}))
const labels: AddressLabel[] = Array.from({ length: labelled }, (_, index) => ({
  address: `a${200 + index * 37}`,
  category: index % 3 === 0 ? 'mixer' : 'listed',
  name: `label ${index}`,
}))

function timed<T>(what: string, work: () => T): T {
  const began = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(began)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${what}: ${((user + system) / 1e6).toFixed(2)} s of CPU; peak ${peak} MB`)
  return result
}

timed('baseline, sums alone', () => {
  const sums = new Map<string, bigint>()
  for (const { to, asset, amount = 0n } of transfers) {
    const key = `${asset} ${to}`
    sums.set(key, (sums.get(key) ?? 0n) + amount)
  }
  return sums
})
const trace = timed('exposure, both methods, three hops', () => traceExposure({ transfers, labels }))
console.log(`  ${trace.exposures.length} told, ${trace.serviceHops.length} service hops`)
console.log(
  `  ${trace.exposures.filter(({ isApproximate }) => isApproximate).length} approximate of those told`,
)
timed('destinations', () => traceExposure({ transfers, labels, direction: 'destinations' }))
console.log(`  ${timed('peel chains', () => findPeelChains(transfers)).length} chains`)
console.log(`  ${timed('fans', () => findFans(transfers)).length} fans`)
