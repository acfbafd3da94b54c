import { InvalidArgumentError } from 'commander'

/** A value between two bounds, for commander. */
export function numberBetween(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (text.trim() === '' || !(value >= low && value <= high))
      throw new InvalidArgumentError(`It must be a number from ${low} to ${high}.`)
    return value
  }
}

/** A whole number between two bounds, for commander. */
export function integerBetween(low: number, high: number): (text: string) => number {
  const number = numberBetween(low, high)
  return (text) => {
    const value = number(text)
    if (!Number.isInteger(value)) throw new InvalidArgumentError('It must be a whole number.')
    return value
  }
}
