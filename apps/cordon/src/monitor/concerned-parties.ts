import { setImmediate as nextTurn } from 'node:timers/promises'
import { type NarrowedIndex, type PartyQuery, PartySieve, PartySiever } from '@cordon/screening'
import { renewSieves, type SieveBatch, type Store, type WatchedParty } from '../store/index.ts'

/** Parties read and compared at once. */
const pageSize = 1_000
/** The score from which a party matches: as screening has it without options. */
const threshold = 0.7

/**
 * Parties that are one of some entries, or were: a sieve over the blocks of all parties leaves those that may be, and a
 * comparison with these entries alone, which scores as the whole index does, those that are.
 * @param narrowed the index over these entries alone
 * @param changed their ids, those of entries that are gone among them
 */
export async function* concernedParties(
  store: Store,
  narrowed: NarrowedIndex,
  changed: ReadonlySet<string>,
  onProgress: (text: string) => void,
): AsyncGenerator<WatchedParty[]> {
  const done = new Set<string>()
  const numbers = await sieved(store, narrowed, onProgress)
  for (let from = 0; from < numbers.length; from += pageSize) {
    const read = await store.watched.byNumber(numbers.slice(from, from + pageSize))
    const page = read.filter((party) => isOneOf(narrowed, party))
    for (const { id } of page) done.add(id)
    if (page.length > 0) yield page
    const compared = Math.min(numbers.length, from + pageSize)
    onProgress(`compared ${compared} of ${numbers.length} parties with what changed`)
    await nextTurn()
  }
  const met = (await store.watched.matchesOfEntities([...changed])).filter(({ open }) => open)
  const former = [...new Set(met.map(({ partyId }) => partyId))].filter((id) => !done.has(id))
  for (let from = 0; from < former.length; from += pageSize)
    yield store.watched.get(former.slice(from, from + pageSize))
}

const isOneOf = (narrowed: NarrowedIndex, { schema, properties }: PartyQuery) =>
  narrowed.match({ schema, properties }, { cutoff: threshold, threshold, limit: 1 }).length > 0

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)

/** Numbers of the parties that the sieve lets through. */
async function sieved(
  store: Store,
  narrowed: NarrowedIndex,
  onProgress: (text: string) => void,
): Promise<number[]> {
  const sieve = narrowed.sieve(threshold)
  await learnWords(store, sieve)
  const through: number[] = []
  const stale: number[] = []
  let seen = 0
  for await (const { bytes, places } of store.watched.sieves()) {
    const view = viewOf(bytes)
    for (let at = 0; at < places.length; at += 3) {
      const [number, from, to] = [places[at]!, places[at + 1]!, places[at + 2]!]
      if (!PartySieve.reads(view, from, to)) stale.push(number)
      else if (sieve.meets(view, from)) through.push(number)
    }
    seen += places.length / 3
    onProgress(`sieved ${seen} parties, ${through.length} to compare`)
  }
  await renew(store, sieve, stale, through, onProgress)
  return through
}

async function learnWords(store: Store, sieve: PartySieve): Promise<void> {
  for await (const batch of store.watched.words()) learn(sieve, batch)
}

function learn(sieve: PartySieve, { bytes, places }: SieveBatch): void {
  const view = viewOf(bytes)
  for (let at = 0; at < places.length; at += 3)
    sieve.learn(places[at]!, view, places[at + 1]!, places[at + 2]!)
}

/** Blocks of an earlier layout are written anew, once, and then sieved. */
async function renew(
  store: Store,
  sieve: PartySieve,
  stale: readonly number[],
  through: number[],
  onProgress: (text: string) => void,
): Promise<void> {
  const siever = new PartySiever()
  for (let from = 0; from < stale.length; from += pageSize) {
    const numbers = stale.slice(from, from + pageSize)
    const parties = await store.watched.byNumber(numbers)
    const sieves = parties.map(({ id, number, schema, properties }) => ({
      id,
      number,
      sieve: siever.read({ schema, properties }),
    }))
    await store.transaction((client) => renewSieves(client, sieves))
    for (const { sieve: made } of sieves)
      for (const [word, ways] of made.words) sieve.learn(word, viewOf(ways), 0, ways.length)
    for (const { number, sieve: made } of sieves) if (sieve.meets(viewOf(made.block), 0)) through.push(number)
    onProgress(`read ${Math.min(stale.length, from + pageSize)} of ${stale.length} parties anew`)
  }
}
