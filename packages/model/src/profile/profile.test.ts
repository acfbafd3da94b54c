import { describe, expect, it } from 'vitest'
import { readCalendarFile } from './calendar-file.ts'
import { checkProfile } from './check-profile.ts'
import { emptyProfile } from './profile.ts'
import { profileChanges } from './profile-changes.ts'

const zones = new Set(['Asia/Dhaka', 'Asia/Seoul'])
const check = (value: unknown) => checkProfile(value, (name) => zones.has(name))

const whole = {
  institution: {
    name: 'Example Bank',
    country: 'Bangladesh',
    bics: ['BBHOBDDHXXX'],
    lei: '5493001KJTIIGC8Y1R12',
  },
  accounts: [{ id: 'GB82 WEST 1234 5698 7654 32', bic: 'DEUTDEFF500', currency: 'usd' }, { id: '021083190' }],
  operators: [
    { id: 'swift1', timeZone: 'Asia/Dhaka', hours: [{ days: [7, 1, 2], from: '09:30', to: '18:00' }] },
  ],
  calendars: { bd: ['2016-02-05', '2016-02-05'] },
  hosts: [{ name: 'SWIFTSRV01', addresses: ['10.1.2.3', '10.2.0.0/16'], roles: ['payment-server'] }],
  ships: [{ name: 'WISE HONEST', imo: 8905490, mmsi: '445114000', interest: 'insured' }],
  customers: { file: 'customers.csv', columns: { kunde: 'name' } },
}

describe('a profile', () => {
  it('comes back with its identifiers in normal form', () => {
    const { profile, faults } = check(whole)
    expect(faults).toEqual([])
    expect(profile.institution).toEqual({
      name: 'Example Bank',
      country: 'bd',
      bics: ['BBHOBDDH'],
      lei: '5493001KJTIIGC8Y1R12',
    })
    expect(profile.accounts[0]).toEqual({ id: 'GB82WEST12345698765432', bic: 'DEUTDEFF500', currency: 'USD' })
    expect(profile.operators[0]?.hours).toEqual([{ days: [1, 2, 7], from: 570, to: 1080 }])
    expect(profile.calendars).toEqual({ bd: ['2016-02-05'] })
    expect(profile.ships).toEqual([
      { name: 'WISE HONEST', imo: 8905490, mmsi: 445114000, interest: 'insured' },
    ])
  })

  it('read again gives itself', () => {
    const { profile } = check(whole)
    expect(check(JSON.parse(JSON.stringify(profile)))).toEqual({ profile, faults: [] })
  })

  it('may be empty', () => {
    expect(check({})).toEqual({ profile: emptyProfile, faults: [] })
    expect(check(null).faults).toEqual([])
  })

  it.each([
    ['institution.bics[0]', { institution: { bics: ['BBHO12DH'] } }],
    ['institution.lei', { institution: { lei: '5493001KJTIIGC8Y1R13' } }],
    ['institution.country', { institution: { country: 'Atlantis' } }],
    ['institution.bicz', { institution: { bicz: [] } }],
    ['accounts[0].id', { accounts: [{ id: 'GB82WEST12345698765433' }] }],
    ['accounts[1].id', { accounts: [{ id: 'a' }, {}] }],
    ['accounts[2].id', { accounts: [{ id: '77' }, {}, { id: '77' }].map((one) => one) }, 2],
    ['accounts[0].currency', { accounts: [{ id: '1', currency: 'dollars' }] }],
    ['operators[0].timeZone', { operators: [{ id: 'a', timeZone: 'Dhaka' }] }],
    [
      'operators[0].hours[0].days',
      { operators: [{ id: 'a', timeZone: 'Asia/Seoul', hours: [{ days: [0] }] }] },
    ],
    [
      'operators[0].hours[0].to',
      {
        operators: [{ id: 'a', timeZone: 'Asia/Seoul', hours: [{ days: [1], from: '22:00', to: '06:00' }] }],
      },
    ],
    ['calendars.kr[1]', { calendars: { kr: ['2026-01-01', '2026-02-30'] } }],
    ['hosts[0].addresses[0]', { hosts: [{ name: 'a', addresses: ['10.1.2.300'] }] }],
    ['hosts[1].name', { hosts: [{ name: 'a' }, { name: 'A' }] }],
    ['ships[0].imo', { ships: [{ name: 'A', imo: 8905491, interest: 'owned' }] }],
    ['ships[0].mmsi', { ships: [{ name: 'A', mmsi: '12', interest: 'owned' }] }],
    ['ships[0].interest', { ships: [{ name: 'A', interest: 'seen' }] }],
    ['accounts', { accounts: 'none' }],
  ])('names the field %s where it is wrong', (field, value, count = 1) => {
    const { faults } = check(value)
    expect(faults.at(-1)?.field).toBe(field)
    expect(faults).toHaveLength(count)
    expect(faults[0]?.expected).not.toBe('')
  })
})

describe('what changed', () => {
  it('is told by the name of what changed, not by its place', () => {
    const from = check(whole).profile
    const to = check({
      ...whole,
      hosts: [
        { name: 'NEW', addresses: [], roles: [] },
        { name: 'SWIFTSRV01', addresses: ['10.1.2.3', '10.2.0.0/16'], roles: ['jump-host'] },
      ],
    }).profile
    expect(profileChanges(from, to)).toEqual({
      more: 0,
      changes: [
        { field: 'hosts[SWIFTSRV01].roles[payment-server]', from: 'payment-server' },
        { field: 'hosts[SWIFTSRV01].roles[jump-host]', to: 'jump-host' },
        { field: 'hosts[NEW]', to: { name: 'NEW', addresses: [], roles: [] } },
      ],
    })
    expect(profileChanges(from, from).changes).toEqual([])
  })
})

describe('a file of holidays', () => {
  it('is read from lines, and tells which it could not use', () => {
    expect(
      readCalendarFile('date,name\n2026-02-17,Lunar New Year\n\n2026-02-30,none\nsoon,x\n2026-01-01'),
    ).toEqual({
      days: ['2026-01-01', '2026-02-17'],
      rejects: [
        { line: 4, reason: 'expected a date such as 2026-12-25, found 2026-02-30,none' },
        { line: 5, reason: 'expected a date such as 2026-12-25, found soon,x' },
      ],
    })
  })

  it('is read from iCalendar, events of several days and folded lines too', () => {
    const { days, rejects } = readCalendarFile(
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'DTSTART;VALUE=DATE:20260216',
        'DTEND;VALUE=DATE:20260219',
        'SUMMARY:Seol',
        ' lal',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'DTSTART;VALUE=DATE:20260301',
        'RRULE:FREQ=YEARLY',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
    )
    expect(days).toEqual(['2026-02-16', '2026-02-17', '2026-02-18', '2026-03-01'])
    expect(rejects).toEqual([
      { line: expect.any(Number), reason: expect.stringContaining('a rule of repetition') },
    ])
  })
})
