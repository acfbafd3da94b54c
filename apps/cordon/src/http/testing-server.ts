import type { AddressInfo } from 'node:net'
import type { Entity } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { EntityCollector } from '../known/build.ts'
import { KnownHolder, type KnownList } from '../known/known.ts'
import { algorithms, defaultAlgorithm } from '../screening-algorithms.ts'
import { type AppOptions, buildApp } from './app.ts'

/** An entity of a test's list. */
export const entity = (
  id: string,
  schema: string,
  properties: Record<string, string[]>,
  source: string,
): Entity => ({
  id,
  caption: properties.name?.[0] ?? id,
  schema,
  properties,
  datasets: [source],
  referents: id === 'ofac-24918' ? ['NK-park'] : [],
  target: properties.topics !== undefined,
})

/** A small OFAC and UN list. */
export const entities = [
  entity(
    'ofac-24918',
    'Person',
    {
      name: ['PARK, Jin Hyok'],
      alias: ['PAK, Jin Hek'],
      birthDate: ['1984-08-15'],
      nationality: ['kp'],
      passportNumber: ['290333974'],
      topics: ['sanction'],
    },
    'us_ofac_sdn',
  ),
  entity(
    'ofac-27307',
    'Organization',
    { name: ['LAZARUS GROUP'], alias: ['HIDDEN COBRA'], topics: ['sanction'] },
    'us_ofac_sdn',
  ),
  entity(
    'ofac-24918-s',
    'Sanction',
    { entity: ['ofac-24918'], program: ['DPRK3'], listingDate: ['2018-09-06'] },
    'us_ofac_sdn',
  ),
  entity(
    'link-1',
    'UnknownLink',
    { subject: ['ofac-24918'], object: ['ofac-27307'], role: ['Acting for'] },
    'us_ofac_sdn',
  ),
  entity(
    'un-vessel',
    'Vessel',
    { name: ['CHONG CHON GANG'], imoNumber: ['7937317'], flag: ['kp'], topics: ['sanction'] },
    'un_sc_sanctions',
  ),
] // prettier-ignore

/** The lists that `entities` are from. */
export const lists: KnownList[] = [
  {
    source: 'us_ofac_sdn',
    title: 'OFAC SDN',
    publisher: 'OFAC',
    version: '2025-09-03',
    entities: 4,
    starter: false,
  },
  {
    source: 'un_sc_sanctions',
    title: 'UN',
    publisher: 'UN',
    version: '2025-04-19',
    entities: 1,
    starter: false,
  },
] // prettier-ignore

/** What is known of some entities. */
export function knownOf(from: readonly Entity[] = entities) {
  const collector = new EntityCollector()
  for (const one of from) collector.add(one)
  return collector.build(lists, defaultAlgorithm)
}

/** A server on a free port, and how to ask it. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly url: string
  readonly known: KnownHolder
  get(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** GET, and the answer's JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  json(path: string): Promise<Record<string, any>>
}

/**
 * Starts a server that answers from lists, with no store.
 * @param from its entities; `none` is a server that still loads
 */
export async function startServer(
  from: readonly Entity[] | 'none' = entities,
  options: AppOptions = {},
): Promise<TestServer> {
  const known = new KnownHolder()
  if (from !== 'none') known.swap(await knownOf(from))
  const app = await buildApp({ version: '0.1.0', known, algorithms }, options)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const get = (path: string, init?: RequestInit) => fetch(url + path, { redirect: 'manual', ...init })
  return {
    app,
    url,
    known,
    get,
    post: (path, body, headers = {}) =>
      get(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
    json: async (path) => (await (await get(path)).json()) as Record<string, any>,
  }
}
