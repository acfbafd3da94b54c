import { bytesOf } from '@cordon/formats'
import type { Entity } from '@cordon/model'
import { cordon } from '@cordon/screening'
import { readPayments } from '../read.ts'
import type { ReadMessage } from '../read-message.ts'
import { type PaymentKnowledge, paymentKnowledge } from './knowledge.ts'
import type { PlaceKnowledge } from './place-index.ts'

/** A list as NDJSON of FollowTheMoney entities. */
export function listIn(text: string): Entity[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entity)
}

/** A few places, for tests that need no pack. */
export const testPlaces: PlaceKnowledge = {
  name: 'test-places',
  version: '2026-01-01',
  areas: [
    { code: 'KP', name: 'North Korea', also: ['DPRK'], source: '31 CFR Part 510' },
    { name: 'Crimea', source: 'Executive Order 13685' },
  ],
  places: [
    { name: 'Pyongyang', area: 'North Korea', kind: 'city' },
    { name: 'Tanchon', area: 'North Korea', kind: 'port' },
    { name: 'Kerch', area: 'Crimea', kind: 'port' },
    { name: 'Yalta', area: 'Crimea', kind: 'city', ambiguous: 'a name of hotels' },
    { name: 'Bandar Test', area: 'Crimea', kind: 'port' },
  ],
  goods: [{ name: 'coal', also: ['anthracite'], source: 'UNSCR 2371 (2017) paragraph 8' }],
}

/** What messages are screened against in tests. */
export function knowledgeOf(
  entities: readonly Entity[],
  places: readonly PlaceKnowledge[] = [testPlaces],
): PaymentKnowledge {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const index = cordon.buildIndex(entities)
  return paymentKnowledge(
    { index, entity: (id) => byId.get(id), versions: { test_list: '1' } },
    entities,
    places,
  )
}

/** The one message of a text. */
export async function messageIn(text: string): Promise<ReadMessage> {
  for await (const { messages } of readPayments(bytesOf(text))) if (messages[0]) return messages[0]
  throw new Error('no message')
}
