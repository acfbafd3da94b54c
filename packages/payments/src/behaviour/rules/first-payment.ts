import type { AccountHistory, MetKind } from '../account-history.ts'
import type { Order } from '../order.ts'
import { textOf } from '../rule.ts'
import type { OrderRuleMaker, Sign } from '../sign.ts'

/**
 * The first payment to a beneficiary, to a bank or to a country (the corridor). Parameters: `of` (`beneficiary`, `account`: a
 * known name with an account not seen before, `bank`, `country`); `scope` (`account`, `institution`).
 */
export const firstPayment: OrderRuleMaker = (rule) => {
  const of = textOf(rule, 'of', 'beneficiary')
  const isOfAll = textOf(rule, 'scope', 'account') === 'institution'
  return {
    rule,
    judge(order, { account, institution, isStarting, isInstitutionStarting }) {
      if (isOfAll ? isInstitutionStarting : isStarting) return undefined
      const history = isOfAll ? institution : account
      if (!isFirst(of, order, history)) return undefined
      const { query, place } = seen(of, order)
      const whose = isOfAll ? 'the institution' : 'the account'
      const who = wording[of] ?? of
      return {
        rule,
        strength: 1,
        query,
        candidate: `${history.orders.toLocaleString('en-US')} orders of ${whose}`,
        detail:
          of === 'account'
            ? `${query} was paid before by ${whose}, but never to this account.`
            : `${whose === 'the account' ? 'The account' : 'The institution'} never paid this ${who} before: ${query}.`,
        ...(place && { place }),
      }
    },
  }
}

const wording: Readonly<Record<string, string>> = {
  beneficiary: 'beneficiary',
  bank: "beneficiary's bank",
  country: 'country',
}

function isFirst(of: string, order: Order, history: AccountHistory): boolean {
  const isNew = (kind: MetKind, key: string | undefined) =>
    key !== undefined && history.met[kind].get(key) === undefined
  const { nameKey, accountKey } = order
  if (of === 'bank') return isNew('banks', order.bank)
  if (of === 'country') return isNew('countries', order.country)
  if (of === 'account')
    return isNew('accounts', accountKey) && nameKey !== undefined && !isNew('names', nameKey)
  if (nameKey === undefined) return isNew('accounts', accountKey)
  return isNew('names', nameKey) && (accountKey === undefined || isNew('accounts', accountKey))
}

function seen(
  of: string,
  { creditor, bank = '', country = '', places }: Order,
): Pick<Sign, 'query' | 'place'> {
  if (of === 'bank') return { query: bank, ...(places.bank && { place: places.bank }) }
  if (of === 'country') return { query: country.toUpperCase(), ...(places.bank && { place: places.bank }) }
  const place = of === 'account' ? places.account : places.name
  return { query: creditor.text || (places.account?.value ?? ''), ...(place && { place }) }
}
