/** How a kind of link reads, and how much of what weighs on one end it carries to the other. */
export interface Relation {
  /** Machine name: `owns`, `same-as`. */
  readonly name: string
  /** From its first end to its second: "owns". */
  readonly forward: string
  /** From its second end to its first: "is owned by". */
  readonly backward: string
  /**
   * 0..1: the share of an exposure that passes over it, where nobody doubts it. A convention, not a measurement: identity
   * carries all, ownership and control nearly all, a meeting or a common address little. Links of 0 lead nowhere unless
   * they are asked for by name.
   */
  readonly carry: number
  /** What it is a case of, for filters and colours. */
  readonly family: RelationFamily
}

/** What links are about. */
export const relationFamilies = [
  'identity',
  'ownership',
  'role',
  'family',
  'money',
  'sea',
  'threat',
  'finding',
  'place',
  'other',
] as const
/** One of `relationFamilies`. */
export type RelationFamily = (typeof relationFamilies)[number]

const relation = (
  name: string,
  family: RelationFamily,
  carry: number,
  forward: string,
  backward: string,
): Relation => ({ name, forward, backward, carry, family })

/** All relations with words of their own. A source may bring others: they read as they are named. */
export const relations: readonly Relation[] = [
  relation('same-as', 'identity', 1, 'is the same as', 'is the same as'),
  relation('has-number', 'identity', 1, 'has the number', 'is the number of'),
  relation('states-number', 'identity', 0.8, 'transmits the number', 'is transmitted by'),
  relation('succeeds', 'identity', 0.9, 'came after', 'became'),
  relation('alias-of', 'identity', 0, 'is a name of', 'is also called'),
  relation('owns', 'ownership', 0.9, 'owns', 'is owned by'),
  relation('controls', 'ownership', 0.9, 'controls', 'is controlled by'),
  relation('parent-of', 'ownership', 0.9, 'is the parent of', 'is a subsidiary of'),
  relation('holds', 'money', 0.9, 'holds', 'is held by'),
  relation('directs', 'role', 0.5, 'directs', 'is directed by'),
  relation('employs', 'role', 0.4, 'employs', 'works for'),
  relation('represents', 'role', 0.5, 'represents', 'is represented by'),
  relation('member-of', 'role', 0.5, 'belongs to', 'has the member'),
  relation('succession', 'ownership', 0.7, 'came before', 'came after'),
  relation('linked', 'other', 0.3, 'is linked to', 'is linked to'),
  relation('family', 'family', 0.3, 'is family of', 'is family of'),
  relation('associate', 'family', 0.3, 'is an associate of', 'is an associate of'),
  relation('located', 'place', 0, 'has the address', 'is the address of'),
  relation('paid', 'money', 0.6, 'paid', 'was paid by'),
  relation('party-to', 'money', 0.6, 'is a party to', 'has the party'),
  relation('moved-through', 'money', 0.3, 'passed on', 'went through'),
  relation('transferred', 'money', 0.6, 'sent to', 'received from'),
  relation('met', 'sea', 0.4, 'met at sea', 'met at sea'),
  relation('seen-as', 'sea', 0.5, 'was seen as', 'is the ship of the sighting'),
  relation('attributed-to', 'threat', 0.7, 'is attributed to', 'is said to have done'),
  relation('uses', 'threat', 0.1, 'uses', 'is used by'),
  // What many do alike says nothing of who did it.
  relation('uses-technique', 'threat', 0, 'uses the technique', 'is a technique of'),
  relation('subtechnique-of', 'threat', 0, 'is a form of', 'has the form'),
  relation('indicates', 'threat', 0.6, 'points to', 'is pointed to by'),
  relation('part-of', 'threat', 0.6, 'is part of', 'includes'),
  relation('similar-to', 'threat', 0.3, 'is similar to', 'is similar to'),
  relation('about', 'finding', 0.8, 'is about', 'is the subject of'),
  relation('matches', 'finding', 0.8, 'matches', 'was met by'),
  relation('found-by', 'finding', 0, 'was found by', 'found'),
  relation('shows', 'finding', 0, 'shows the technique', 'is shown by'),
]

const byName = new Map(relations.map((one) => [one.name, one]))

/** The words of a relation; one that is not on the list reads as its name, and carries a little. */
export function relationNamed(name: string): Relation {
  const known = byName.get(name)
  if (known) return known
  const words = name.replace(/[-_]+/g, ' ')
  return { name, forward: words, backward: `${words} (from the other end)`, carry: 0.2, family: 'other' }
}
