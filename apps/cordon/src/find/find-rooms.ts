import { guessIndicator, type WatchName } from '@cordon/model'
import { searchIndexOf } from '../http/search/search-index.ts'
import { knownNow, type Services } from '../http/services.ts'
import { foldText } from '../store/finding-row.ts'
import { namedThreats } from '../threats/threat-view.ts'

/** One thing that was found. */
export interface FoundThing {
  /** What its page is known by. */
  readonly id: string
  readonly title: string
  /** Schema, severity, type: what kind of thing within its room. */
  readonly kind: string
  readonly detail?: string
  /** For a finding: the watch that found it. */
  readonly watch?: WatchName
}

/** What a room found; `more` where there is more than it gave. */
export interface Found {
  readonly hits: readonly FoundThing[]
  readonly more: boolean
  /** How the words were taken where nothing bears them as they are: words that differ in a letter or two. */
  readonly near?: boolean
}

/** A room that can be asked. It should end early when it is told to, and is not waited for beyond the deadline. */
export interface FindRoom {
  readonly name: string
  find(services: Services, text: string, limit: number): Promise<Found>
}

const upTo = (all: readonly FoundThing[], limit: number): Found => ({
  hits: all.slice(0, limit),
  more: all.length > limit,
})

const entities: FindRoom = {
  name: 'entities',
  async find(services, text, limit) {
    const index = await searchIndexOf(knownNow(services))
    let { numbers } = index.find(text)
    const near = numbers.length === 0
    if (near) numbers = index.find(text, true).numbers
    const hits = Array.from(numbers.subarray(0, limit), (at) => {
      const { id, caption, schema, datasets, properties } = index.entities[at]!
      const about = [properties.nationality ?? properties.flag ?? properties.country, properties.birthDate]
      return {
        id,
        title: caption,
        kind: schema,
        detail: [...about.flatMap((values) => values?.slice(0, 1) ?? []), ...datasets.slice(0, 2)].join(
          ' · ',
        ),
      }
    })
    return { hits, more: numbers.length > limit, ...(near && hits.length > 0 && { near }) }
  },
}

const findings: FindRoom = {
  name: 'findings',
  async find({ records }, text, limit) {
    if (!records) return upTo([], limit)
    const { findings: found } = await (await records.store()).findings.query({ text, limit: limit + 1 })
    return upTo(
      found.map(({ finding, verdict }) => ({
        id: finding.id,
        title: finding.statement,
        kind: finding.severity,
        watch: finding.watch,
        detail: [finding.rule, verdict ?? ''].filter(Boolean).join(' · '),
      })),
      limit,
    )
  },
}

const cases: FindRoom = {
  name: 'cases',
  async find({ records }, text, limit) {
    if (!records) return upTo([], limit)
    const page = await (await records.store()).cases.list({ text, state: 'all', limit: limit + 1 })
    return upTo(
      page.cases.map(({ id, title, severity, state, assignee }) => ({
        id: String(id),
        title,
        kind: severity,
        detail: [`#${id}`, state, assignee ?? ''].filter(Boolean).join(' · '),
      })),
      limit,
    )
  },
}

const payments: FindRoom = {
  name: 'payments',
  async find({ records }, text, limit) {
    if (!records) return upTo([], limit)
    const page = await (await records.store()).payments.query({ text, limit: limit + 1 })
    return upTo(
      page.payments.map(({ id, summary, recommendation, state }) => ({
        id,
        title: [summary.type, summary.id].join(' '),
        kind: recommendation,
        detail: [summary.debtor, summary.creditor, state].filter(Boolean).join(' · '),
      })),
      limit,
    )
  },
}

const threats: FindRoom = {
  name: 'threats',
  async find({ records }, text, limit) {
    if (!records) return upTo([], limit)
    const { graph, indicators } = await (await records.threats()).known()
    const named = namedThreats(graph, [...graph.find(text), ...graph.namesLike(text, limit * 3)])
    const once = named.filter(({ id }, at) => named.findIndex((one) => one.id === id) === at)
    const guess = guessIndicator(text)
    const known = guess && indicators.find(guess.kind, guess.value) >= 0
    return upTo(
      [
        ...(guess && known ? [{ id: guess.value, title: guess.value, kind: `indicator ${guess.kind}` }] : []),
        ...once.map(({ id, name, type }) => ({ id, title: name, kind: type })),
      ],
      limit,
    )
  },
}

const vessels: FindRoom = {
  name: 'vessels',
  async find({ records }, text, limit) {
    if (!records) return upTo([], limit)
    const { pool } = (await records.store()).database
    const digits = text.replace(/^\s*(?:mmsi|imo)[\s:]*/i, '').trim()
    const isNumber = /^\d{3,9}$/.test(digits)
    const like = `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
    const { rows } = await pool.query<{ mmsi: number; name: string | null; class: string | null }>(
      isNumber
        ? `select mmsi, name, class from sea_vessel where mmsi::text like $1 || '%' or body::text ~ $2 order by mmsi limit $3`
        : 'select mmsi, name, class from sea_vessel where name ilike $1 order by length(name), mmsi limit $2',
      isNumber ? [digits, `"imo":\\s*"?${digits}`, limit + 1] : [like, limit + 1],
    )
    return upTo(
      rows.map(({ mmsi, name, class: type }) => ({
        id: String(mmsi),
        title: name ?? `MMSI ${mmsi}`,
        kind: 'vessel',
        detail: [`MMSI ${mmsi}`, type ?? ''].filter(Boolean).join(' · '),
      })),
      limit,
    )
  },
}

const lists: FindRoom = {
  name: 'lists',
  async find(services, text, limit) {
    const words = foldText(text).split(/\s+/u).filter(Boolean)
    const fits = knownNow(services).lists.filter((list) => {
      const all = foldText([list.source, list.title, list.publisher].join(' '))
      return words.every((word) => all.includes(word))
    })
    return upTo(
      fits.map(({ source, title, version }) => ({ id: source, title, kind: 'list', detail: version })),
      limit,
    )
  },
}

const watched: FindRoom = {
  name: 'watched',
  async find({ records }, text, limit) {
    if (!records) return upTo([], limit)
    const parties = await (await records.store()).watched.list({ search: text, limit: limit + 1 })
    return upTo(
      parties.map(({ id, schema, properties }) => ({
        id,
        title: properties.name?.[0] ?? id,
        kind: schema,
        detail: id,
      })),
      limit,
    )
  },
}

/** The rooms that the search over everything asks, in the order in which they are shown. A new room is one entry. */
export const findRooms: readonly FindRoom[] = [
  entities,
  cases,
  findings,
  payments,
  vessels,
  threats,
  watched,
  lists,
]
