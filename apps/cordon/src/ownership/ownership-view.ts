import {
  type ChainNode,
  chainOf,
  judgeOwnership,
  type OwnershipChain,
  type OwnershipJudgement,
  type OwnershipJudgements,
  type OwnershipLink,
  type OwnershipRule,
  ownershipLinks,
  ownershipRules,
} from '@cordon/knowledge'
import type { Entity } from '@cordon/model'
import { type JoinedEntries, noneJoined } from '../joining/joined-entries.ts'
import type { Known } from '../known/known.ts'

/** A chain whose parties have names. */
export interface NamedChain extends Omit<OwnershipChain, 'nodes'> {
  readonly nodes: readonly (ChainNode & { readonly label: string; readonly schema?: string })[]
}

/** How a party stands under one rule, with the chain up to the listed ones. */
export interface RuleView {
  readonly rule: OwnershipRule
  readonly judgement: OwnershipJudgement
  readonly chain: NamedChain
  /** False where none of the authority's lists is loaded: then who is on any list counts as listed. */
  readonly ownLists: boolean
  /** One sentence for a person. */
  readonly statement: string
}

/** The names of things by id. */
export interface Parties {
  /** What to call a party, and what it is where that is known. */
  describe(id: string): { readonly label: string; readonly schema?: string }
  /** Ids of those that lists with such a name list; of all lists without. */
  listed(prefix?: string): ReadonlySet<string>
  /** Whether a list with such a name is loaded. */
  has(prefix: string): boolean
}

/** How the names of an authority's lists begin. */
const ownLists: Readonly<Record<OwnershipRule['name'], string>> = { ofac: 'us_ofac', eu: 'eu_', uk: 'gb_' }

/** Ownership as it stands on a day, under every rule. */
export class OwnershipBook {
  readonly links: number
  private readonly parties: Parties
  private readonly joined: JoinedEntries
  private readonly judged: { rule: OwnershipRule; ownLists: boolean; judgements: OwnershipJudgements }[]

  /** @param joined which entries are one: who is listed by one of them is, whichever of them owns */
  constructor(
    links: readonly OwnershipLink[],
    parties: Parties,
    day: string,
    joined: JoinedEntries = noneJoined,
  ) {
    this.links = links.length
    this.parties = parties
    this.joined = joined
    const one = (id: string) => joined.canonical(id)
    const between = links.map((link) => ({ ...link, owner: one(link.owner), asset: one(link.asset) }))
    this.judged = ownershipRules(day).map((rule) => {
      const prefix = ownLists[rule.name]
      const own = parties.has(prefix)
      const listed = new Set([...parties.listed(own ? prefix : undefined)].map(one))
      return { rule, ownLists: own, judgements: judgeOwnership(between, listed, rule, day) }
    })
  }

  /** How a party stands under each rule. */
  of(entry: string): RuleView[] {
    const id = this.joined.canonical(entry)
    return this.judged.map(({ rule, ownLists: own, judgements }) => {
      const judgement = judgements.get(id) ?? nothing(id)
      const chain = chainOf(judgements, id)
      const nodes = chain.nodes.map((node) => ({ ...node, ...this.parties.describe(node.id) }))
      return {
        rule,
        judgement,
        chain: { ...chain, nodes },
        ownLists: own,
        statement: this.statementOf(judgement, rule, chain),
      }
    })
  }

  /** Everyone who is owned, controlled or possibly so under a rule. */
  affected(name: OwnershipRule['name']): OwnershipJudgement[] {
    const found = this.judged.find(({ rule }) => rule.name === name)
    return [...(found?.judgements.values() ?? [])].filter(
      ({ verdict, controlNoted }) => verdict !== 'listed' && (verdict !== 'no' || controlNoted),
    )
  }

  private statementOf(judgement: OwnershipJudgement, rule: OwnershipRule, chain: OwnershipChain): string {
    const { verdict, held, controlNoted } = judgement
    const label = this.parties.describe(judgement.id).label
    const roots = chain.nodes.filter((node) => node.verdict === 'listed' && node.id !== judgement.id)
    const by = roots.map(({ id }) => this.parties.describe(id).label).join(', ')
    const range = held.low === held.high ? `${held.low} %` : `between ${held.low} and ${held.high} %`
    const words = {
      listed: `${label} is listed itself.`,
      owned: `${label} is owned, ${range}, by listed parties or by parties owned by them: ${by}.`,
      controlled: `${label} is controlled by ${by}; a share that would be enough is not known (${range}).`,
      possible: `${label} may be owned or controlled by listed parties: they hold ${range}, the rest nobody states. ${by}.`,
      no: controlNoted
        ? `${label} is not owned by what is known (${range}); a list states "owned or controlled" without a share: ${by}. Under the ${rule.title} control alone does not block; look at the share.`
        : held.high > 0
          ? `${label} is held ${range} by listed parties, which is not enough: ${by}.`
          : `No listed party is known to own or control ${label}.`,
    }
    return words[verdict]
  }
}

const nothing = (id: string): OwnershipJudgement => ({
  id,
  verdict: 'no',
  held: { low: 0, high: 0 },
  steps: [],
  controlNoted: false,
})

/** The parties of the lists. */
export function partiesOf(known: Known): Parties {
  const targets: Entity[] = [...known.graph.entities()].filter(({ target }) => target)
  const sources = known.lists.map(({ source }) => source)
  return {
    describe(id) {
      const entity = known.graph.get(id)
      return entity ? { label: entity.caption, schema: entity.schema } : { label: id }
    },
    listed: (prefix = '') =>
      new Set(
        targets.filter(({ datasets }) => datasets.some((one) => one.startsWith(prefix))).map(({ id }) => id),
      ),
    has: (prefix) => sources.some((one) => one.startsWith(prefix)),
  }
}

const books = new WeakMap<Known, { day: string; joined: JoinedEntries; book: OwnershipBook }>()

/** Ownership by what the lists say, on a day; made once for one state of the lists and of what is joined. */
export function bookOf(known: Known, day: string, joined: JoinedEntries): OwnershipBook {
  const held = books.get(known)
  if (held?.day === day && held.joined === joined) return held.book
  const book = new OwnershipBook(ownershipLinks(known.graph.entities()), partiesOf(known), day, joined)
  books.set(known, { day, joined, book })
  return book
}
