import { expect, it } from 'vitest'
import type { Profile } from '../../api/profile.ts'
import { faultsByField, formOf, profileOf } from './form.ts'

const profile: Profile = {
  institution: { name: 'Example Bank', country: 'bd', bics: ['BBHOBDDH'] },
  accounts: [{ id: '021083190', bic: 'DEUTDEFF' }],
  operators: [
    { id: 'swift1', timeZone: 'Asia/Dhaka', hours: [{ days: [1, 2], from: '09:30', to: '18:00' }] },
  ],
  calendars: { bd: ['2016-02-05'], 'south korea': ['2016-02-08'] },
  hosts: [{ name: 'PAY1', addresses: ['10.1.2.3', '10.2.0.0/16'], roles: ['payment-server'] }],
  ships: [{ name: 'WISE HONEST', imo: '8905490', interest: 'insured' }],
  customers: { file: 'customers.csv', columns: { kunde: 'name' } },
}

it('shows a profile as texts and gives the same one back', () => {
  expect(profileOf(formOf(profile))).toEqual(profile)
})

it('shows hours as times of the day', () => {
  const operators = [{ id: 'a', timeZone: 'UTC', hours: [{ days: [1], from: 570, to: 1080 }] }]
  expect(formOf({ ...profile, operators }).operators[0]?.hours).toEqual([
    { days: [1], from: '09:30', to: '18:00' },
  ])
})

it('puts a fault at the field where it was typed', () => {
  const at = (field: string) =>
    [...faultsByField([{ field, expected: 'x', found: 'y' }], formOf(profile)).keys()][0]
  expect(
    [
      'institution.bics[0]',
      'institution.lei',
      'accounts[0].id',
      'hosts[0].addresses[1]',
      'calendars."south korea"[0]',
      'customers.columns.kunde',
      'operators[0].hours[0].to',
    ].map(at),
  ).toEqual([
    'bics[0]',
    'institution.lei',
    'accounts[0].id',
    'hosts[0].addresses',
    'calendars[1].dates',
    'customers.columns',
    'operators[0].hours[0].to',
  ])
})
