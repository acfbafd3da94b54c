import type { Order } from './order.ts'

/** Under which the institution keeps sizes of orders: units of currencies differ. */
export function sizeKey({ currency, sort }: Pick<Order, 'currency' | 'sort'>): string {
  return `${currency} ${sort}`
}
