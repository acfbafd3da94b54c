import { type Condition, parseCondition } from './condition.ts'
import { type Placeholders, predicateOf } from './modifiers.ts'
import type { Predicate } from './predicate.ts'
import type { Search, SigmaFilter, SigmaRule } from './rule.ts'

/**
 * A rule's predicate: its conditions over the atoms of its searches.
 * @throws {SigmaError} where a modifier, value, regular expression, placeholder or condition is wrong
 */
export function compileRule(rule: SigmaRule | SigmaFilter, placeholders: Placeholders): Predicate {
  const searches = new Map<string, Predicate>()
  const compiled = (name: string): Predicate => {
    let predicate = searches.get(name)
    if (!predicate) {
      predicate = searchPredicate(rule.searches.get(name)!, placeholders, `${rule.where}: ${name}`)
      searches.set(name, predicate)
    }
    return predicate
  }
  const names = [...rule.searches.keys()]
  const conditions = rule.conditions.map((text) =>
    conditionPredicate(parseCondition(text, names, `${rule.where}: condition`), compiled),
  )
  // Searches the condition does not use are compiled too: an error in them is still an error of the rule.
  for (const name of names) compiled(name)
  return join('or', conditions)
}

function searchPredicate(search: Search, placeholders: Placeholders, where: string): Predicate {
  return join(
    'or',
    search.map((items) =>
      join(
        'and',
        items.map((item) => predicateOf(item, placeholders, where)),
      ),
    ),
  )
}

function conditionPredicate(condition: Condition, compiled: (name: string) => Predicate): Predicate {
  switch (condition.op) {
    case 'search':
      return compiled(condition.name)
    case 'not':
      return { op: 'not', item: conditionPredicate(condition.item, compiled) }
    case 'some': {
      const items = condition.names.map(compiled)
      if (condition.n === 1) return join('or', items)
      if (condition.n >= items.length && condition.n === condition.names.length) return join('and', items)
      return { op: 'atLeast', n: condition.n, items }
    }
    default:
      return join(
        condition.op,
        condition.items.map((item) => conditionPredicate(item, compiled)),
      )
  }
}

function join(op: 'and' | 'or', items: readonly Predicate[]): Predicate {
  return items.length === 1 ? items[0]! : { op, items }
}
