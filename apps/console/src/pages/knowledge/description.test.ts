import { expect, it } from 'vitest'
import { describedIn } from './description.ts'

it('keeps the words of links and leaves citations out', () => {
  const text =
    '[Lazarus Group](https://attack.mitre.org/groups/G0032) is a group.(Citation: US-CERT 2017) It wipes.\n\nMore <code>x</code>.'
  expect(describedIn(text)).toEqual(['Lazarus Group is a group. It wipes.', 'More x.'])
  expect(describedIn(undefined)).toEqual([])
})
